"use strict";
// Shows what has changed since the date in the URL, which comes from the code on a printed card.
(() => {
  const part = document.querySelector(".since");
  const printed = new URLSearchParams(location.search).get("printed") || "";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(printed) || printed > part.dataset.date) { return; }
  const verdict = part.querySelector(".verdict");
  const changes = [...part.querySelectorAll("[data-day]")];
  const later = changes.filter(change => change.dataset.day > printed);
  for (const change of later) { change.classList.add("new"); }
  for (const change of changes) { change.hidden = later.length > 0 && !later.includes(change); }
  verdict.textContent = later.length ? verdict.dataset.some : verdict.dataset.none;
  part.querySelector(".compare").hidden = true;
  verdict.hidden = false;
})();
