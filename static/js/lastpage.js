// Offers on the home page the page of the course read last on this device, and forgets it when somebody leaves the device.
const LEAVING = /\/account\/(sign-out|release|delete)$/;
const line = document.querySelector("[data-last-page]");

try {
  const last = line && JSON.parse(localStorage.getItem("last-page") ?? "null");
  if (last && /^(\/(ru|en))?\/course\/[a-z0-9-]+\/[a-z0-9-]+$/.test(last.href)) {
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

document.addEventListener("submit", (event) => {
  if (!LEAVING.test(event.target.action)) return;
  try {
    localStorage.removeItem("last-page");
  } catch {
    // nothing was kept
  }
});
