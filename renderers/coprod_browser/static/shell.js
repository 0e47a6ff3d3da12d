"use strict";
// Keeps the builder running while its pages change: starts the worker, passes requests on to it, and says how far it is.
(() => {
  const at = (id) => document.getElementById(id);
  const LONGEST = 180000; // milliseconds that a job may take
  const base = new URL("app/", location.href).pathname, host = location.host;
  const waiting = new Map(); // the ports of unanswered requests, by number
  let worker = null, last = 0, ready = false, timer = 0, kept = true;

  const say = (words) => { if (at("words").textContent !== words) { at("words").textContent = words; } };

  const sayReady = () => say(kept
    ? "The builder is ready, and works without the internet."
    : "The builder is ready. This browser cannot keep it, because its storage is full or switched off, so it will be downloaded again next time.");

  function refuse(words) {
    at("fault").hidden = false;
    at("fault").querySelector("p").textContent = words;
    at("progress").hidden = true;
    say("The builder cannot run here.");
  }

  function fault() {
    if (location.protocol === "file:") {
      return "A browser does not let the builder run from a folder. Open it at its web address, or ask whoever gave you the folder to put it on a website or intranet.";
    }
    if (typeof WebAssembly !== "object") {
      return "This browser has WebAssembly switched off, and the builder needs it. Try another browser, or ask your IT team to switch it on for this site.";
    }
    if (!window.isSecureContext) {
      return "The address of this page starts with http, and browsers only run the builder from addresses that start with https. Ask whoever looks after this site.";
    }
    if (!navigator.serviceWorker) {
      return "This browser does not let pages work offline, as happens in some private windows. Open the builder in an ordinary window.";
    }
    return "";
  }

  function start() {
    ready = false;
    at("again").hidden = true;
    at("progress").hidden = false;
    at("progress").removeAttribute("value");
    say("The builder is starting.");
    worker = new Worker("engine.js", { type: "module" });
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = () => failed("The builder could not start. Check the connection, then try again.");
    worker.postMessage({ start: true, base, host });
  }

  function hear(data) {
    if (data.loading) {
      at("progress").hidden = false;
      at("progress").max = data.total;
      at("progress").value = data.done;
      say(`Loading ${data.loading}: ${Math.ceil(data.done / 1e6)} of ${Math.ceil(data.total / 1e6)} MB, once only.`);
    } else if (data.starting) {
      at("progress").removeAttribute("value");
      say("The builder is starting. You can already fill in the form.");
    } else if (data.ready) {
      ready = true;
      at("progress").hidden = true;
      if (waiting.size) { say("Working …"); } else { sayReady(); }
    } else if (data.working) {
      at("progress").hidden = true;
      say("Working …");
    } else if (data.unkept) {
      kept = false;
    } else if (data.fault) {
      failed(data.fault);
    } else {
      answered(data.id, { status: data.status, headers: data.headers, body: data.body });
    }
  }

  function answered(id, answer) {
    waiting.get(id)?.postMessage(answer, answer.body ? [answer.body.buffer] : []);
    waiting.delete(id);
    clock();
    if (!waiting.size && ready) { sayReady(); }
  }

  // The plan stays on the page that sent it, so ending the worker loses nothing.
  function end(words) {
    worker?.terminate();
    worker = null;
    for (const id of [...waiting.keys()]) { answered(id, { stopped: true }); }
    at("progress").hidden = true;
    say(words);
  }

  function failed(words) {
    end(`${words} Your plan is still on this page.`);
    at("again").hidden = false;
    at("again").focus();
  }

  function clock() {
    clearTimeout(timer);
    at("stop").hidden = !waiting.size;
    if (waiting.size) { timer = setTimeout(() => { end(""); start(); say("That took too long, so it was stopped. Your plan is still on this page. Shorten it, or try again."); }, LONGEST); }
  }

  at("stop").addEventListener("click", () => { end(""); start(); say("Stopped. Your plan is still on this page, and the builder is starting again."); });
  at("again").addEventListener("click", start);
  at("remove").addEventListener("click", async () => {
    const names = await caches.keys().catch(() => []);
    await Promise.all(names.filter((name) => name.startsWith("coprod-builder-")).map((name) => caches.delete(name)));
    for (const each of await navigator.serviceWorker.getRegistrations()) {
      if (each.scope === new URL("./", location.href).href) { await each.unregister(); }
    }
    at("removed").textContent = "Deleted. Kept plans have a button of their own at the foot of the builder.";
  });

  navigator.serviceWorker?.addEventListener("message", ({ data, ports }) => {
    if (!worker) { ports[0].postMessage({ stopped: true }); return; }
    const id = last += 1;
    waiting.set(id, ports[0]);
    worker.postMessage({ ...data, id }, data.body ? [data.body] : []);
    if (ready) { say("Working …"); }
    clock();
  });

  async function open() {
    const words = fault();
    if (words) { refuse(words); return; }
    try {
      await navigator.serviceWorker.register("service-worker.js");
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((resolve) => { navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }); });
      }
    } catch {
      refuse("This browser refused to keep a part of the builder, as happens in private windows and when cookies are switched off. Open it in an ordinary window, or allow this site to store data.");
      return;
    }
    navigator.serviceWorker.startMessages();
    at("builder").src = `app/${location.hash}`;
    at("builder").hidden = false;
    start();
  }

  open();
})();
