// Two sets of tabs: the documents of a file, and on phones file and tasks; each side of a case keeps its place.
const narrow = matchMedia("(max-width: 999.98px)");
const places = new Map();

const show = (tabs, id) => {
  for (const link of tabs.querySelectorAll("a[href^='#']")) {
    const chosen = link.hash === `#${id}`;
    link.setAttribute("aria-selected", String(chosen));
    link.tabIndex = chosen ? 0 : -1;
    document.getElementById(link.hash.slice(1)).hidden = !chosen;
  }
};

const dress = (tabs) => {
  tabs.setAttribute("role", "tablist");
  for (const item of tabs.querySelectorAll("li")) item.setAttribute("role", "presentation");
  for (const link of tabs.querySelectorAll("a[href^='#']")) {
    const panel = document.getElementById(link.hash.slice(1));
    link.id ||= `${panel.id}-tab`;
    link.setAttribute("role", "tab");
    link.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", link.id);
  }
  // an address may name the panel or something inside it, as after an answer
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const holds = (link) => named && document.getElementById(link.hash.slice(1)).contains(named);
  const wanted = [...tabs.querySelectorAll("a")].find(holds) ?? tabs.querySelector("a");
  if (wanted) show(tabs, wanted.hash.slice(1));
};

const undress = (tabs) => {
  tabs.removeAttribute("role");
  for (const item of tabs.querySelectorAll("li")) item.removeAttribute("role");
  for (const link of tabs.querySelectorAll("a[href^='#']")) {
    const panel = document.getElementById(link.hash.slice(1));
    panel.hidden = false;
    for (const name of ["role", "aria-labelledby"]) panel.removeAttribute(name);
    for (const name of ["role", "aria-selected", "aria-controls", "tabindex"]) link.removeAttribute(name);
  }
};

const choose = (tabs, link) => {
  const chosen = tabs.querySelector("[aria-selected='true']");
  if (tabs.hasAttribute("data-phone-tabs") && chosen !== link) {
    places.set(chosen?.hash, scrollY);
    show(tabs, link.hash.slice(1));
    const start = document.querySelector(link.hash).getBoundingClientRect().top + scrollY - 16;
    scrollTo({ top: places.get(link.hash) ?? start, behavior: "instant" });
  } else {
    show(tabs, link.hash.slice(1));
  }
};

const arrows = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };
document.addEventListener("keydown", (event) => {
  const link = event.target.closest("[role='tablist'] a");
  if (!link || !(event.key in arrows)) return;
  event.preventDefault();
  const tabs = link.closest("[role='tablist']");
  const links = [...tabs.querySelectorAll("a")];
  const next = links[(links.indexOf(link) + arrows[event.key] + links.length) % links.length];
  choose(tabs, next);
  next.focus();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("[role='tablist'] a[href^='#']");
  if (!link) return;
  event.preventDefault();
  choose(link.closest("[role='tablist']"), link);
});

const fit = () => {
  document.querySelectorAll("[data-phone-tabs]").forEach((tabs) => (narrow.matches ? dress(tabs) : undress(tabs)));
};
document.querySelectorAll("[data-tabs]").forEach(dress);
narrow.addEventListener("change", fit);
fit();
