// Tables of figures: sorted at a tap on a head (the library), in the Kazakh order; rows chosen by the values of a column.
const words = new Intl.Collator("kk", { numeric: true });
const amount = (text) => {
  const found = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".").match(/-?\d+(\.\d+)?/);
  return found ? Number(found[0]) : -Infinity;
};
// the library turns the rows round for a rising order
Tablesort.extend("kazakh", () => true, (a, b) => words.compare(b.trim(), a.trim()));
Tablesort.extend("number", () => false, (a, b) => amount(b) - amount(a));

const choose = (bar, table) => {
  const wanted = [...bar.querySelectorAll("select")].filter((select) => select.value);
  const rows = [...table.tBodies[0].rows];
  for (const row of rows) {
    row.hidden = wanted.some((select) => row.cells[select.dataset.column].textContent.trim() !== select.value);
  }
  const line = bar.querySelector("[data-count]");
  line.textContent = wanted.length ? `${line.dataset.count} ${rows.filter((row) => !row.hidden).length}` : "";
};

for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const head of table.tHead.rows[0].cells) head.dataset.sortMethod ??= "kazakh";
  Tablesort(table);
}
for (const bar of document.querySelectorAll("[data-filters]")) {
  const table = document.getElementById(bar.dataset.filters);
  bar.addEventListener("change", () => choose(bar, table));
}
