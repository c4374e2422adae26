// Copies an address to the clipboard; where the browser forbids that (no https), marks it so that it can be copied by hand.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const link = button.parentElement.querySelector("a");
    getSelection().selectAllChildren(link);
    if (!document.execCommand("copy")) return;
  }
  button.dataset.word ??= button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = button.dataset.word), 2000);
});
