"use strict";
// Plays the scenes of a film: drawings build up, captions appear sentence by sentence, and a progress bar fills.
(() => {
  const player = document.querySelector(".player");
  if (!player) { return; }
  const stage = player.querySelector(".stage");
  const caption = player.querySelector(".now");
  const done = player.querySelector(".done");
  const place = player.querySelector(".place");
  const [play, back, on] = [".play", ".back", ".on"].map(name => player.querySelector(name));
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const say = play.dataset;
  const scenes = [...document.querySelectorAll(".scene")].map(scene => ({
    seconds: Number(scene.dataset.seconds),
    title: scene.querySelector("h3").textContent,
    words: scene.querySelector("h3 ~ p, figure ~ p").textContent.trim(),
    drawing: scene.querySelector("svg"),
  }));
  const whole = scenes.reduce((sum, scene) => sum + scene.seconds, 0);
  let at = 0, spent = 0, last = 0, frame = 0, shown = -1;

  const before = number => scenes.slice(0, number).reduce((sum, scene) => sum + scene.seconds, 0);
  const playing = () => frame !== 0;

  // Each sentence is shown for a time in proportion to its length.
  const sentence = scene => {
    const all = scene.words.match(/[^.!?]+[.!?]+["”’]*\s*|[^.!?]+$/g) || [scene.words];
    let end = 0;
    for (const each of all) {
      end += each.length / scene.words.length * scene.seconds;
      if (spent < end) { return each.trim(); }
    }
    return all[all.length - 1].trim();
  };

  const write = words => { if (caption.textContent !== words) { caption.textContent = words; } };

  const draw = () => {
    const scene = scenes[at];
    if (shown !== at) {
      const drawing = scene.drawing.cloneNode(true);
      const screen = document.createElement("p");
      screen.className = "screen";
      screen.textContent = scene.title.replace(/^[^:]*: /, "");
      stage.classList.toggle("moving", playing() && !still.matches);
      [...drawing.children].forEach((shape, turn) => {
        shape.style.setProperty("--turn", String(turn / drawing.children.length * Math.min(3, scene.seconds / 3)));
      });
      stage.replaceChildren(screen, drawing);
      place.textContent = place.dataset.place.replace("##", scenes.length).replace("#", at + 1);
      back.disabled = at === 0;
      on.disabled = at === scenes.length - 1;
      shown = at;
    }
    write(playing() ? sentence(scene) : scene.words);
    done.style.transform = `scaleX(${Math.min(1, (before(at) + spent) / whole)})`;
  };

  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    play.textContent = say.play;
    stage.classList.remove("moving");
    draw();
  };

  const tick = now => {
    spent += (now - last) / 1000;
    last = now;
    if (spent >= scenes[at].seconds) {
      if (at === scenes.length - 1) { spent = scenes[at].seconds; stop(); return; }
      at += 1;
      spent = 0;
    }
    draw();
    frame = requestAnimationFrame(tick);
  };

  const start = () => {
    if (at === scenes.length - 1 && spent >= scenes[at].seconds) { at = 0; }
    spent = 0;
    shown = -1;
    play.textContent = say.pause;
    last = performance.now();
    frame = requestAnimationFrame(tick);
  };

  const step = by => {
    at = Math.max(0, Math.min(scenes.length - 1, at + by));
    spent = 0;
    if (playing()) { stop(); } else { draw(); }
  };

  const settle = () => {
    play.hidden = still.matches;
    player.querySelector(".still").hidden = !still.matches;
    if (still.matches && playing()) { stop(); }
  };

  play.addEventListener("click", () => playing() ? stop() : start());
  back.addEventListener("click", () => step(-1));
  on.addEventListener("click", () => step(1));
  still.addEventListener("change", settle);
  settle();
  player.hidden = false;
  draw();
})();
