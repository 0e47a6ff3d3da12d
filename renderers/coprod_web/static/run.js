// The run page. It keeps time in whole minutes of the clock, and keeps the session only until its tab is closed.
(() => {
  const data = JSON.parse(document.getElementById("session-data").textContent), words = data.words;
  const KEY = `coprod-run-${data.id}`, MOST_STEPS = 50, DAY = 1440;
  const by = id => document.getElementById(id);
  const button = name => [...document.querySelectorAll(`[data-do="${name}"]`)];
  const now = () => Math.floor(Date.now() / 60000);
  const fill = (pattern, ...values) => values.reduce((text, value) => text.replace("#", () => value), pattern);
  const minutesOf = count => count === 1 ? words.one_minute : fill(words.minutes, count);
  const clock = at => {
    const date = new Date(at * 60000), two = number => String(number).padStart(2, "0");
    return `${two(date.getHours())}:${two(date.getMinutes())}`;
  };

  // `session` is what session_rules.js re-plans. `log` is what has happened, and `warned` which nudge was last given.
  let state = null, past = [], roomWindow = null, lock = null, shownMinute = -1, sounds = null;

  const itemOf = item => item.at === undefined ? { title: words.added_break, kit: [], asked: [], whole: 0 } : data.items[item.at];
  const titleOf = item => itemOf(item).title;
  const plan = () => sessionRules.rest(state.session, now());
  const itemAt = part => part.index === null ? {} : state.session.items[part.index];
  const questions = () => {
    const current = itemOf(state.session.items[0]);
    return state.short && current.askedInShort.length ? current.askedInShort : current.asked;
  };

  // Time of day
  const timeToday = (text, from) => {
    const date = new Date(from * 60000), [hours, minutes] = text.split(":").map(Number);
    date.setHours(hours, minutes, 0, 0);
    return Math.floor(date.getTime() / 60000);
  };
  const usualEnd = from => {
    const planned = timeToday(data.starts, from);
    return (Math.abs(planned - from) <= 30 ? planned : from) + data.minutes;
  };
  const chosenEnd = from => {
    const end = by("end").value ? timeToday(by("end").value, from) : usualEnd(from);
    return end < from - DAY / 2 ? end + DAY : end;
  };

  const stored = (value) => {
    try {
      if (value === undefined) { return JSON.parse(sessionStorage.getItem(KEY)); }
      if (value === null) { sessionStorage.removeItem(KEY); } else { sessionStorage.setItem(KEY, JSON.stringify(value)); }
    } catch { /* The page works without storage. */ }
    return null;
  };
  const save = () => stored(state && { state, past });

  // What a change of plan has changed
  const listed = found => found.map(each => `“${each.title}”${each.more ? `, ${each.more}` : ""}`).join("; ");
  const keyed = rest => new Map(rest.parts.filter(part => part.index !== null).map(part => {
    const item = itemAt(part);
    return [item.at, { title: titleOf(item), minutes: part.minutes, whole: itemOf(item).whole }];
  }));
  const added = rest => rest.parts.filter(part => part.index === null).length;
  const changes = (before, beforeAdded, after) => {
    const kept = keyed(after), gone = [], shorter = [], restored = [], back = [];
    const lengthOf = each => minutesOf(each.minutes) + (each.minutes < each.whole ? ` (${words.short_of})` : "");
    const resumed = item => item.wasShort !== undefined && !before.has(item.at);
    for (const item of state.session.items.slice(1)) {
      const was = before.get(item.at), is = kept.get(item.at);
      if (!is && (was || resumed(item))) { gone.push({ title: titleOf(item), more: resumed(item) ? words.remainder : "" }); }
      if (!was && is && !resumed(item)) { back.push({ title: is.title, more: lengthOf(is) }); }
      if (was && is && is.minutes < was.minutes) { shorter.push({ title: is.title, more: lengthOf(is) }); }
      if (was && is && is.minutes > was.minutes) { restored.push({ title: is.title, more: lengthOf(is) }); }
    }
    const on = state.session.items.find(item => resumed(item) && kept.has(item.at));
    const told = [[gone, words.dropped], [shorter, words.shorter], [back, words.put_back], [restored, words.restored]]
      .filter(([found]) => found.length).map(([found, pattern]) => fill(pattern, listed(found)));
    if (on) { told.push(fill(words.goes_on, titleOf(on), minutesOf(kept.get(on.at).minutes))); }
    if (added(after) > beforeAdded) { told.push(words.new_break); }
    if (!told.length) { told.push(words.nothing); }
    const late = after.ends - state.session.end;
    told.push(late > 0 && !state.session.endMoves ? fill(words.late, clock(after.ends), minutesOf(late)) : fill(words.ends, clock(after.ends)));
    return told.join(" ");
  };

  const say = text => { document.querySelector(".status").textContent = text; };

  // Every change goes through here, so that it can be undone and said.
  const change = (work, announce = "") => {
    past = [...past, JSON.stringify(state)].slice(-MOST_STEPS);
    const was = plan(), before = keyed(was), beforeAdded = added(was);
    work();
    save();
    if (state.over) { show(); by("over-heading").focus(); return; }
    say([announce && fill(announce, titleOf(state.session.items[0])), changes(before, beforeAdded, plan())].filter(Boolean).join(" "));
    show();
  };

  const record = skipped => {
    const item = state.session.items[0];
    if (item.at !== undefined) {
      const took = now() - state.session.started;
      state.log.push({ at: item.at, took: skipped && took < 2 ? 0 : took, short: state.short });
    }
  };
  const goOn = skipped => {
    record(skipped);
    const session = sessionRules.movedOn(state.session, now());
    if (!session) { state.over = true; return; }
    const item = session.items[0];
    state.session = session;
    state.short = item.wasShort ?? session.given < itemOf(item).whole;
    state.asked = 0;
    state.warned = "";
  };
  const actions = {
    goOn: () => change(() => goOn(false), words.now),
    skip: () => change(() => goOn(true), words.now),
    more: () => change(() => {
      state.session = sessionRules.withMore(state.session, now());
      state.warned = "";
    }),
    short: () => change(() => {
      state.session = sessionRules.shortened(state.session, now());
      state.short = itemOf(state.session.items[0]).whole > 0;
      state.asked = 0;
    }),
    pause: () => change(() => {
      record(false);
      state.session.items[0].wasShort = state.short;
      state.session = sessionRules.onBreak(state.session, now());
      Object.assign(state, { short: false, asked: 0, warned: "" });
    }, words.now),
    undo: () => {
      state = JSON.parse(past.pop());
      save();
      show();
      say(words.undone);
      if (document.activeElement === document.body) { by("now-heading").focus(); }
    },
  };

  const begin = () => {
    const started = now(), end = chosenEnd(started), items = data.items.map((item, at) => ({
      at, durations: item.durations, weight: item.weight, isKept: item.isKept, isBreak: item.isBreak,
    }));
    state = {
      session: {
        items, started, given: data.items[0].durations.at(-1), seated: started, end,
        endMoves: by("end-moves").checked, longest: data.longest,
      },
      log: [], short: false, asked: 0, warned: "", over: false,
    };
    past = [];
    save();
    show();
    const whole = new Map(items.map(item => [item.at, { minutes: item.durations.at(-1) }]));
    say(`${words.begun} ${changes(whole, 0, plan())}`);
    by("now-heading").focus();
    stayAwake();
  };

  // The screen stays on where the browser allows it.
  const stayAwake = async () => {
    if (!state || state.over || document.visibilityState !== "visible" || (lock && !lock.released)) { return; }
    try { lock = await navigator.wakeLock?.request("screen"); } catch { lock = null; }
  };

  const beep = () => {
    try {
      sounds = sounds || new AudioContext();
      const tone = sounds.createOscillator(), volume = sounds.createGain(), at = sounds.currentTime;
      tone.frequency.value = 440;
      volume.gain.setValueAtTime(0.08, at);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
      tone.connect(volume).connect(sounds.destination);
      tone.start(at);
      tone.stop(at + 0.6);
    } catch { /* Some browsers have no sound. */ }
  };
  const nudge = () => {
    const left = state.session.started + state.session.given - now();
    const due = left <= 0 ? "up" : left <= 5 && state.session.given > 10 ? "soon" : "";
    by("now").classList.toggle("soon", due === "soon");
    by("now").classList.toggle("up", due === "up");
    if (!due || due === state.warned) { return; }
    state.warned = due;
    save();
    const [next] = plan().parts;
    say(due === "soon" ? words.soon : [words.up, next ? fill(words.up_next, titleOf(itemAt(next))) : ""].join(" ").trim());
    if (by("vibrate").checked && navigator.userActivation?.hasBeenActive) { navigator.vibrate?.(due === "up" ? [200, 100, 200] : 200); }
    if (by("sound").checked) { beep(); }
  };

  // What the page shows
  const made = (name, text, className = "") => {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) { element.className = className; }
    return element;
  };
  const leftWords = () => {
    const left = state.session.started + state.session.given - now();
    return left > 0 ? fill(words.left, minutesOf(left)) : left === 0 ? words.under : fill(words.over_by, minutesOf(-left));
  };
  const showNow = rest => {
    const { session } = state, item = session.items[0], [next] = rest.parts;
    by("now-heading").textContent = titleOf(item);
    document.querySelector(".left strong").textContent = leftWords();
    document.querySelector(".left span").textContent = fill(words.until, clock(session.started + session.given));
    const bar = document.querySelector("progress");
    bar.max = Math.max(1, session.given);
    bar.value = Math.min(bar.max, now() - session.started);
    document.querySelector(".next").textContent = next
      ? `${titleOf(itemAt(next))}, ${minutesOf(next.minutes)}` : fill(words.the_end, clock(rest.ends));
    const kit = next ? itemOf(itemAt(next)).kit : [];
    document.querySelector(".lay").textContent = kit.length ? fill(words.lay, kit.join("; ")) : "";
    for (const each of button("goOn")) {
      each.dataset.usual = each.dataset.usual || each.textContent;
      each.textContent = next ? each.dataset.usual : each.dataset.last;
    }
    for (const each of button("skip")) { each.disabled = !next; }
    for (const each of button("pause")) { each.disabled = item.isBreak; }
    for (const each of button("short")) { each.disabled = sessionRules.shortened(session, now()).given === session.given; }
  };
  const showRest = rest => {
    const list = document.querySelector(".parts-left"), out = document.querySelector(".left-out");
    let at = Math.max(state.session.started + state.session.given, now());
    list.replaceChildren(...rest.parts.map(part => {
      const row = document.createElement("li"), item = itemAt(part);
      const short = part.minutes < itemOf(item).whole ? ` (${words.short_of})` : "";
      row.append(made("time", clock(at)), made("span", titleOf(item) + short), made("span", minutesOf(part.minutes)));
      at += part.minutes;
      return row;
    }));
    const end = document.createElement("li");
    end.append(made("time", clock(rest.ends)), made("strong", fill(words.the_end, clock(rest.ends)).split(",")[0]));
    list.append(end);
    const kept = new Set(rest.parts.map(part => part.index));
    const dropped = state.session.items.filter((_, index) => index && !kept.has(index));
    out.hidden = !dropped.length;
    out.querySelector("ul").replaceChildren(...dropped.map(item => made("li", titleOf(item))));
  };
  const showScripts = () => {
    const at = state && !state.over ? state.session.items[0].at : null;
    for (const each of document.querySelectorAll("#scripts > [data-at]")) {
      const own = Number(each.dataset.at) === at;
      const version = document.querySelector(`#scripts > [data-at="${each.dataset.at}"][data-short]`) && state?.short;
      each.hidden = at !== null && !(own && ("short" in each.dataset) === Boolean(version));
    }
    by("scripts").hidden = Boolean(state?.over);
  };
  const showQuestion = () => {
    const found = questions(), question = found[state.asked];
    document.querySelector(".which").textContent = question ? fill(words.which, state.asked + 1, found.length) : "";
    document.querySelector(".asked").textContent = question?.ask || words.none;
    by("last-question").disabled = state.asked === 0;
    by("next-question").disabled = state.asked + 1 >= found.length;
  };
  const showOver = () => {
    const heads = [...by("over").querySelectorAll("th")].map(head => head.textContent);
    const rows = outcome().map(each => {
      const row = document.createElement("tr");
      row.append(made("td", each.title), made("td", minutesOf(each.planned)), made("td", each.took ? minutesOf(each.took) : words.none));
      [...row.cells].slice(1).forEach((cell, at) => { cell.dataset.label = heads[at + 1]; });
      return row;
    });
    by("over").querySelector("tbody").replaceChildren(...rows);
  };
  const show = () => {
    const running = Boolean(state) && !state.over, over = Boolean(state?.over);
    by("before").hidden = Boolean(state);
    document.body.classList.toggle("waiting", !state);
    by("settings").hidden = over;
    for (const id of ["now", "room", "rest"]) { by(id).hidden = !running; }
    by("over").hidden = !over;
    document.querySelector(".today").hidden = false;
    document.querySelector(".today .clock").textContent = clock(now());
    for (const each of button("undo")) { each.disabled = !past.length; }
    if (state) {
      by("end-moves").checked = state.session.endMoves;
      if (document.activeElement !== by("end")) { by("end").value = clock(state.session.end); }
    }
    if (running) {
      const rest = plan();
      showNow(rest);
      showRest(rest);
      showQuestion();
      document.querySelector(".ends").textContent = fill(words.ends, clock(rest.ends));
      nudge();
    }
    if (!running) { document.querySelector(".ends").textContent = ""; }
    if (over) { showOver(); }
    showScripts();
    showRoom();
  };

  // The second window, which this page writes to directly: it needs no server and no storage.
  const showRoom = () => {
    if (!roomWindow || roomWindow.closed) { return; }
    const page = roomWindow.document, main = made("main", "");
    if (state && !state.over) {
      const item = state.session.items[0], question = questions()[state.asked], list = document.createElement("ul");
      const until = clock(state.session.started + state.session.given);
      main.append(made("p", titleOf(item), "label"));
      main.append(made("h1", item.isBreak ? fill(words.again_at, until) : question?.ask || titleOf(item)));
      list.append(...(question?.lines || []).map(line => made("li", line)));
      if (list.children.length) { main.append(list); }
      const foot = by("show-left").checked ? [made("footer", leftWords(), "foot")] : [];
      page.body.replaceChildren(main, ...foot);
    } else {
      main.append(made("h1", data.title));
      page.body.replaceChildren(main);
    }
  };
  const openRoom = () => {
    roomWindow = open("", "coprod-room", "popup,width=960,height=600");
    if (!roomWindow) { say(words.no_window); return; }
    const page = roomWindow.document, root = document.documentElement;
    page.title = data.title;
    page.documentElement.lang = root.lang;
    page.documentElement.dir = root.dir;
    page.head.querySelector("style")?.remove();
    page.head.append(page.importNode(document.querySelector("style"), true));
    page.body.className = "room";
    showRoom();
  };

  // Afterwards
  const outcome = () => data.items.map((item, at) => {
    const own = state.log.filter(each => each.at === at);
    const took = own.reduce((sum, each) => sum + each.took, 0);
    const short = own.some(each => each.short && each.took);
    return { title: item.title, ...(item.tool && { tool: item.tool }), planned: item.durations.at(-1), took, ...(short && { short }) };
  });
  const saveTimes = () => {
    const changed = by("changed").value.trim().replace(/\s+/g, " ");
    const times = { workshop: data.id, title: data.title, items: outcome(), ...(changed && { changed }) };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(times, null, 2), "\n"], { type: "application/json" }));
    link.download = `${data.id}-times.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  for (const [name, act] of Object.entries(actions)) {
    for (const each of button(name)) { each.addEventListener("click", act); }
  }
  by("begin").addEventListener("click", begin);
  by("open-room").addEventListener("click", openRoom);
  by("save").addEventListener("click", saveTimes);
  by("show-left").addEventListener("change", showRoom);
  by("again").addEventListener("click", () => {
    state = null;
    past = [];
    stored(null);
    by("changed").value = "";
    by("end").value = clock(usualEnd(now()));
    show();
    by("begin").focus();
  });
  for (const [id, step] of [["last-question", -1], ["next-question", 1]]) {
    by(id).addEventListener("click", () => {
      state.asked += step;
      save();
      showQuestion();
      showRoom();
    });
  }
  by("end").addEventListener("change", () => {
    if (state && by("end").value) { change(() => { state.session.end = chosenEnd(state.session.started); }); }
  });
  by("end-moves").addEventListener("change", event => {
    if (state) { change(() => { state.session.endMoves = event.target.checked; }); }
  });
  document.addEventListener("visibilitychange", stayAwake);
  addEventListener("pagehide", () => roomWindow?.close());

  const kept = stored();
  if (kept && now() - kept.state?.session?.started < DAY) { ({ state, past } = kept); }
  by("end").value = clock(usualEnd(now()));
  show();
  stayAwake();
  setInterval(() => {
    if (now() === shownMinute) { return; }
    shownMinute = now();
    show();
  }, 1000);
})();
