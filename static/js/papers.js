// Prints one paper alone: [data-print-paper] names it; what was typed stands as text, so that nothing is cut off.
const printing = (paper) => {
  const fields = paper.querySelectorAll("input:not([type='radio']), textarea");
  for (const field of fields) {
    const line = document.createElement("p");
    line.className = "blank__typed";
    line.textContent = field.value;
    field.after(line);
  }
};

const leave = () => {
  document.documentElement.classList.remove("print-one");
  document.querySelectorAll(".blank--printed").forEach((paper) => paper.classList.remove("blank--printed"));
  document.querySelectorAll(".blank__typed").forEach((line) => line.remove());
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print-paper]");
  const paper = button && document.getElementById(button.dataset.printPaper);
  if (!paper) return;
  paper.classList.add("blank--printed");
  document.documentElement.classList.add("print-one");
  window.print();
});
addEventListener("beforeprint", () => document.querySelectorAll(".blank").forEach(printing));
addEventListener("afterprint", leave);
