// The row of ә ғ қ ң ө ұ ү һ і under a text field puts a letter where the caret stands.
let upper = false;

document.addEventListener("keydown", (event) => (upper = event.getModifierState?.("Shift") ?? false));
document.addEventListener("keyup", (event) => (upper = event.getModifierState?.("Shift") ?? false));

// the field keeps its caret, and a phone its keyboard
document.addEventListener("pointerdown", (event) => {
  if (event.target.closest("[data-letter]")) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-letter]");
  if (!button) return;
  const field = document.getElementById(button.closest("[data-letters]").dataset.letters);
  if (!field) return;
  const letter = upper ? button.dataset.letter.toLocaleUpperCase("kk") : button.dataset.letter;
  field.setRangeText(letter, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // a letter chosen by keyboard leaves the focus on the row, so that the next one can follow
  if (event.detail > 0) field.focus();
});
