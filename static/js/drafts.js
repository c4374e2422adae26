// Keeps what was typed in form[data-draft] on this device, gives it back, and forgets it once a receipt says it is stored.
const PREFIX = "draft:";
const SEEN = "receipt:";
const WAIT = 400;
const KEPT_DAYS = 30;
const SENT = "sent:";
const timers = new Map();
// the same place in every language; a key alone may repeat on another page
const place = location.pathname.replace(/^\/(ru|en)(?=\/|$)/, "");
const nameOf = (key) => `${place} ${key}`;
let store = null;
try {
  store = window.localStorage;
} catch {
  store = null; // closed in some private windows: nothing is kept, and nothing is said to be
}

const fields = (form) =>
  [...form.elements].filter((x) => x.name && !x.disabled && !["hidden", "password", "file", "submit", "button"].includes(x.type));
const ticks = (field) => field.type === "checkbox" || field.type === "radio";
const typed = (form) =>
  fields(form)
    .filter((x) => (ticks(x) ? x.checked : x.value !== ""))
    .map((x) => [x.name, x.value]);

const say = (form, word) => {
  const line = form.querySelector("[data-draft-state]");
  if (!line) return;
  line.hidden = false;
  line.textContent = line.dataset[word];
};

const keep = (form) => {
  const values = typed(form);
  const key = PREFIX + nameOf(form.dataset.draft);
  try {
    if (values.length) store?.setItem(key, JSON.stringify({ at: Date.now(), values }));
    else store?.removeItem(key);
    if (values.length && store) say(form, "kept");
  } catch {
    say(form, "full");
  }
};

const read = (key) => {
  try {
    return JSON.parse(store?.getItem(key) ?? "null");
  } catch {
    return null;
  }
};

const fill = (form, values) => {
  const left = values.map((pair) => [...pair]);
  for (const field of fields(form)) {
    const place = left.findIndex(([name, value]) => name === field.name && (!ticks(field) || value === field.value));
    if (ticks(field)) field.checked = place >= 0;
    else if (place >= 0) field.value = left[place][1];
    if (place >= 0) left.splice(place, 1);
  }
};

// an answer to one task makes the attempt: what was typed under "new:" into the others moves to the attempt's key
const adopt = (form) => {
  const fresh = PREFIX + nameOf(form.dataset.draft.replace(/^[^:]*:/, "new:"));
  const own = PREFIX + nameOf(form.dataset.draft);
  const kept = store?.getItem(fresh);
  if (!kept || fresh === own) return;
  if (!store.getItem(own)) store.setItem(own, kept);
  store.removeItem(fresh);
};

const restore = (form) => {
  if (form.dataset.draftReady) return;
  form.dataset.draftReady = "yes";
  adopt(form);
  const kept = read(PREFIX + nameOf(form.dataset.draft));
  if (!kept || JSON.stringify(kept.values) === JSON.stringify(typed(form))) return;
  fill(form, kept.values);
  form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }));
  say(form, "restored");
};

// each receipt clears once: what was typed after it must outlive the next look at the same page
const forget = (line) => {
  const { receiptFor: key, receipt } = line.dataset;
  const seen = SEEN + nameOf(key);
  if (!store || (receipt && store.getItem(seen) === receipt)) return;
  store.removeItem(PREFIX + nameOf(key));
  // the first answer makes the attempt, so the form that was sent may have had another key
  const task = line.closest("[id]").id;
  const sent = sessionStorage.getItem(SENT + task);
  if (sent) store.removeItem(PREFIX + sent);
  sessionStorage.removeItem(SENT + task);
  store.setItem(seen, receipt);
};

const forgetOld = () => {
  const oldest = Date.now() - KEPT_DAYS * 86400000;
  for (const key of Object.keys(store ?? {}).filter((x) => x.startsWith(PREFIX))) {
    if ((read(key)?.at ?? 0) < oldest) store.removeItem(key);
  }
};

const start = (root) => {
  // a receipt first: the server has this answer, the copy here is older
  root.querySelectorAll("[data-receipt-for]").forEach(forget);
  root.querySelectorAll("form[data-draft]").forEach(restore);
};

const later = (form) => {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form), WAIT));
};

for (const name of ["input", "change", "draft:changed"]) {
  document.addEventListener(name, (event) => {
    const form = event.target.closest?.("form[data-draft]");
    if (form) later(form);
  });
}
// a tab may be closed before the wait is over
addEventListener("pagehide", () => timers.forEach((timer, form) => (clearTimeout(timer), form.isConnected && keep(form))));
document.addEventListener("submit", (event) => {
  clearTimeout(timers.get(event.target));
  if (event.target.matches("form[data-draft]")) {
    keep(event.target);
    if (store) sessionStorage.setItem(SENT + event.target.closest("[id]").id, nameOf(event.target.dataset.draft));
  }
  timers.delete(event.target);
});
document.addEventListener("htmx:load", (event) => start(event.detail.elt.parentElement ?? document));
forgetOld();
start(document);
