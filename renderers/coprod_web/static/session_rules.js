"use strict";
// How a session in progress is re-planned. The same sums as coprod_content/planner/running; a test compares the two.
const sessionRules = (() => {
  const STEP = 5, ADDED_BREAK = 10, SOONEST_BREAK = 20;
  const END = { weight: 0, rest: null };
  const planned = item => item.durations[item.durations.length - 1];

  // More than `most` minutes are never needed. Small whole numbers make fast keys.
  const search = (items, longest, most) => {
    const known = new Map(), heaviest = [0], fullest = [0];
    for (const item of [...items].reverse()) {
      heaviest.unshift(Math.max(heaviest[0], item.weight));
      fullest.unshift(fullest[0] + item.weight * planned(item));
    }
    const promise = (at, left) => Math.min(fullest[at], Math.max(left, 0) * heaviest[at]);
    const best = (at, left, since) => {
      if (at === items.length) { return END; }
      const key = (at * (most + 2) + Math.max(left, -1) + 1) * (longest + 1) + since;
      if (!known.has(key)) { known.set(key, found(at, left, since)); }
      return known.get(key);
    };
    const found = (at, left, since) => {
      const item = items[at], pauses = since >= SOONEST_BREAK && !item.isKept && !item.isBreak ? [0, ADDED_BREAK] : [0];
      let chosen = null;
      for (let which = item.durations.length - 1; which >= 0; which -= 1) {
        for (const pause of pauses) {
          const minutes = item.durations[which], gone = item.isBreak ? 0 : minutes + (pause ? 0 : since);
          const spare = left - pause - minutes, own = item.weight * minutes;
          if (spare < 0 || gone > longest || (chosen && own + promise(at + 1, spare) <= chosen.weight)) { continue; }
          const rest = best(at + 1, spare, gone);
          if (rest && (!chosen || own + rest.weight > chosen.weight)) {
            chosen = { weight: own + rest.weight, index: at, minutes, pause, rest };
          }
        }
      }
      const canDrop = !item.isKept && (since < SOONEST_BREAK || !item.isBreak);
      if (!canDrop || (chosen && promise(at + 1, left) <= chosen.weight)) { return chosen; }
      const dropped = best(at + 1, left, since);
      return dropped && (!chosen || dropped.weight > chosen.weight) ? dropped : chosen;
    };
    return best;
  };

  const partsOf = cut => {
    const parts = [];
    for (let part = cut; part.rest; part = part.rest) {
      if (part.pause) { parts.push({ index: null, minutes: part.pause }); }
      parts.push({ index: part.index + 1, minutes: part.minutes });
    }
    return parts;
  };

  const rest = (session, now) => {
    const at = Math.max(session.started + session.given, now), items = session.items.slice(1);
    const since = session.items[0].isBreak ? 0 : at - session.seated;
    const whole = items.reduce((sum, item) => sum + planned(item) + ADDED_BREAK, 0);
    const left = session.endMoves ? whole : session.end - at;
    const last = items.length ? items[items.length - 1].durations[0] : 0;
    const best = search(items, Math.max(session.longest, since + last), whole);
    for (let late = 0; late < Math.max(0, whole - left) + STEP; late += STEP) {
      const cut = best(0, Math.min(left + late, whole), since);
      if (cut) {
        const parts = partsOf(cut);
        return { parts, ends: parts.reduce((sum, part) => sum + part.minutes, at) };
      }
    }
    throw new Error("Everything fits if the session ends late enough.");
  };

  const withMore = (session, now) => ({ ...session, given: Math.max(session.given, now - session.started) + STEP });

  const shortened = (session, now) => {
    const least = Math.max(session.items[0].durations[0], now - session.started);
    return { ...session, given: Math.min(session.given, least) };
  };

  const movedOn = (session, now) => {
    const [part] = rest({ ...session, given: now - session.started }, now).parts;
    if (!part) { return null; }
    const added = { durations: [part.minutes], weight: 1, isKept: false, isBreak: true };
    const items = part.index === null ? [added, ...session.items.slice(1)] : session.items.slice(part.index);
    const seated = session.items[0].isBreak ? now : session.seated;
    return { ...session, items, started: now, given: part.minutes, seated };
  };

  const onBreak = (session, now) => {
    const [current, ...later] = session.items, elapsed = now - session.started, left = session.given - elapsed;
    const at = later.findIndex(item => item.isBreak);
    const [pause] = at < 0
      ? [{ durations: [ADDED_BREAK], weight: 1, isKept: false, isBreak: true }]
      : later.splice(at, 1);
    if (left >= STEP) {
      const shorter = current.durations.map(length => length - elapsed).filter(n => STEP <= n && n < left);
      later.unshift({ ...current, durations: [...shorter, left] });
    }
    return { ...session, items: [pause, ...later], started: now, given: planned(pause) };
  };

  return { rest, withMore, shortened, movedOn, onBreak };
})();
