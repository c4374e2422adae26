// Puts the kept light or dark choice on the page before it is drawn, and flips it. A classic script: a module would come too late.
(() => {
  const root = document.documentElement;
  const kept = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage is closed in some private windows; the choice then lives as long as the page
    }
  };
  const shown = () => root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const say = () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.setAttribute("aria-pressed", String(shown() === "dark"));
    }
  };

  root.classList.add("js");
  if (kept() === "light" || kept() === "dark") root.dataset.theme = kept();

  document.addEventListener("DOMContentLoaded", say);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", say);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    root.dataset.theme = shown() === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // nothing to keep it in
    }
    say();
  });
})();
