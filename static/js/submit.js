// A form is sent once: its buttons rest until the answer comes or the page is shown again; a failed sending is said in words.
const say = (form, kind) => {
  const line = form.querySelector("[data-send-state]");
  if (!line) return;
  line.hidden = kind === "";
  line.textContent = kind ? line.dataset[kind] : "";
};

const rest = (form, resting) => {
  form.toggleAttribute("data-busy", resting);
  form.setAttribute("aria-busy", String(resting));
  for (const button of form.querySelectorAll("button:not([type='button'])")) {
    button.setAttribute("aria-disabled", String(resting));
  }
};

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.hasAttribute("data-busy")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    say(form, "");
    rest(form, true);
  },
  true,
);

addEventListener("pageshow", () => document.querySelectorAll("form[data-busy]").forEach((form) => rest(form, false)));

const formOf = (event) => event.target.closest?.("form");
document.addEventListener("htmx:afterRequest", (event) => {
  const form = formOf(event);
  if (form) rest(form, false);
});
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => formOf(event) && say(formOf(event), "offline"));
}
document.addEventListener("htmx:responseError", (event) => {
  const form = formOf(event);
  if (form) say(form, event.detail.xhr.status === 429 ? "often" : "busy");
});

// the answered task is taller than the task was: the browser must not hold on to what stands below it
const root = document.documentElement;
document.addEventListener("htmx:beforeSwap", () => root.setAttribute("data-swapping", ""));

// the verdict takes the focus where the answer was given, so that a screen reader goes on from there; its word is in sight
document.addEventListener("htmx:afterSettle", (event) => {
  requestAnimationFrame(() => requestAnimationFrame(() => root.removeAttribute("data-swapping")));
  const told = event.detail.elt.querySelector?.("[data-focus]");
  if (!told) return;
  told.focus({ preventScroll: true });
  (told.firstElementChild ?? told).scrollIntoView({ block: "nearest", behavior: "instant" });
});
