"use strict";
// The page works without this script. The script keeps your place on the page when you press a button, updates the total
// as you change minutes, and lets you drag agenda items. It sends the same form and shows the page that is returned.
(() => {
  const BASE = new URL(document.documentElement.dataset.base, location.href).pathname; // the path of the first page
  const inside = location.pathname.slice(BASE.length); // this page's path below the first page
  // In the edition without a server, the pages are shown inside a page that runs the builder.
  if (BASE !== "/" && !inside && window === top) { location.replace(`../${location.hash}`); }
  const SILENT = BASE === "/"
    ? "The builder is not responding. Start it again."
    : "The builder was stopped, or could not go on. The line at the top of the window says why, and how to start it.";
  let sending = null; // the current request; earlier ones are ignored
  let acting = false; // whether that request changes the plan, so that other requests must wait for it
  let next = ""; // the value of a button pressed while waiting
  let unsaved = inside.split("/")[0] === "plan"; // whether closing the page would lose changes
  let leaving = false; // whether submitting a form opens another page

  const form = () => document.getElementById("plan");

  // Plans are kept in this browser's own storage as they are typed, unless someone switches that off. If storage is full or
  // blocked, nothing is kept, and the browser asks before closing a page with changes.
  const PLANS = "coprod-plans", KEEP = "coprod-keep", NEXT = "coprod-next", CLEAN = "unchanged ", MOST = 10;
  let id = ""; // of this page's plan among those that are kept; it goes with the plan to the preview and back
  let storing = 0;

  function stored(storage, name, value) {
    try {
      if (value === undefined) { return window[storage].getItem(name); }
      if (value === null) { window[storage].removeItem(name); } else { window[storage].setItem(name, value); }
      return true;
    } catch { return value === undefined ? null : false; }
  }

  function plans() {
    try {
      const found = JSON.parse(stored("localStorage", PLANS) || "[]");
      return found.filter((each) => typeof each.id === "string" && Array.isArray(each.fields));
    } catch { return []; }
  }

  function putPlans(all) {
    for (let count = Math.min(MOST, all.length); count > 0; count -= 1) {
      if (stored("localStorage", PLANS, JSON.stringify(all.slice(0, count)))) { return true; }
    }
    return stored("localStorage", PLANS, null) && !all.length;
  }

  const keeps = () => stored("localStorage", KEEP) !== "off";
  const fields = () => [...new FormData(form())].filter(([, value]) => typeof value === "string");

  function keep() {
    clearTimeout(storing);
    if (!unsaved || !keeps()) { return false; }
    if (!form()) { return plans().some((each) => each.id === id); } // the preview's plan was kept on the page before
    const title = form().elements.title?.value || document.getElementById("heading").textContent;
    const others = plans().filter((each) => each.id !== id);
    return putPlans([{ id, title, when: Date.now(), fields: fields() }, ...others]);
  }

  document.addEventListener("input", (event) => {
    if (event.target.form !== form() || !form()) { return; }
    unsaved = true;
    clearTimeout(storing);
    storing = setTimeout(keep, 300);
  });

  function showKept() {
    const kept = document.getElementById("kept"), control = document.getElementById("keep");
    control.checked = keeps();
    document.querySelector(".keeping").hidden = false;
    if (!kept) { return; }
    const all = plans();
    kept.hidden = !all.length;
    kept.querySelector("ul").replaceChildren(...all.map((each) => {
      const item = document.createElement("li"), name = document.createElement("p");
      name.textContent = `${each.title}, ${new Date(each.when).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`;
      item.append(name, ...[["Carry on", carryOn], ["Delete", drop]].map(([words, act]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "small";
        button.textContent = words;
        button.setAttribute("aria-label", `${words}: ${name.textContent}`);
        button.addEventListener("click", () => act(each));
        return button;
      }));
      return item;
    }));
  }

  function drop(plan) {
    putPlans(plans().filter((each) => each.id !== plan.id));
    showKept();
  }

  function carryOn(plan) {
    const made = document.createElement("form");
    made.method = "post";
    made.action = `${BASE}plan`;
    made.enctype = "multipart/form-data";
    for (const [name, value] of [...plan.fields, ["do", "update"]]) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      made.append(field);
    }
    made.hidden = true;
    document.body.append(made);
    stored("sessionStorage", NEXT, plan.id);
    leaving = true;
    made.submit();
  }

  // Templates are kept in this browser too. They are sent only when a file is downloaded or previewed.
  const TEMPLATES = "templates", LOOK = "current";
  const picker = () => document.getElementById("template");
  let templates = [];

  function inStore(mode, act) {
    return new Promise((resolve) => {
      const opened = indexedDB.open("coprod-templates", 1);
      opened.onupgradeneeded = () => opened.result.createObjectStore(TEMPLATES);
      opened.onerror = () => resolve(null);
      opened.onsuccess = () => {
        const request = act(opened.result.transaction(TEMPLATES, mode).objectStore(TEMPLATES));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(null);
      };
    }).catch(() => null);
  }

  function showTemplates() {
    const control = picker();
    if (!control) { return; }
    const chosen = new DataTransfer();
    templates.forEach((each) => chosen.items.add(each));
    control.files = chosen.files;
    document.querySelector(".kept-template").hidden = false;
    document.getElementById("no-template").hidden = !templates.length;
    const names = templates.map((each) => each.name).join(" and ");
    document.getElementById("template-said").textContent = names ? `Used for your files: ${names}` : "";
    if (names) { control.closest("details").open = true; }
  }

  function putTemplates(files) {
    templates = files;
    showTemplates();
    inStore("readwrite", (store) => (files.length ? store.put(files, LOOK) : store.delete(LOOK)));
  }

  document.addEventListener("change", (event) => {
    if (event.target !== picker()) { return; }
    const control = event.target, files = [...control.files];
    const large = files.find((each) => each.size > Number(control.dataset.most));
    if (large) {
      showTemplates();
      document.getElementById("template-said").textContent = `${large.name} is larger than 25 MiB. Make its pictures smaller, and choose it again.`;
      return;
    }
    if (!files.length) { showTemplates(); return; } // the dialogue was closed without a choice
    const isWord = (each) => /\.do[ct][xm]$/i.test(each.name);
    const others = templates.filter((each) => !files.some((file) => isWord(file) === isWord(each)));
    putTemplates([...others, ...files]);
  });

  document.addEventListener("click", (event) => {
    if (event.target.id === "no-template") { putTemplates([]); picker().focus(); }
  });

  function formData(button) {
    const body = new FormData(form(), button);
    body.delete("template");
    return body;
  }

  async function send(button, body = formData(button)) {
    acting = button.value !== "update";
    unsaved = unsaved || acting;
    if (sending) { sending.abort(); }
    const mine = sending = new AbortController();
    try {
      const answer = await fetch(`${BASE}plan`, { method: "POST", body, signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine === sending) { show(page); }
    } catch (error) {
      if (error.name !== "AbortError") {
        tell(`${SILENT} Then press the button again. Your plan is still on this page.`);
      }
    } finally {
      if (mine === sending) { done(); }
    }
  }

  // Parts to refresh when a number changes. Fields are left unchanged, because someone may be typing in one.
  const LIVE = ".live, .total, .item .clock, .end, #lead";

  async function refresh() {
    if (acting) { return; }
    const body = formData(form().querySelector("button[value='update']"));
    if (sending) { sending.abort(); }
    const mine = sending = new AbortController();
    try {
      const answer = await fetch(`${BASE}plan`, { method: "POST", body, signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [old, made] = [document, page].map((each) => [...each.querySelectorAll(LIVE)]);
      if (mine !== sending || old.length !== made.length) { return; }
      old.forEach((each, at) => each.replaceWith(made[at]));
      for (const each of document.querySelectorAll(".minutes")) {
        const fresh = page.getElementById(each.querySelector("input").id);
        each.className = fresh.parentElement.className;
        for (const name of ["aria-invalid", "aria-describedby"]) {
          const value = fresh.getAttribute(name);
          if (value) { each.querySelector("input").setAttribute(name, value); }
          else { each.querySelector("input").removeAttribute(name); }
        }
      }
    } catch (error) {
      if (error.name !== "AbortError") { tell(`${SILENT} Your plan is still on this page.`); }
    } finally {
      if (mine === sending) { sending = null; }
    }
  }

  function done() {
    const button = next && form()?.querySelector(`button[value="${next}"]`);
    sending = null;
    acting = false;
    next = "";
    if (button) { form().requestSubmit(button); }
  }

  function show(page) {
    const open = [...document.querySelectorAll("details[open] > summary")].map((each) => each.textContent);
    const focused = document.activeElement && document.activeElement.id;
    const down = scrollY;
    const marked = page.querySelector("main [autofocus]");
    if (marked) { marked.removeAttribute("autofocus"); }
    document.title = page.title;
    for (const id of ["heading", "lead", "main"]) {
      const old = document.getElementById(id), made = page.getElementById(id);
      if (old && made) { old.replaceWith(made); }
    }
    for (const each of document.querySelectorAll("details > summary")) {
      if (open.includes(each.textContent)) { each.parentElement.open = true; }
    }
    scrollTo({ top: down, behavior: "instant" });
    const wanted = marked || document.getElementById(focused);
    if (wanted) { wanted.focus({ preventScroll: inSight(wanted) }); }
    addHandles();
    showTemplates();
    keep();
  }

  function inSight(element) {
    const box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }

  function addHandles() {
    for (const item of document.querySelectorAll(".item")) {
      const handle = document.createElement("span");
      handle.className = "handle";
      handle.draggable = true;
      handle.title = "Drag to move";
      handle.setAttribute("aria-hidden", "true");
      handle.textContent = "\u2195 drag";
      item.querySelector(".moves").append(handle);
    }
  }

  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (refuses(event.target, button)) { event.preventDefault(); return; }
    if (event.target === form() && button) { take(event, button, button.getAttribute("formaction")); }
    leaving = !event.defaultPrevented && !button?.formTarget;
    if (leaving) {
      keep();
      stored("sessionStorage", NEXT, event.target.matches("#plan, .looks") ? (unsaved ? id : `${CLEAN}${id}`) : null);
    }
  });

  // Problems that the server cannot detect: an incomplete date, which browsers send as empty, and a file that is too large.
  function refuses(sent, button) {
    const half = [...sent.elements].find((each) => each.validity?.badInput);
    const chosen = button?.value === "load" ? sent.elements.file : null;
    const large = chosen?.files[0]?.size > Number(chosen?.dataset.most);
    if (half) { tell("Complete the date, or clear it.", half); }
    if (large) { tell("This file is too large to be a plan. Choose a .yaml file that you downloaded from the builder.", chosen); }
    return Boolean(half || large);
  }

  // Store the plan in the tab's history, so that it is restored when someone goes back to this page or reloads it.
  function remember() {
    history.replaceState(keeps() ? { plan: fields(), id } : null, "");
  }

  function remembered() {
    const came = performance.getEntriesByType("navigation")[0]?.type;
    return form() && (came === "back_forward" || came === "reload") ? history.state?.plan : null;
  }

  function take(event, button, leaves) {
    if (acting) {
      event.preventDefault();
      if (leaves) { next = button.value; }
    } else if (!leaves) {
      event.preventDefault();
      send(button);
    } else if (leaves === `${BASE}plan/file`) {
      unsaved = false;
    } else if (leaves === `${BASE}plan/pack`) {
      tell("The pack is being made. It takes a few seconds.");
    }
  }

  function tell(words, field) {
    const message = document.getElementById("message");
    if (message) {
      message.textContent = words;
      message.parentElement.classList.remove("unseen");
    }
    if (field) {
      field.setCustomValidity(words);
      field.reportValidity();
      field.addEventListener("input", () => field.setCustomValidity(""), { once: true });
    }
  }

  window.addEventListener("beforeunload", (event) => {
    if (form()) { remember(); }
    if (unsaved && !leaving && !keep()) { event.preventDefault(); }
    leaving = false;
  });

  document.addEventListener("change", (event) => {
    unsaved = unsaved || event.target.form === form();
    if (event.target.form !== form()) { return; }
    if (event.target.matches(".item select")) {
      send(form().querySelector("button[value='update']"));
    } else if (event.target.closest(".minutes, .basics")) {
      refresh();
    }
  });

  let dragged = null;

  const itemAt = (event) => (dragged ? event.target.closest?.(".item") : null);

  function below(item, event) {
    const box = item.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  }

  function unmark() {
    for (const each of document.querySelectorAll(".before, .after")) { each.classList.remove("before", "after"); }
  }

  document.addEventListener("dragstart", (event) => {
    const handle = event.target.closest?.(".handle");
    if (!handle) { return; }
    dragged = handle.closest(".item");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 20, 20);
  });

  document.addEventListener("dragover", (event) => {
    const item = itemAt(event);
    if (!item) { return; }
    event.preventDefault();
    unmark();
    item.classList.add(below(item, event) ? "after" : "before");
  });

  document.addEventListener("drop", (event) => {
    const item = itemAt(event);
    if (!item) { return; }
    event.preventDefault();
    const items = [...document.querySelectorAll(".item")];
    const numbers = items.map((_, at) => at + 1);
    const from = items.indexOf(dragged);
    const [moved] = numbers.splice(from, 1);
    let to = items.indexOf(item) + (below(item, event) ? 1 : 0);
    if (to > from) { to -= 1; }
    numbers.splice(to, 0, moved);
    form().elements.order.value = numbers.join(",");
    send(form().querySelector("button[value='order']"));
  });

  document.addEventListener("dragend", () => {
    unmark();
    dragged?.classList.remove("dragged");
    dragged = null;
  });

  const passed = inside.split("/")[0] === "plan" ? stored("sessionStorage", NEXT) : null;
  id = history.state?.id || passed?.replace(CLEAN, "") || `${Date.now()}-${Math.random()}`;
  unsaved = unsaved && !passed?.startsWith(CLEAN);
  stored("sessionStorage", NEXT, null);
  if (picker()) {
    inStore("readonly", (store) => store.get(LOOK)).then((found) => {
      templates = Array.isArray(found) ? found : [];
      showTemplates();
    });
  }
  if (form()) { addHandles(); }
  document.getElementById("keep").addEventListener("change", (event) => {
    stored("localStorage", KEEP, event.target.checked ? null : "off");
    if (event.target.checked) { keep(); } else { forget(); }
  });
  document.getElementById("forget").addEventListener("click", forget);
  function forget() {
    clearTimeout(storing);
    stored("localStorage", PLANS, null);
    history.replaceState(null, "");
    document.getElementById("forgotten").textContent = "Deleted.";
    showKept();
  }
  showKept();
  const kept = remembered();
  if (kept) {
    const body = new FormData();
    for (const [name, value] of kept) { body.append(name, value); }
    body.set("do", "update");
    unsaved = true;
    send(form().querySelector("button[value='update']"), body);
  }

  // Scroll a long list of files to the file being previewed.
  const pile = document.querySelector(".pile ul"), current = pile?.querySelector("[aria-current]");
  if (current) { pile.scrollTop = current.offsetTop - pile.offsetTop - pile.clientHeight / 2; }
})();
