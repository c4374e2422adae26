// Keys of a card: while it holds the focus, 1 to 4 press its buttons. The answer, or the card, takes the focus first.
const card = document.querySelector("[data-recall]");
if (card) {
  const first = card.querySelector("#answer, .verdict") ?? card;
  if (!document.querySelector(".trouble")) first.focus({ preventScroll: !location.hash });
  card.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea, select")) return;
    card.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
}
