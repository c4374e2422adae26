// The row of ә ғ қ ң ө ұ ү һ і under a text field puts a letter where the caret stands; one row serves a whole paper.
const TYPED = "input:not([type]), input[type='text'], textarea";
let upper = false;
let last = null;

document.addEventListener("focusin", (event) => {
  if (event.target.matches(TYPED)) last = event.target;
});

document.addEventListener("keydown", (event) => (upper = event.getModifierState?.("Shift") ?? false));
document.addEventListener("keyup", (event) => (upper = event.getModifierState?.("Shift") ?? false));

// the field keeps its caret, and a phone its keyboard
document.addEventListener("pointerdown", (event) => {
  if (event.target.closest("[data-letter]")) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-letter]");
  if (!button) return;
  const row = button.closest("[data-letters]");
  const paper = row.closest("[data-paper]");
  const own = paper?.contains(last) ? last : paper?.querySelector(TYPED);
  const field = document.getElementById(row.dataset.letters) ?? own;
  if (!field) return;
  const letter = upper ? button.dataset.letter.toLocaleUpperCase("kk") : button.dataset.letter;
  field.setRangeText(letter, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // a letter chosen by keyboard leaves the focus on the row, so that the next one can follow
  if (event.detail > 0) field.focus();
});
