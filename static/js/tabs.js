// Says in a line when the same task is open in another tab or window of this browser.
const name = "tarmaq-tasks";
const me = crypto.randomUUID?.() ?? String(Math.random());
const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;
const place = location.pathname.replace(/^\/(ru|en)(?=\/|$)/, "");
// the task alone: one tab may know of an attempt that the other has not seen yet
const keyOf = (form) => `${place} ${form.dataset.draft.replace(/^[^:]*:/, "")}`;
const forms = () => [...document.querySelectorAll("form[data-draft]")];
const mine = () => forms().map(keyOf);

const tell = (message) => {
  if (channel) return channel.postMessage(message);
  try {
    localStorage.setItem(name, JSON.stringify({ ...message, at: Date.now() }));
  } catch {
    // without storage the two tabs cannot meet
  }
};

const hear = ({ from, said, keys }) => {
  if (from === me) return;
  const shared = mine().filter((key) => keys.includes(key));
  for (const key of shared) {
    const line = forms().find((form) => keyOf(form) === key)?.querySelector("[data-two-tabs]");
    if (line) line.hidden = said === "gone";
  }
  if (said === "opened" && shared.length) tell({ from: me, said: "here", keys: shared });
  // another tab left, but a third may still be here
  if (said === "gone" && shared.length) tell({ from: me, said: "here", keys: shared });
};

if (channel) channel.onmessage = (event) => hear(event.data);
else addEventListener("storage", (event) => event.key === name && event.newValue && hear(JSON.parse(event.newValue)));

addEventListener("pagehide", () => tell({ from: me, said: "gone", keys: mine() }));
addEventListener("pageshow", () => tell({ from: me, said: "opened", keys: mine() }));
