"use strict";
// Gives each part of a diagram a button that highlights its region. People can also select the region itself.
(() => {
  const explorer = document.querySelector(".explorer");
  if (!explorer) { return; }
  const chosen = explorer.querySelector(".chosen");
  const items = [...explorer.querySelectorAll(".areas > li")];
  const regions = [...explorer.querySelectorAll(".region")];

  const mark = (number, name) => {
    for (const each of regions) { each.classList.toggle(name, each.dataset.area === number); }
  };

  const choose = number => {
    const item = items.find(each => each.dataset.area === number);
    const again = item.classList.contains("chosen");
    for (const each of items) {
      const on = each === item && !again;
      each.classList.toggle("chosen", on);
      each.querySelector("button").setAttribute("aria-pressed", String(on));
    }
    mark(again ? "" : number, "chosen");
    chosen.textContent = again ? "" : `${item.querySelector("h3").textContent}: ${item.querySelector("p").textContent.trim()}`;
  };

  for (const item of items) {
    const heading = item.querySelector("h3");
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => choose(item.dataset.area));
    button.addEventListener("focus", () => mark(item.dataset.area, "near"));
    button.addEventListener("blur", () => mark("", "near"));
    item.addEventListener("pointerenter", () => mark(item.dataset.area, "near"));
    item.addEventListener("pointerleave", () => mark("", "near"));
    heading.append(button);
  }
  for (const region of regions) {
    region.addEventListener("click", () => choose(region.dataset.area));
    region.addEventListener("pointerenter", () => mark(region.dataset.area, "near"));
    region.addEventListener("pointerleave", () => mark("", "near"));
  }
  explorer.querySelector(".how").hidden = false;
  explorer.classList.add("exploring");
})();
