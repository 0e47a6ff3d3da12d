"use strict";
// Shows what a shared link holds, before anything is done with it. It needs no server until the plan is opened.
(() => {
  const part = document.getElementById("shared"), given = document.getElementById("given-link");
  const LONGEST = 8000, LARGEST = 200000, MOST_ITEMS = 60, MOST_WORDS = 300;

  // Returns at most LARGEST bytes, so that a small link cannot fill the memory.
  async function unpacked(packed) {
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const read = [];
    for (let size = 0, step = await reader.read(); !step.done; step = await reader.read()) {
      size += step.value.length;
      if (size > LARGEST) { await reader.cancel(); throw new Error("too large"); }
      read.push(step.value);
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(read).arrayBuffer());
  }

  async function planIn(address) {
    const found = /#plan=([A-Za-z0-9_-]+)$/.exec(address);
    if (!found || found[1].length > LONGEST) { throw new Error("not a plan"); }
    const { name, plan } = JSON.parse(await unpacked(found[1]));
    if (typeof name !== "string" || typeof plan?.title !== "string" || !Array.isArray(plan.agenda)) { throw new Error("not a plan"); }
    if (plan.agenda.length > MOST_ITEMS) { throw new Error("too many items"); }
    return { name: name.slice(0, MOST_WORDS), plan };
  }

  // Text only: no part of a plan becomes markup, an address or a style.
  const words = value => typeof value === "string" || typeof value === "number" ? String(value).slice(0, MOST_WORDS) : "";
  const named = id => words(id).replaceAll("-", " ").replace(/^./, letter => letter.toUpperCase());
  const made = text => Object.assign(document.createElement("li"), { textContent: text });
  const put = (name, text) => { part.querySelector(`.${name}`).textContent = text; };

  async function show(address) {
    part.hidden = false;
    part.querySelector(".holds").hidden = true;
    put("verdict", "");
    try {
      const { name, plan } = await planIn(address);
      put("title", words(plan.title));
      put("about", words(plan.summary));
      put("when", [words(plan.starts), words(plan.minutes) && `${words(plan.minutes)} minutes`].filter(Boolean).join(", "));
      part.querySelector("ol").replaceChildren(...plan.agenda.map(item => made(
        [words(item?.title) || named(item?.tool ?? item?.film ?? item?.kind), words(item?.minutes) && `${words(item.minutes)} min`]
          .filter(Boolean).join(", ")
      )));
      put("everything", JSON.stringify(plan, null, 2));
      part.querySelector("[name='plan']").value = JSON.stringify(plan);
      part.querySelector("[name='name']").value = name;
      part.querySelector(".holds").hidden = false;
    } catch {
      put("verdict", part.dataset.unreadable);
    }
    part.focus();
    part.scrollIntoView();
  }

  const forget = () => {
    part.hidden = true;
    if (location.hash) { history.replaceState(history.state, "", location.pathname); }
  };
  const look = () => { if (location.hash.startsWith("#plan=")) { show(location.hash); } };

  if (part) {
    part.querySelector("form").addEventListener("submit", () => history.replaceState(history.state, "", location.pathname));
    document.getElementById("ignore-shared").addEventListener("click", forget);
    document.getElementById("look-in-link").addEventListener("click", () => show(given.value.trim()));
    addEventListener("hashchange", look);
    look();
  }

  document.addEventListener("click", async event => {
    if (event.target.id !== "copy-link") { return; }
    const link = document.getElementById("share-link"), message = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(link.href);
      message.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(link);
      message.textContent = "Your browser did not allow this. Use its menu on the link to copy the link’s address.";
    }
  });
})();
