// A fact of the story can be touched: it shows the rungs it decides, and in a task about decisive facts it is marked.
const same = (one, other) => one.split("#")[0] === other.split("#")[0];
const box = (fact) =>
  [...document.querySelectorAll("[data-decisive] input[type='checkbox']:not(:disabled)")].find((x) => same(x.value, fact.dataset.fact));
const rungs = (name) =>
  [...document.querySelectorAll("[data-rung-facts]")].filter((rung) => rung.dataset.rungFacts.split(" ").some((x) => same(x, name)));
const useful = (fact) => Boolean(box(fact)) || rungs(fact.dataset.fact).length > 0;

const press = (name, pressed) => {
  for (const fact of document.querySelectorAll("[data-fact][role='button']")) {
    if (same(fact.dataset.fact, name)) fact.setAttribute("aria-pressed", String(pressed));
  }
};

const light = (name, lit) => {
  for (const rung of rungs(name)) {
    rung.toggleAttribute("data-lit", lit);
    const folded = rung.querySelector("details:not([open])");
    if (lit && folded) folded.open = true;
  }
};

const touch = (fact) => {
  const name = fact.dataset.fact;
  const pressed = fact.getAttribute("aria-pressed") !== "true";
  const tick = box(fact);
  press(name, pressed);
  if (tick) {
    tick.checked = pressed;
    tick.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    light(name, pressed);
  }
};

// only where touching does something: on other pages the words stay plain text
const start = () => {
  for (const fact of document.querySelectorAll("[data-fact]:not(input)")) {
    if (useful(fact)) {
      fact.setAttribute("role", "button");
      fact.tabIndex = 0;
      fact.setAttribute("aria-pressed", String(Boolean(box(fact)?.checked)));
    } else {
      for (const name of ["role", "tabindex", "aria-pressed"]) fact.removeAttribute(name);
    }
  }
};

document.addEventListener("click", (event) => {
  const fact = event.target.closest("[data-fact][role='button']");
  if (fact) touch(fact);
});
document.addEventListener("keydown", (event) => {
  const fact = event.target.closest("[data-fact][role='button']");
  if (!fact || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  touch(fact);
});
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-decisive]")) press(event.target.value, event.target.checked);
});
document.addEventListener("draft:restored", start);
document.addEventListener("htmx:load", start);
start();
