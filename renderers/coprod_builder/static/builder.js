"use strict";
// The page works without this script. The script keeps your place on the page when you press a button, updates the total
// as you change minutes, and lets you drag agenda items. It sends the same form and shows the page that is returned.
(() => {
  let sending = null; // the current request; earlier ones are ignored
  let acting = false; // whether that request changes the plan, so that other requests must wait for it
  let next = ""; // the value of a button pressed while waiting
  let unsaved = location.pathname.split("/")[1] === "plan"; // whether closing the page would lose changes
  let leaving = false; // whether submitting a form opens another page

  const form = () => document.getElementById("plan");

  async function send(button, body = new FormData(form(), button)) {
    acting = button.value !== "update";
    unsaved = unsaved || acting;
    if (sending) { sending.abort(); }
    const mine = sending = new AbortController();
    try {
      const answer = await fetch("/plan", { method: "POST", body, signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine === sending) { show(page); }
    } catch (error) {
      if (error.name !== "AbortError") {
        tell("The builder is not responding. Start it again, then press the button again. Your plan is still on this page.");
      }
    } finally {
      if (mine === sending) { done(); }
    }
  }

  // Parts to refresh when a number changes. Fields are left unchanged, because someone may be typing in one.
  const LIVE = ".live, .total, .item .clock, .end, #lead";

  async function refresh() {
    if (acting) { return; }
    const body = new FormData(form(), form().querySelector("button[value='update']"));
    if (sending) { sending.abort(); }
    const mine = sending = new AbortController();
    try {
      const answer = await fetch("/plan", { method: "POST", body, signal: mine.signal });
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
      if (error.name !== "AbortError") { tell("The builder is not responding. Start it again. Your plan is still on this page."); }
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

  // Store the plan in the tab's history, so that it is restored when someone goes back to this page.
  function remember() {
    const plan = [...new FormData(form())].filter(([, value]) => typeof value === "string");
    history.replaceState({ plan }, "");
  }

  function remembered() {
    const came = performance.getEntriesByType("navigation")[0]?.type;
    return form() && came === "back_forward" ? history.state?.plan : null;
  }

  function take(event, button, leaves) {
    if (acting) {
      event.preventDefault();
      if (leaves) { next = button.value; }
    } else if (!leaves) {
      event.preventDefault();
      send(button);
    } else if (leaves === "/plan/file") {
      unsaved = false;
    } else if (leaves === "/plan/pack") {
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
    if (unsaved && !leaving) { event.preventDefault(); }
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

  if (form()) { addHandles(); }
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
