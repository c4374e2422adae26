// The board of deadlines: its months become grids from which the day of the chosen deadline is picked.
const two = (number) => String(number).padStart(2, "0");
const typed = (iso) => iso.split("-").reverse().join(".");
const iso = (text) => {
  const found = /^\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*$/.exec(text);
  if (found) return `${found[3]}-${two(found[2])}-${two(found[1])}`;
  return /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(text) ? text.trim() : "";
};
const cells = (board) => [...board.querySelectorAll("td[data-day]")];
const cellOf = (board, day) => board.querySelector(`td[data-day="${day}"]`);
const picks = (board) => [...board.querySelectorAll("[data-pick]")];
const fieldOf = (pick) => document.getElementById(pick.dataset.pick);
const closed = (board) => picks(board).some((pick) => pick.matches(":disabled"));

// numbers of the deadlines stand in the cells of their days
const draw = (board) => {
  board.querySelectorAll(".day__pins").forEach((pins) => pins.remove());
  cells(board).forEach((cell) => cell.removeAttribute("aria-selected"));
  picks(board).forEach((pick, place) => {
    const cell = cellOf(board, iso(fieldOf(pick).value));
    if (!cell) return;
    if (!cell.querySelector(".day__pins")) cell.append(Object.assign(document.createElement("b"), { className: "day__pins" }));
    const pins = cell.querySelector(".day__pins");
    pins.textContent += `${pins.textContent ? " " : ""}${place + 1}`;
    cell.setAttribute("aria-selected", "true");
  });
};

const stand = (board, cell, focus = true) => {
  cells(board).forEach((other) => (other.tabIndex = -1));
  cell.tabIndex = 0;
  const folded = cell.closest("details");
  if (folded && focus) folded.open = true;
  if (focus) cell.focus();
};

const isOpen = (cell) => !cell.closest("details:not([open])");

const put = (board, cell) => {
  const place = picks(board).findIndex((pick) => pick.checked);
  if (place < 0 || closed(board)) return;
  const field = fieldOf(picks(board)[place]);
  field.value = typed(cell.dataset.day);
  draw(board);
  board.querySelector("[data-board-said]").textContent = board.dataset.said
    .replace("{number}", place + 1)
    .replace("{day}", cell.querySelector(".unseen").textContent);
  field.dispatchEvent(new CustomEvent("draft:changed", { bubbles: true }));
};

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const shifted = (day, key) => {
  const date = new Date(`${day}T00:00:00Z`);
  if (key in STEPS) date.setUTCDate(date.getUTCDate() + STEPS[key]);
  else {
    const number = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + (key === "PageDown" ? 1 : -1));
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(number, last));
  }
  return date.toISOString().slice(0, 10);
};

const target = (board, cell, key) => {
  if (key in STEPS || key.startsWith("Page")) return cellOf(board, shifted(cell.dataset.day, key));
  const week = [...cell.parentElement.querySelectorAll("td[data-day]")];
  return key === "Home" ? week[0] : week.at(-1);
};

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest("[data-board] td[data-day]");
  if (!cell) return;
  const board = cell.closest("[data-board]");
  const moves = event.key in STEPS || ["Home", "End", "PageUp", "PageDown"].includes(event.key);
  if (!moves && event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  if (!moves) return put(board, cell);
  const next = target(board, cell, event.key);
  if (next) stand(board, next);
});
document.addEventListener("click", (event) => {
  const cell = event.target.closest("[data-board] td[data-day]");
  if (!cell) return;
  const board = cell.closest("[data-board]");
  stand(board, cell);
  put(board, cell);
});
// a fold that closes over the cell that keys start from hands that on
document.addEventListener("toggle", (event) => {
  const board = event.target.closest?.("[data-board]");
  const first = board && cells(board).find(isOpen);
  if (first && !cells(board).some((cell) => cell.tabIndex === 0 && isOpen(cell))) stand(board, first, false);
}, true);
// who types into a field has chosen its deadline
document.addEventListener("focusin", (event) => {
  const board = event.target.closest("[data-board]");
  const own = board && picks(board).find((pick) => fieldOf(pick) === event.target);
  if (own) own.checked = true;
});
document.addEventListener("input", (event) => {
  const board = event.target.closest("[data-board]");
  if (board) draw(board);
});

const start = (root) =>
  root.querySelectorAll("[data-board]").forEach((board) => {
    const all = cells(board);
    if (!all.length) return;
    board.querySelectorAll("table").forEach((table) => table.setAttribute("role", "grid"));
    all.forEach((cell) => {
      cell.setAttribute("role", "gridcell");
      if (!cell.hasAttribute("tabindex")) cell.tabIndex = -1;
    });
    if (!all.some((cell) => cell.tabIndex === 0)) stand(board, all.find(isOpen) ?? all[0], false);
    draw(board);
  });
document.addEventListener("draft:restored", (event) => start(event.target));
document.addEventListener("htmx:load", (event) => start(event.detail.elt.parentElement ?? document));
start(document);
