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

  const compounds = new Set(index.compounds.split(" "));
  const common = new Set(index.common);
  const letters = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const few = 5; // a word on fewer pages than this also finds its synonyms
  const lesser = 0.6; // the weight of a page that is found by a synonym

  const lettersOf = words =>
    words.replace(/['’ʼ]/g, "").toLowerCase().replace(/[ßæœøłđðþı]/g, letter => letters[letter])
      .normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || [];

  // Returns the words of a query. Two or three that are one word in the library, such as "co production", become one.
  const queryOf = text => {
    const words = lettersOf(text);
    for (let at = 0; at < words.length; at += 1) {
      for (const length of [4, 3, 2]) {
        const joined = words.slice(at, at + length).join("");
        if (at + length <= words.length && compounds.has(joined)) { words.splice(at, length, joined); break; }
      }
    }
    return words;
  };

  // Returns how far two words are apart: letters left out, added or swapped count 1, others 1.2. At most `most` matters.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) { return Infinity; }
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1.2));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) { return Infinity; }
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  // Returns the indexed words and synonyms that are nearest to a mistyped one, if any is near enough.
  const nearest = word => {
    let most = word.length < 4 ? 0 : word.length < 8 ? 1.2 : 2.4, found = [];
    for (const other of [...forms, ...Object.keys(index.synonyms)]) {
      const far = most ? distance(word, other, most) + (word[0] === other[0] ? 0 : 0.3) : Infinity;
      if (far < most) { [most, found] = [far, [other]]; } else if (far === most) { found.push(other); }
    }
    return [...new Set(found)].slice(0, 3);
  };

  const known = word => {
    const at = forms.indexOf(word);
    const pages = at >= 0 ? index.postings[index.stems[at]].split(" ").length : 0;
    const stems = new Map((pages < few && index.synonyms[word] || []).map(stem => [stem, lesser]));
    if (at >= 0) { stems.set(index.stems[at], 1); }
    return stems;
  };

  // Returns the stems of a word and their weights. An unknown word returns those of indexed words that start with it, or
  // those of the nearest words, or of words that start with most of it.
  const stemsOf = (word, meant) => {
    const begin = start => new Map(forms.flatMap((form_, at) => form_.startsWith(start) ? [[index.stems[at], 1]] : []));
    let found = known(word);
    if (!found.size) { found = begin(word); }
    if (!found.size) {
      const near = nearest(word);
      if (near.length) { meant.push([word, near]); }
      for (const other of near) { for (const [stem, weight] of known(other)) { found.set(stem, weight); } }
    }
    for (let length = word.length - 1; !found.size && length >= Math.max(4, word.length - 3); length -= 1) {
      found = begin(word.slice(0, length));
    }
    return found;
  };

  const weightsOf = stems => {
    const weights = new Map();
    for (const [stem, share] of stems) {
      let page = 0;
      for (const packed of index.postings[stem].split(" ")) {
        const number = parseInt(packed, 36);
        page += number >> 5;
        weights.set(page, Math.max(weights.get(page) || 0, (number & 31) * share));
      }
    }
    return weights;
  };

  const ranked = (words, meant) => {
    const stems = words.map(word => stemsOf(word, meant)).filter((found, at) => found.size > 0 || words[at].length > 3);
    const telling = stems.filter(found => found.size === 0 || [...found.keys()].some(stem => !common.has(stem)));
    const each = (telling.length ? telling : stems).map(weightsOf);
    const sums = new Map();
    for (const weights of each) {
      for (const [page, weight] of weights) {
        const [sum, hits] = sums.get(page) || [0, 0];
        sums.set(page, [sum + weight, hits + 1]);
      }
    }
    const all = [...sums].filter(([, [, hits]]) => hits === each.length);
    const pages = all.length ? all : [...sums];
    const phrase = words.map(word => new Map(meant).get(word)?.[0] || word).join(" ");
    for (const each of pages) {
      const title = queryOf(index.pages[each[0]][1]);
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
    const words = queryOf(field.value);
    const url = words.length ? "?" + new URLSearchParams({ q: field.value }) : "";
    history.replaceState(null, "", location.pathname + url);
    document.querySelector(".a-to-z").hidden = false;
    if (words.length === 0) {
      results.replaceChildren();
      count.textContent = "";
      return;
    }
    const meant = [];
    const { pages, complete } = ranked(words, meant);
    const { one, many, none, some } = count.dataset;
    results.replaceChildren(...pages.slice(0, most).map(item));
    const said = pages.length === 0 ? none : !complete ? some : pages.length === 1 ? one : many;
    const typed = meant.map(([word, near]) => `${count.dataset.meant.replace("#", word)} “${near.join("”, “")}”. `).join("");
    count.textContent = (pages.length ? typed : "") + said.replace("#", pages.length);
    document.querySelector(".a-to-z").hidden = pages.length > 0;
  };

  form.addEventListener("submit", event => { event.preventDefault(); search(); });
  field.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(search, 200); });
  field.value = new URLSearchParams(location.search).get("q") || "";
  search();
})();
