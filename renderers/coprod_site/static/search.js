"use strict";
// Looks up words in the search index, and adds up the weights of the pages that contain them.
(() => {
  const index = window.coprodSearch;
  const forms = index.forms.split(" ");
  const form = document.querySelector("form.search");
  const field = form.querySelector("input");
  const count = document.querySelector(".count");
  const results = document.querySelector(".results");
  const most = 40;
  let typing = 0;

  const lettersOf = words =>
    words.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().match(/[a-z0-9]+/g) || [];

  // Returns the stem of a word. An unknown word returns the stems of indexed words that start with it or with most of it.
  const stemsOf = word => {
    const exact = forms.indexOf(word);
    const begin = start => forms.flatMap((form_, at) => form_.startsWith(start) ? [index.stems[at]] : []);
    let found = exact >= 0 ? [index.stems[exact]] : begin(word);
    for (let length = word.length - 1; found.length === 0 && length >= Math.max(4, word.length - 3); length -= 1) {
      found = begin(word.slice(0, length));
    }
    return new Set(found);
  };

  const weightsOf = stems => {
    const weights = new Map();
    for (const stem of stems) {
      let page = 0;
      for (const packed of index.postings[stem].split(" ")) {
        const number = parseInt(packed, 36);
        page += number >> 5;
        weights.set(page, Math.max(weights.get(page) || 0, number & 31));
      }
    }
    return weights;
  };

  const ranked = words => {
    const each = words.map(word => weightsOf(stemsOf(word))).filter((weights, at) => weights.size > 0 || words[at].length > 3);
    const sums = new Map();
    for (const weights of each) {
      for (const [page, weight] of weights) {
        const [sum, hits] = sums.get(page) || [0, 0];
        sums.set(page, [sum + weight, hits + 1]);
      }
    }
    const all = [...sums].filter(([, [, hits]]) => hits === each.length);
    const pages = all.length ? all : [...sums];
    const phrase = words.join(" ");
    for (const each of pages) {
      const title = lettersOf(index.pages[each[0]][1]);
      const whole = title.join(" ");
      if (whole.includes(phrase) || phrase.includes(whole)) { each[1][0] += 40 * Math.min(1, words.length / title.length); }
    }
    pages.sort(([a, [one, hits]], [b, [other, more]]) => more - hits || other - one || a - b);
    return { pages: pages.map(([page]) => page), complete: all.length > 0 };
  };

  const item = page => {
    const [path, title, kind, about, themes] = index.pages[page];
    const made = document.createElement("li");
    made.className = `tile accent-${themes.length === 1 ? "theme_" + themes[0] : "brand"}`;
    const inner = document.createElement("div");
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    link.href = results.dataset.root + path;
    link.textContent = title;
    heading.append(link);
    const text = document.createElement("p");
    text.textContent = about;
    const glance = document.createElement("p");
    glance.className = "glance";
    glance.textContent = kind;
    inner.append(heading, text, glance);
    made.append(inner);
    return made;
  };

  const search = () => {
    const words = lettersOf(field.value);
    const url = words.length ? "?" + new URLSearchParams({ q: field.value }) : "";
    history.replaceState(null, "", location.pathname + url);
    document.querySelector(".a-to-z").hidden = false;
    if (words.length === 0) {
      results.replaceChildren();
      count.textContent = "";
      return;
    }
    const { pages, complete } = ranked(words);
    const { one, many, none, some } = count.dataset;
    results.replaceChildren(...pages.slice(0, most).map(item));
    const said = pages.length === 0 ? none : !complete ? some : pages.length === 1 ? one : many;
    count.textContent = said.replace("#", pages.length);
    document.querySelector(".a-to-z").hidden = pages.length > 0;
  };

  form.addEventListener("submit", event => { event.preventDefault(); search(); });
  field.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(search, 200); });
  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") || "";
  search();
})();
