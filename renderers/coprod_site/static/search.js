"use strict";
// Looks up words in the search index, and adds up the weights of the pages that contain them. The index is loaded when
// someone starts to search, because it is larger than the page.
(() => {
  const form = document.querySelector("form.search");
  const field = form.querySelector("input");
  const count = document.querySelector(".count");
  const results = document.querySelector(".results");
  const list = document.querySelector(".a-to-z");
  const listed = new Map([...list.querySelectorAll("li a")].map(link => [link.getAttribute("href"), link]));
  const most = 40;
  let typing = 0, loading = null;
  let index, forms, stems, postings, weights, compounds, common;

  const loaded = () => loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = results.dataset.root + "assets/search-index.js";
    script.addEventListener("load", () => done(read(window.coprodSearch)));
    script.addEventListener("error", event => { loading = null; failed(event); });
    document.head.append(script);
  });

  const read = value => {
    let stem = 0;
    index = value;
    forms = index.forms.split(" ");
    stems = index.stems.map(more => stem += more);
    postings = index.postings.split("|");
    weights = index.weights.split("|");
    compounds = new Set(index.compounds.split(" "));
    common = new Set(index.common);
  };

  const letters = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const few = 5; // a word on fewer pages than this also finds its synonyms
  const lesser = 0.6; // the weight of a page that is found by a synonym, compared with the word itself

  const lettersOf = words =>
    words.replace(/['’ʼ]/g, "").toLowerCase().replace(/[ßæœøłđðþı]/g, letter => letters[letter])
      .normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || [];

  // Returns the words of a query. Two to four that form one word in the library, such as "co production", become one.
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

  // Returns how far apart two words are, or Infinity if that is more than `most`. A letter left out or added, or two
  // swapped, count 1. A letter replaced by another counts 1.2.
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

  // Returns up to three of the indexed words and synonyms nearest to a mistyped word, if any are near enough.
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
    const pages = at >= 0 ? weights[stems[at]].length : 0;
    const found = new Map((pages < few && index.synonyms[word] || []).map(stem => [stem, lesser]));
    if (at >= 0) { found.set(stems[at], 1); }
    return found;
  };

  // Returns the stems of a word and their weights. For an unknown word, these are the stems of indexed words that start
  // with it or, failing that, of the nearest words or of words that start with most of it.
  const stemsOf = (word, meant) => {
    const begin = start => new Map(forms.flatMap((form_, at) => form_.startsWith(start) ? [[stems[at], 1]] : []));
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

  const weightsOf = found => {
    const sums = new Map();
    for (const [stem, share] of found) {
      let page = 0;
      postings[stem].split(" ").forEach((further, at) => {
        page += parseInt(further, 36);
        sums.set(page, Math.max(sums.get(page) || 0, parseInt(weights[stem][at], 36) * share));
      });
    }
    return sums;
  };

  const titleOf = page => listed.get(index.pages[page][0])?.firstChild.textContent.trim();

  const ranked = (words, meant) => {
    const found = words.map(word => stemsOf(word, meant)).filter((each, at) => each.size > 0 || words[at].length > 3);
    const telling = found.filter(each => each.size === 0 || [...each.keys()].some(stem => !common.has(stem)));
    const each = (telling.length ? telling : found).map(weightsOf);
    const sums = new Map();
    for (const pages of each) {
      for (const [page, weight] of pages) {
        const [sum, hits] = sums.get(page) || [0, 0];
        sums.set(page, [sum + weight, hits + 1]);
      }
    }
    const all = [...sums].filter(([, [, hits]]) => hits === each.length);
    const pages = (all.length ? all : [...sums]).filter(([page]) => titleOf(page));
    const phrase = words.map(word => new Map(meant).get(word)?.[0] || word).join(" ");
    for (const each of pages) {
      const title = queryOf(titleOf(each[0]));
      const whole = title.join(" ");
      if (whole.includes(phrase) || phrase.includes(whole)) { each[1][0] += 40 * Math.min(1, words.length / title.length); }
    }
    pages.sort(([a, [one, hits]], [b, [other, more]]) => more - hits || other - one || titleOf(a).localeCompare(titleOf(b)));
    return { pages: pages.map(([page]) => page), complete: all.length > 0 };
  };

  const item = page => {
    const [path, about, theme] = index.pages[page];
    const made = document.createElement("li");
    made.className = `tile accent-${theme ? "theme_" + theme : "brand"}`;
    const inner = document.createElement("div");
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    link.href = results.dataset.root + path;
    link.textContent = titleOf(page);
    heading.append(link);
    const text = document.createElement("p");
    text.textContent = about;
    const glance = document.createElement("p");
    glance.className = "glance";
    glance.textContent = listed.get(path).querySelector("span").textContent;
    inner.append(heading, text, glance);
    made.append(inner);
    return made;
  };

  const search = async () => {
    const text = field.value, some = lettersOf(text).length > 0;
    history.replaceState(null, "", location.pathname + (some ? "?" + new URLSearchParams({ q: text }) : ""));
    list.hidden = some;
    results.classList.toggle("waiting", some && !index);
    if (some && !index) { count.textContent = count.dataset.waiting; }
    try {
      if (some) { await loaded(); }
    } catch {
      count.textContent = count.dataset.failed;
      list.hidden = false;
    }
    if (text !== field.value) { return; } // someone typed more, and a newer search has begun
    results.classList.remove("waiting");
    if (some && index) { show(queryOf(text)); } else { results.replaceChildren(); }
    if (!some) { count.textContent = ""; }
  };

  const show = words => {
    const meant = [];
    const { pages, complete } = ranked(words, meant);
    const { one, many, none, some } = count.dataset;
    results.replaceChildren(...pages.slice(0, most).map(item));
    const said = pages.length === 0 ? none : !complete ? some : pages.length === 1 ? one : many;
    const typed = meant.map(([word, near]) => `${count.dataset.meant.replace("#", word)} “${near.join("”, “")}”. `).join("");
    count.textContent = (pages.length ? typed : "") + said.replace("#", pages.length);
    list.hidden = pages.length > 0;
  };

  field.addEventListener("focus", () => loaded().catch(() => {}));
  form.addEventListener("submit", event => { event.preventDefault(); search(); });
  field.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(search, 200); });
  field.value = new URLSearchParams(location.search).get("q") || "";
  search();
})();
