"use strict";
// Shows the items that match the filters, and their number. The filters are stored in the URL, after the #.
(() => {
  const form = document.querySelector(".filter");
  const count = document.querySelector(".count");
  const tiles = [...document.querySelectorAll(".finding > li")];

  const fits = (data, wanted) =>
    (!wanted.theme || data.themes.split(" ").includes(wanted.theme)) &&
    (!wanted.purpose || data.purposes.split(" ").includes(wanted.purpose)) &&
    (!wanted.minutes || Number(data.least) <= Number(wanted.minutes)) &&
    (!wanted.people || (Number(data.few) <= Number(wanted.people) && Number(wanted.people) <= Number(data.many))) &&
    (!wanted.setting || data.setting === "either" || data.setting === wanted.setting);

  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    for (const tile of tiles) { tile.hidden = !fits(tile.dataset, wanted); }
    const found = tiles.filter(tile => !tile.hidden).length;
    const { one, many, none } = count.dataset;
    const said = found === 0 ? none : found === 1 ? one : many.replace("#", found);
    if (count.textContent !== said) { count.textContent = said; }
    const chosen = Object.entries(wanted).filter(([, value]) => value);
    const hash = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  };

  const read = () => {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      const field = form.elements.namedItem(name);
      if (field) { field.value = value; }
    }
    show();
  };

  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("hashchange", read);
  read();
})();
