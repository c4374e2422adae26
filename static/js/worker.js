// Keeps opened pages of the course with their styles and fonts, so that they are read without a network; nothing else is kept.
const PAGES = "pages";
const FILES = "files";
const SHELL = `shell-${VERSION}`;
const MOST = { [PAGES]: 400, [FILES]: 200 };
const AT_ONCE = 3;
const COURSE = /^(\/(ru|en))?\/course(\/[a-z0-9-]+){0,2}$/;
const OTHER = /\/course\/(book|[^/]+\/(print|lesson))$/;
const LEAVING = /^(\/(ru|en))?\/account\/(sign-out|release|delete)$/;
const NOTHING = ["/offline", "/ru/offline", "/en/offline"];

const ours = (url) => url.origin === location.origin && COURSE.test(url.pathname) && !OTHER.test(url.pathname);
// a page that was just sent a note carries its number: it is the same page
const plain = (url) => url.search === "" || url.search.startsWith("?noted=");
const named = (url) => url.origin + url.pathname;

const trim = async (name) => {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST[name])).map((key) => cache.delete(key)));
};

const keepFiles = async (addresses) => {
  const cache = await caches.open(FILES);
  for (const address of new Set(addresses)) {
    if (!new URL(address, location).pathname.startsWith("/static/")) continue;
    if (!(await cache.match(address))) await cache.add(address).catch(() => undefined);
  }
  await trim(FILES);
};

const keepPage = async (url, answer) => {
  const fit = answer.status === 200 && !answer.redirected && (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
  if (!fit || (answer.headers.get("Cache-Control") ?? "").includes("no-store")) return false;
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Set-Cookie", "Vary"]) headers.delete(name);
  // the token makes two sendings of one form one answer: an old copy must not make a new answer look like a second sending
  const text = (await answer.text()).replace(/(name="token" value=")[^"]*"/g, '$1"').replace("<html ", `<html data-kept="${new Date().toISOString()}" `);
  const cache = await caches.open(PAGES);
  await cache.delete(named(url)); // so that the page read last is the last to go
  await cache.put(named(url), new Response(text, { status: 200, headers }));
  await trim(PAGES);
  await keepFiles([...text.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map((found) => found[1].replaceAll("&amp;", "&")));
  return true;
};

// the fonts of the whole site, but for the few signs of latin-ext: a page not seen yet may need any of them
const fonts = async (addresses) => {
  const sheet = addresses.find((address) => new URL(address, location).pathname.endsWith("/fonts.css"));
  const text = sheet ? await (await fetch(sheet)).text() : "";
  return [...text.matchAll(/url\("(fonts\/[^"]+)"\)/g)].map((found) => `/static/vendor/${found[1]}`).filter((path) => !path.includes("latin-ext"));
};

const kept = async (url) => {
  const found = await (await caches.open(PAGES)).match(named(url));
  const start = url.pathname.match(/^\/(ru|en)\//)?.[0] ?? "/";
  return found ?? (await (await caches.open(SHELL)).match(`${start}offline`));
};

const page = async (event, url) => {
  try {
    const answer = await fetch(event.request);
    if (answer.status >= 502) return (await (await caches.open(PAGES)).match(named(url))) ?? answer;
    if (plain(url)) event.waitUntil(keepPage(url, answer.clone()).catch(() => undefined));
    return answer;
  } catch {
    return (await kept(url)) ?? Response.error();
  }
};

// addresses of files change with their content, so a kept one is never old
const file = async (event) => {
  const cache = await caches.open(FILES);
  const found = await cache.match(event.request);
  if (found) return found;
  const answer = await fetch(event.request);
  if (answer.status === 200) event.waitUntil(cache.put(event.request, answer.clone()).then(() => trim(FILES)).catch(() => undefined));
  return answer;
};

const keepAll = async ({ data, ports: [port] }) => {
  const left = (data?.keep ?? []).map((address) => new URL(address, location)).filter(ours).slice(0, MOST[PAGES]);
  const of = left.length;
  let done = 0;
  const work = async () => {
    for (let url = left.shift(); url; url = left.shift()) {
      const answer = await fetch(named(url), { credentials: "same-origin" }).catch(() => null);
      if (answer && (await keepPage(url, answer).catch(() => false))) done += 1;
      port?.postMessage({ done, of });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const files = data?.files ?? [];
  await keepFiles(files).catch(() => undefined);
  if (of > 1) await fonts(files).then(keepFiles).catch(() => undefined);
  port?.postMessage({ done, of, ended: true });
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // without cookies: this page is for whoever sits here
  const fresh = NOTHING.map((path) => new Request(path, { credentials: "omit", cache: "no-cache" }));
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name.startsWith("shell-") && name !== SHELL) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("message", (event) => event.waitUntil(keepAll(event)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // who leaves a shared machine leaves no pages on it
  if (request.method === "POST" && LEAVING.test(url.pathname)) event.waitUntil(Promise.all([PAGES, FILES].map((name) => caches.delete(name))));
  if (request.method !== "GET") return;
  const hashed = url.pathname.startsWith("/static/vendor/fonts/") || url.search.startsWith("?v=");
  if (url.pathname.startsWith("/static/") && hashed) event.respondWith(file(event));
  else if (request.mode === "navigate" && ours(url)) event.respondWith(page(event, url));
});
