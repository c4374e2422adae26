// Contents stand open where there is a margin for them; a note of the margin that is open as a sheet closes when the margin appears.
const wide = matchMedia("(min-width: 1240px)");
const margin = matchMedia("(min-width: 1100px)");

const fit = () => document.querySelectorAll("details[data-drawer]").forEach((drawer) => (drawer.open = wide.matches));
wide.addEventListener("change", fit);
fit();

margin.addEventListener("change", () => {
  if (!margin.matches || !HTMLElement.prototype.hidePopover) return;
  document.querySelectorAll(".note:popover-open").forEach((note) => note.hidePopover());
});
