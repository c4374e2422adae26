// Marks words on a page of the course, finds words with notes again, and remembers on this device which page was read last.
const root = document.querySelector("article.text");
const marker = document.querySelector("[data-marker]");
const OUT = ".over, h1, .meta, .bookmark, .aims, .notice, .sources, .next, .notes, .marker, .embed, .figure, .note, .mark, script";
const AROUND = 60;
const bare = (text) => text.replace(/\s+/g, "");
let held = null;

// the words of the page without spaces, and for each letter the node and place it stands at
const letters = () => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const all = { text: "", nodes: [], offsets: [] };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(OUT)) continue;
    for (let at = 0; at < node.data.length; at += 1) {
      if (/\s/.test(node.data[at])) continue;
      all.text += node.data[at];
      all.nodes.push(node);
      all.offsets.push(at);
    }
  }
  return all;
};

const alike = (one, other) => {
  let n = 0;
  while (n < one.length && n < other.length && one[n] === other[n]) n += 1;
  return n;
};
const turned = (text) => [...text].reverse();

// the same words may stand twice: those are meant that have the same words around them
const find = (all, { quote, before, after }) => {
  const wanted = bare(quote);
  let best = null;
  for (let at = all.text.indexOf(wanted); wanted && at >= 0; at = all.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const near = alike(turned(all.text.slice(Math.max(0, at - AROUND), at)), turned(bare(before))) + alike(all.text.slice(end, end + AROUND), bare(after));
    if (!best || near > best.near) best = { at, end, near };
  }
  if (!best) return null;
  const range = new Range();
  range.setStart(all.nodes[best.at], all.offsets[best.at]);
  range.setEnd(all.nodes[best.end - 1], all.offsets[best.end - 1] + 1);
  return range;
};

const draw = () => {
  if (!globalThis.CSS?.highlights) return; // older browsers: the list at the foot says it all
  const all = letters();
  const ranges = [...document.querySelectorAll("[data-quote]")].map((one) => find(all, one.dataset)).filter(Boolean);
  CSS.highlights.set("kept", new Highlight(...ranges));
};

const show = (line) => {
  const range = find(letters(), line.dataset);
  const place = range?.startContainer.parentElement.closest("p, li, td, th, h2, h3, dd, dt, blockquote");
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
};

// what a range holds, as words and as what stands around them
const chosen = (range) => {
  const all = letters();
  const inside = all.nodes.map((node, n) => range.comparePoint(node, all.offsets[n]) === 0 && range.comparePoint(node, all.offsets[n] + 1) === 0);
  const first = inside.indexOf(true);
  const last = inside.lastIndexOf(true);
  if (first < 0) return null;
  let quote = "";
  for (let n = first; n <= last; n += 1) {
    const apart = n > first && (all.nodes[n] === all.nodes[n - 1] ? all.offsets[n] - all.offsets[n - 1] > 1 : /^\s/.test(all.nodes[n].data) || /\s$/.test(all.nodes[n - 1].data) || blockOf(all.nodes[n]) !== blockOf(all.nodes[n - 1]));
    quote += (apart ? " " : "") + all.nodes[n].data[all.offsets[n]];
  }
  return { quote, before: all.text.slice(Math.max(0, first - AROUND), first), after: all.text.slice(last + 1, last + 1 + AROUND) };
};
const blockOf = (node) => node.parentElement.closest("p, li, td, th, h2, h3, h4, dt, dd, div");

const fill = (form, words) => {
  for (const name of ["quote", "before", "after"]) form.elements[name].value = words?.[name] ?? "";
};

const hide = () => {
  held = null;
  marker.hidden = true;
};

const look = () => {
  const now = getSelection();
  const range = now.rangeCount && !now.isCollapsed ? now.getRangeAt(0) : null;
  const ours = range && root.contains(range.commonAncestorContainer) && !range.commonAncestorContainer.parentElement?.closest(OUT) && String(now).trim();
  if (ours) held = range.cloneRange();
  else if (marker.contains(document.activeElement)) return;
  if (ours) marker.hidden = false;
  else hide();
};

const markWords = () => {
  const words = held && chosen(held);
  const form = document.querySelector("[data-mark-form]");
  if (words) fill(form, words);
  getSelection().removeAllRanges();
  hide();
  if (words) form.requestSubmit();
};

const noteWords = () => {
  const words = held && chosen(held);
  const form = document.querySelector("[data-note-form]");
  hide();
  if (!words) return;
  fill(form, words);
  form.querySelector("[data-chosen]").hidden = false;
  form.querySelector("[data-chosen-words]").textContent = words.quote;
  form.elements.text.focus();
};

if (root && marker) {
  document.addEventListener("selectionchange", look);
  marker.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay chosen
  document.addEventListener("keydown", (event) => {
    if (marker.hidden) return;
    if (event.key === "Escape") hide();
    if (event.key !== "Tab" || marker.contains(document.activeElement)) return;
    event.preventDefault();
    marker.querySelector("button").focus();
  });
  document.addEventListener("click", (event) => {
    const on = (name) => event.target.closest(`[${name}]`);
    if (on("data-mark-words")) markWords();
    if (on("data-note-words")) noteWords();
    if (on("data-show")) show(on("data-show").closest("[data-quote]"));
    if (!on("data-unchoose")) return;
    fill(on("data-unchoose").form);
    on("data-unchoose").parentElement.hidden = true;
  });
  document.addEventListener("htmx:afterSettle", draw);
  draw();
  try {
    localStorage.setItem("last-page", JSON.stringify({ href: location.pathname, title: document.querySelector("h1").textContent }));
  } catch {
    // storage is closed in some private windows: nothing is remembered
  }
}
