// Puts the kept size of text on the page before it is drawn, and changes it. A classic script: a module would come too late.
(() => {
  const root = document.documentElement;
  const SIZES = ["115", "130", "150"];
  const put = (size) => {
    if (SIZES.includes(size)) root.dataset.size = size;
    else delete root.dataset.size;
  };
  const say = () => {
    for (const button of document.querySelectorAll("[data-text-size]")) {
      button.setAttribute("aria-pressed", String(button.dataset.textSize === (root.dataset.size ?? "100")));
    }
  };

  try {
    put(localStorage.getItem("text-size"));
  } catch {
    // storage is closed in some private windows; the choice then lives as long as the page
  }
  document.addEventListener("DOMContentLoaded", say);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-text-size]");
    if (!button) return;
    put(button.dataset.textSize);
    try {
      localStorage.setItem("text-size", button.dataset.textSize);
    } catch {
      // nothing to keep it in
    }
    say();
    button.scrollIntoView({ block: "nearest" });
  });
})();
