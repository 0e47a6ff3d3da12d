"use strict";
// Adds to the browser's own controls of a film: captions in pages opened from a folder, descriptions, and speed.
(() => {
  const watch = document.querySelector(".watch");
  if (!watch) { return; }
  const video = watch.querySelector("video");
  const describe = watch.querySelector(".describe");
  const speed = watch.querySelector(".speed");

  // A browser does not load caption files from a folder, so the page contains their text.
  video.querySelectorAll("track").forEach(track => track.remove());
  const seconds = time => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const versions = [...watch.querySelectorAll(".version")].map((version, at) => {
    const text = video.addTextTrack("captions", version.dataset.label, version.dataset.language);
    for (const block of version.textContent.trim().split(/\n\n+/).slice(1)) {
      const [, times, ...lines] = block.split("\n");
      const [start, end] = times.split(" --> ").map(seconds);
      text.addCue(new VTTCue(start, end, lines.join("\n")));
    }
    text.mode = at ? "disabled" : "showing";
    return {
      text,
      starts: version.dataset.starts.split(" ").map(Number),
      sources: JSON.parse(version.dataset.sources),
    };
  });

  let now = 0;
  const playable = sources => sources.find(([, type]) => video.canPlayType(type)) || sources[0];

  // Changes to another version of the film, at the start of the current scene.
  const choose = next => {
    const [old, chosen] = [versions[now], versions[next]];
    const scene = old.starts.filter(start => start <= video.currentTime).length - 1;
    const playing = !video.paused && !video.ended;
    const begun = video.currentTime > 0 && !video.ended;
    const mode = old.text.mode;
    old.text.mode = "disabled";
    chosen.text.mode = mode;
    now = next;
    video.src = playable(chosen.sources)[0];
    video.addEventListener("loadedmetadata", () => {
      video.playbackRate = Number(speed.value);
      if (begun) { video.currentTime = chosen.starts[Math.max(0, scene)]; }
      if (playing) { video.play(); }
    }, { once: true });
    video.load();
    describe.setAttribute("aria-pressed", String(next === 1));
  };

  describe.addEventListener("click", () => choose(1 - now));
  speed.addEventListener("change", () => { video.playbackRate = Number(speed.value); });
  watch.querySelector(".controls").hidden = false;
})();
