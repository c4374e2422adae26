// Offers on the home page the page of the course that was read last on this device; nothing of it is sent anywhere.
const line = document.querySelector("[data-last-page]");
try {
  const last = JSON.parse(localStorage.getItem("last-page") ?? "null");
  if (line && /^(\/(ru|en))?\/course\/[a-z0-9-]+\/[a-z0-9-]+$/.test(last?.href ?? "")) {
    const link = line.querySelector("a");
    // the page in the language that is read now
    link.href = line.dataset.start + last.href.replace(/^\/(ru|en)(?=\/)/, "");
    link.textContent = last.title;
    link.lang = "kk";
    line.hidden = false;
  }
} catch {
  // nothing is kept here
}
