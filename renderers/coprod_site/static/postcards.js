"use strict";
// A pile of postcards to shuffle and draw from. Drawn cards can be turned over and printed.
(() => {
  const panel = document.querySelector(".draw");
  const form = panel.querySelector("form");
  const status = panel.querySelector("[role=status]");
  const table = panel.querySelector(".drawn");
  const say = table.dataset;
  const root = "../";
  let pile = [];

  const element = (name, words, className) => {
    const made = document.createElement(name);
    if (words) { made.textContent = words; }
    if (className) { made.className = className; }
    return made;
  };

  const shuffled = cards => {
    const mixed = [...cards];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = Math.floor(Math.random() * (at + 1));
      [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
    }
    return mixed;
  };

  const wanted = () => {
    const { theme, moment } = Object.fromEntries(new FormData(form));
    return window.coprodCards.filter(card => (!theme || String(card.theme) === theme) && (!moment || card.moment === moment));
  };

  const front = card => {
    const face = element("div", "", `face front ground-theme_${card.theme}`);
    const image = element("img");
    image.src = `${root}assets/sign-${card.theme}-ground.svg`;
    image.alt = "";
    face.append(element("p", card.label, "label"), element("h3", card.question), image);
    return face;
  };

  const back = card => {
    const face = element("div", "", "face back");
    const more = element("ul");
    more.append(...card.more.map(question => element("li", question)));
    const listen = element("p");
    listen.append(element("strong", say.listen), ` ${card.listen}`);
    const moment = card.moment[0].toUpperCase() + card.moment.slice(1);
    face.append(element("p", `${moment} · ${card.audience.join(", ")}`, "glance"), element("p", card.why), more, listen);
    face.hidden = true;
    return face;
  };

  const dealt = card => {
    const item = element("li");
    const sides = element("div");
    const foot = element("div", "", "foot");
    const turn = element("button");
    const page = element("a", say.page);
    const [one, other] = [front(card), back(card)];
    turn.type = "button";
    const name = words => {
      turn.textContent = words;
      turn.setAttribute("aria-label", `${words}: ${card.question}`);
    };
    name(say.flip);
    turn.addEventListener("click", () => {
      one.hidden = other.hidden;
      other.hidden = !one.hidden;
      name(one.hidden ? say.back : say.flip);
    });
    page.href = root + card.path;
    page.setAttribute("aria-label", `${say.page}: ${card.question}`);
    sides.append(one, other);
    foot.append(turn, page);
    item.append(sides, foot);
    return item;
  };

  const shuffle = () => {
    pile = shuffled(wanted());
    status.textContent = pile.length ? say.shuffled.replace("#", pile.length) : say.none;
  };

  const draw = count => {
    if (pile.length === 0) { pile = shuffled(wanted()); }
    const cards = pile.splice(0, count);
    table.replaceChildren(...cards.map(dealt));
    document.body.classList.toggle("has-drawn", cards.length > 0);
    // The questions are shown on the cards below. This hidden copy is for screen readers to announce.
    const questions = cards.map(card => card.question).join(" ");
    const spoken = element("span", `${say.drawn.replace("#.", questions)} `, "unseen");
    status.replaceChildren(...cards.length ? [spoken, say.left.replace("#", pile.length)] : [say.none]);
    panel.querySelector(".print").disabled = cards.length === 0;
  };

  const keep = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    const hash = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
    shuffle();
  };

  const read = () => {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      const field = form.elements.namedItem(name);
      if (field) { field.value = value; }
    }
    shuffle();
  };

  for (const button of panel.querySelectorAll("[data-draw]")) {
    button.addEventListener("click", () => draw(Number(button.dataset.draw)));
  }
  panel.querySelector(".shuffle").addEventListener("click", shuffle);
  panel.querySelector(".print").addEventListener("click", () => print());
  panel.querySelector(".print").disabled = true;
  form.addEventListener("change", keep);
  form.addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", read);
  read();
  status.textContent = "";
})();
