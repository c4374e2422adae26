// Moves the items of an ordering task with up and down buttons and says the new place aloud; the number fields carry the answer.
const renumber = (list) => {
  const items = [...list.children];
  items.forEach((item, place) => {
    item.querySelector("[data-place]").value = place + 1;
    item.querySelector("[data-move='up']").disabled = place === 0;
    item.querySelector("[data-move='down']").disabled = place === items.length - 1;
  });
};

const sort = (list) => {
  const place = (item) => Number(item.querySelector("[data-place]").value) || 999;
  [...list.children].sort((a, b) => place(a) - place(b)).forEach((item) => list.append(item));
};

const say = (list, item) => {
  const line = list.parentElement.querySelector("[data-order-said]");
  const place = [...list.children].indexOf(item) + 1;
  const text = item.querySelector("[data-item]").textContent.trim();
  line.textContent = line.dataset.words.replace("{text}", text).replace("{place}", place).replace("{of}", list.children.length);
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (!button) return;
  const list = button.closest("[data-order]");
  const item = button.closest("[data-order] > *");
  if (button.dataset.move === "up") item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  renumber(list);
  say(list, item);
  const other = item.querySelector(`[data-move="${button.dataset.move === "up" ? "down" : "up"}"]`);
  (button.disabled ? other : button).focus();
  list.dispatchEvent(new CustomEvent("draft:changed", { bubbles: true }));
});

const start = (root) => root.querySelectorAll("[data-order]").forEach((list) => (sort(list), renumber(list)));
document.addEventListener("draft:restored", (event) => start(event.target));
document.addEventListener("htmx:load", (event) => start(event.detail.elt.parentElement ?? document));
start(document);
