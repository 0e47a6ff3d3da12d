// Python in a worker: fetches the engine's files once, starts the builder, and answers its requests.
import { ENGINE } from "./parts.js";

const FOLDER = `engine/${ENGINE.version}`, CACHE = `coprod-builder-${ENGINE.version}`, TRIES = 3;
const TYPES = { mjs: "text/javascript", wasm: "application/wasm", json: "application/json", zip: "application/zip" };
let python = null, builder = null, cards = null, working = Promise.resolve();

class Fault extends Error {}

const total = (parts) => parts.reduce((sum, each) => sum + each.size, 0);
const tell = (message) => postMessage(message);

const UNKEPT = { unkept: true }; // storage is full, or this browser refuses it

async function store() {
  try { return await caches.open(CACHE); } catch { tell(UNKEPT); return null; }
}

async function bytesOf(part, heard) {
  const response = await fetch(`${FOLDER}/${part.name}`, { cache: "no-cache" });
  if (!response.ok) {
    throw new Fault(`The site has no file ${part.name} (it answered ${response.status}). Tell whoever looks after this site.`);
  }
  const reader = response.body.getReader(), read = [];
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    read.push(step.value);
    heard(step.value.length);
  }
  const data = await new Blob(read).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  if ([...digest].map((each) => each.toString(16).padStart(2, "0")).join("") !== part.sha256) {
    throw new Fault(`What arrived as ${part.name} is not that file. A filter or proxy on this network may have put something else in its place. Ask your web team to let .wasm, .mjs and .zip files through from this site.`);
  }
  return data;
}

async function keep(part, cache, heard) {
  const address = new URL(`${FOLDER}/${part.name}`, self.location.href).href;
  if (cache && await cache.match(address).catch(() => null)) { heard(part.size); return; }
  for (let tried = 1; ; tried += 1) {
    let arrived = 0;
    try {
      const data = await bytesOf(part, (length) => { arrived += length; heard(length); });
      const type = TYPES[part.name.split(".").at(-1)];
      await cache?.put(address, new Response(data, { headers: { "content-type": type } })).catch(() => tell(UNKEPT));
      return;
    } catch (error) {
      heard(-arrived);
      if (error instanceof Fault) { throw error; }
      if (tried === TRIES) {
        throw new Fault("The connection was lost while the builder was being downloaded. What has arrived is kept. Check the connection, then try again.");
      }
      await new Promise((resolve) => { setTimeout(resolve, 1000 * tried); });
    }
  }
}

async function fetched(parts) {
  const cache = await store(), all = total(parts);
  let done = 0;
  for (const part of parts) {
    await keep(part, cache, (length) => { done += length; tell({ loading: part.words, done, total: all }); });
  }
}

async function unpacked(part) {
  const data = await (await fetch(`${FOLDER}/${part.name}`)).arrayBuffer();
  python.unpackArchive(data, "zip", { extractDir: "/coprod" });
}

// Draws a photo again, upright, on white, and with no side longer than `longest` pixels: there is no Pillow here. The
// result has nothing that was hidden in the file.
async function drawn(given, longest) {
  const data = given.toJs();
  try {
    const picture = await createImageBitmap(new Blob([data]));
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const [width, height] = [picture.width, picture.height].map((each) => Math.max(1, Math.round(each * scale)));
    const canvas = new OffscreenCanvas(width, height), context = canvas.getContext("2d", { alpha: false });
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, width, height);
    picture.close();
    const made = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
    return python.globals.get("bytes")(python.toPy(new Uint8Array(await made.arrayBuffer())));
  } catch { return undefined; } // it is damaged, or this browser is short of memory
}

async function start({ base, host }) {
  const parts = ENGINE.parts.filter((each) => !each.cards);
  await fetched(parts);
  tell({ starting: true });
  const { loadPyodide } = await import(`./${FOLDER}/pyodide.mjs`);
  const indexURL = new URL(`${FOLDER}/`, self.location.href).href;
  python = await loadPyodide({ indexURL, env: { HOME: "/home/pyodide", COPROD_CACHE: "off" } });
  python._api.on_fatal = (error) => tell({ fault: words(error) }); // such as too little memory: nothing is answered after it
  await unpacked(parts.find((each) => each.name === "library.zip"));
  python.runPython("import sys; sys.path.insert(0, '/coprod'); from coprod_browser.stand_in import use_if_needed; use_if_needed()");
  const made = python.pyimport("coprod_browser.worker");
  builder = made.builder_engine(python.pyimport("pathlib").Path("/coprod"), base, host, drawn);
  tell({ ready: true });
}

const NEEDS_CARDS = /^\/plan\/(pack|open|preview)$/;

async function withCards() {
  const parts = ENGINE.parts.filter((each) => each.cards);
  cards ??= fetched(parts).then(() => Promise.all(parts.map(unpacked))).catch((error) => { cards = null; throw error; });
  await cards;
}

async function answer({ id, method, path, query, headers, body }) {
  await starting;
  if (NEEDS_CARDS.test(path)) { await withCards(); }
  tell({ working: id });
  const sent = python.toPy(headers), data = python.toPy(new Uint8Array(body ?? 0));
  const answered = await builder.answer(method, path, query, sent, python.globals.get("bytes")(data));
  const made = { id, status: answered.status, headers: answered.headers.toJs(), body: answered.body.toJs() };
  answered.destroy();
  postMessage(made, [made.body.buffer]);
}

const words = (error) => (error instanceof Fault ? error.message
  : `The builder stopped because of a fault of ours, or because this computer is short of memory (${String(error.message).trim().split("\n").at(-1)}). Close other tabs, then try again.`);

let starting = null;

onmessage = ({ data }) => {
  if (data.start) {
    starting = start(data).catch((error) => { tell({ fault: words(error) }); throw error; });
    starting.catch(() => {});
  } else {
    working = working.then(() => answer(data)).catch((error) => tell({ fault: words(error), id: data.id }));
  }
};
