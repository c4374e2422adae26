// Lets opened pages be read without a network: starts the worker, saves a whole module when asked, says when a page is a copy.
const line = document.querySelector("[data-kept-line]");
const saving = document.querySelector("[data-save-offline]");
const day = document.documentElement.dataset.kept;

if (day && line) {
  const online = () => {
    line.querySelector("[data-while-offline]").hidden = navigator.onLine;
    line.querySelector("[data-while-online]").hidden = !navigator.onLine;
  };
  line.querySelector("[data-kept-day]").textContent = day.slice(0, 10).split("-").reverse().join(".");
  line.hidden = false;
  addEventListener("online", online);
  addEventListener("offline", online);
}

const files = () => performance.getEntriesByType("resource").map((one) => one.name);

// tells the worker what to keep; gives what it says at each step and at the end
const ask = async (keep, step = () => undefined) => {
  const worker = (await navigator.serviceWorker.ready).active;
  const channel = new MessageChannel();
  return new Promise((done) => {
    channel.port1.onmessage = ({ data }) => (data.ended ? done(data) : step(data));
    worker.postMessage({ keep, files: files() }, [channel.port2]);
  });
};

const save = async () => {
  const button = saving.querySelector("button");
  const said = saving.querySelector("[role=status]");
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const links = [...document.querySelectorAll("main .toc a")].map((link) => link.href);
  const say = ({ done, of }) => (said.textContent = `${said.dataset.going} ${done}/${of}`);
  say({ done: 0, of: links.length + 1 });
  const { done, of } = await ask([location.pathname, ...links], say);
  said.textContent = done === of ? said.dataset.done : `${said.dataset.failed} ${done}/${of}`;
  button.removeAttribute("aria-disabled");
};

const start = async () => {
  await navigator.serviceWorker.register("/worker.js");
  // the first page was opened before there was a worker to see it
  if (!navigator.serviceWorker.controller && !day) ask([location.pathname]);
  if (!saving) return;
  saving.hidden = false;
  saving.querySelector("button").addEventListener("click", save);
};

// browsers start workers only on https and on this machine itself
if ("serviceWorker" in navigator && window.isSecureContext) start().catch(() => undefined);
