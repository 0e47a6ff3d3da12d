"use strict";
// This page is shown for any missing address, at any depth. Its links start with the folder that the site was made for.
// The site may be in another folder: the deepest one above this address that has the site's style sheet.
addEventListener("DOMContentLoaded", async () => {
  const made = document.querySelector("a.home").getAttribute("href").replace(/index\.html$/, "");
  const lead = folder => {
    for (const name of ["href", "src", "action"]) {
      for (const each of document.querySelectorAll(`[${name}^="${made}"]`)) {
        each.setAttribute(name, folder + each.getAttribute(name).slice(made.length));
      }
    }
  };
  if (location.protocol === "file:") { lead("./"); return; }
  for (const parts = location.pathname.split("/").slice(0, -1); parts.length; parts.pop()) {
    const folder = parts.join("/") + "/";
    const answer = await fetch(folder + "assets/style.css", { method: "HEAD" }).catch(() => null);
    if (answer && answer.ok && (answer.headers.get("content-type") || "").includes("css")) {
      if (folder !== made) { lead(folder); }
      return;
    }
  }
});
