// Shows one part at a time. Arrows, the keys of a presenter and both ends of the keyboard lead on; the address keeps the place.
const slides = [...document.querySelectorAll("[data-slides] > .slide")];
const said = document.querySelector("[data-at]");
let now = 0;

const show = (wanted) => {
  now = Math.min(Math.max(wanted, 0), slides.length - 1);
  slides.forEach((slide, number) => slide.toggleAttribute("data-now", number === now));
  said.textContent = `${now + 1}/${slides.length}`;
  history.replaceState(null, "", `#${now + 1}`);
  scrollTo(0, 0);
};

const place = () => Number.parseInt(location.hash.slice(1), 10) - 1 || 0;
const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("select, input, textarea")) return;
  const to = { Home: 0, End: slides.length - 1 }[event.key] ?? (KEYS[event.key] ? now + KEYS[event.key] : null);
  if (to === null) return;
  event.preventDefault();
  show(to);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-go]");
  if (button) show(now + Number(button.dataset.go));
});
addEventListener("hashchange", () => show(place()));
show(place());
