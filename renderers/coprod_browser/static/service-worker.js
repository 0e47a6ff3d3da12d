"use strict";
// Answers the builder's requests inside this browser: pages come from the engine in the builder's own tab, and the files
// of the engine from this browser's cache. Another version of the site waits until every tab of this one is closed.
const VERSION = "0123456789abcdef", CACHE = `coprod-builder-${VERSION}`;
const SCOPE = new URL("./", location.href).pathname;
const FILES = [
  "./", "shell.js", "shell.css", "engine.js", "parts.js", "manifest.webmanifest", "icon.svg", "accessibility.html",
  "app/", "app/static/builder.css", "app/static/builder.js", "app/static/shared_plan.js",
];
const CLOSED = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Open the builder first</title></head>
<body><h1>Open the builder first</h1><p>This page is made by the builder, and its tab was closed.
<a href="${SCOPE}">Open the builder</a>, and go on from the plan that it kept.</p></body></html>`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((each) => new Request(each, { cache: "reload" })))).catch(() => {}));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([
    self.clients.claim(),
    caches.keys().then((names) => Promise.all(
      names.filter((name) => name.startsWith("coprod-builder-") && name !== CACHE).map((name) => caches.delete(name))
    )).catch(() => {}),
  ]));
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url), path = address.pathname.slice(SCOPE.length);
  if (address.origin !== location.origin || !address.pathname.startsWith(SCOPE)) { return; }
  const inApp = path.startsWith("app/"), made = event.request.method !== "GET" || !FILES.includes(path);
  event.respondWith(inApp && made ? asked(event.request, address, path.slice("app".length)) : kept(event.request, path));
});

async function kept(request, path) {
  try {
    const cache = await caches.open(CACHE);
    const found = await cache.match(path === "index.html" ? SCOPE : `${SCOPE}${path}`);
    if (found) { return found; }
  } catch { /* storage is refused: ask the site */ }
  return fetch(request);
}

async function asked(request, address, path) {
  const shell = (await self.clients.matchAll({ type: "window" })).find((each) => {
    const at = new URL(each.url).pathname;
    return at === SCOPE || at === `${SCOPE}index.html`;
  });
  const navigates = request.mode === "navigate";
  if (!shell) { return new Response(CLOSED, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } }); }
  const body = request.method === "GET" || request.method === "HEAD" ? null : await request.arrayBuffer();
  const { port1, port2 } = new MessageChannel();
  const answer = await new Promise((resolve) => {
    port1.onmessage = (event) => resolve(event.data);
    const asking = { method: request.method, path, query: address.search.slice(1), headers: [...request.headers], body };
    shell.postMessage(asking, body ? [port2, body] : [port2]);
  });
  // Without content, the browser stays on the page, which still has the plan.
  if (answer.stopped) { return navigates ? new Response(null, { status: 204 }) : Response.error(); }
  return new Response(answer.body.length ? answer.body : null, { status: answer.status, headers: answer.headers });
}
