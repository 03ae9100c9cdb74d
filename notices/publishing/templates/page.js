"use strict";
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const panels = all(".edition").map(open);
  if (!panels.length) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 64rem)");
  const FIRST_ROW = 4; // of the texts side by side: under name, player and hint
  let shown = panels.find((panel) => panel.id === "plain") || panels[0];
  let beside = null;

  document.documentElement.classList.add("js");
  makeTabs();
  panels.forEach(connect);
  explainWords();
  addEventListener("hashchange", followHash);
  wide.addEventListener("change", () => { if (!wide.matches) putBeside(null); });
  show(shown);
  followHash();

  // ---- editions: their sentences, and which of them belong together

  function open(section) {
    const sentences = all(".text .s", section);
    const panel = { section, id: section.id, sentences, audio: find("audio", section), current: null, choosing: false };
    panel.starts = sentences.map((s) => Number(s.dataset.b));
    panel.place = new Map(sentences.map((s, n) => [s, n]));
    return panel;
  }

  // The original sentences that a sentence goes back to, through as many editions as it takes.
  function roots(sentence) {
    if (!sentence.dataset.o) return [sentence.id];
    return sentence.dataset.o.split(" ").flatMap((id) => {
      const origin = document.getElementById(id);
      return origin && origin !== sentence ? roots(origin) : [id];
    });
  }

  function byRoot(panel) {
    if (!panel.byRoot) {
      panel.byRoot = new Map();
      for (const sentence of panel.sentences)
        for (const root of roots(sentence))
          panel.byRoot.has(root) ? panel.byRoot.get(root).push(sentence) : panel.byRoot.set(root, [sentence]);
    }
    return panel.byRoot;
  }

  function twins(sentence, panel) {
    const index = byRoot(panel);
    return [...new Set(roots(sentence).flatMap((root) => index.get(root) || []))];
  }

  // ---- one edition at a time, as tabs

  function makeTabs() {
    const list = find("#versions");
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", list.parentElement.getAttribute("aria-label"));
    panels.forEach((panel, n) => {
      const tab = all("a", list)[n];
      panel.tab = tab;
      tab.id = "tab-" + panel.id;
      tab.parentElement.setAttribute("role", "presentation");
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.section.setAttribute("role", "tabpanel");
      panel.section.setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", (event) => { event.preventDefault(); show(panel); });
      tab.addEventListener("keydown", (event) => {
        const to = { ArrowRight: n + 1, ArrowLeft: n - 1, Home: 0, End: panels.length - 1 }[event.key];
        if (event.key === " ") { event.preventDefault(); show(panel); }
        if (to === undefined) return;
        event.preventDefault();
        const next = panels[(to + panels.length) % panels.length];
        show(next);
        next.tab.focus();
      });
    });
  }

  function show(panel) {
    if (panel !== shown) { stop(shown); putBeside(null); }
    shown = panel;
    refresh();
  }

  function refresh() {
    for (const panel of panels) {
      const selected = panel === shown;
      panel.tab.setAttribute("aria-selected", selected);
      panel.tab.tabIndex = selected ? 0 : -1;
      panel.section.hidden = !selected && panel !== beside;
    }
  }

  function stop(panel) {
    if (panel.audio) panel.audio.pause();
    leaveChoosing(panel);
  }

  function followHash() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const panel = panels.find((p) => p.section.contains(target));
    if (!panel) return;
    if (panel.section.hidden) show(panel);
    target.scrollIntoView({ block: target === panel.section ? "start" : "center" });
    if (panel.place.has(target)) choose(panel, target);
  }

  // ---- reading along

  function connect(panel) {
    const controls = find(".controls", panel.section);
    controls.hidden = find(".hint", panel.section).hidden = false;
    controls.addEventListener("click", (event) => {
      const what = event.target.dataset.do;
      if (what === "previous") step(panel, -1);
      if (what === "next") step(panel, 1);
      if (what === "choose") panel.choosing ? leaveChoosing(panel) : startChoosing(panel);
    });
    controls.addEventListener("change", (event) => {
      if (event.target.dataset.do === "speed") panel.audio.playbackRate = Number(event.target.value);
      if (event.target.dataset.do === "beside") putBeside(panels.find((p) => p.id === event.target.value) || null);
    });
    const text = find(".text", panel.section);
    text.addEventListener("click", (event) => {
      const sentence = event.target.closest(".s");
      if (!sentence || event.target.closest("a") || !getSelection().isCollapsed) return;
      if (panel.choosing) moveTo(panel, sentence);
      playFrom(panel, sentence);
    });
    text.addEventListener("keydown", (event) => { if (panel.choosing) chooseByKey(panel, event); });
    if (!panel.audio) return;
    panel.audio.addEventListener("play", () => {
      panels.forEach((other) => { if (other !== panel && other.audio) other.audio.pause(); });
      follow(panel);
    });
    panel.audio.addEventListener("seeked", () => keepUp(panel));
  }

  function follow(panel) {
    keepUp(panel);
    if (!panel.audio.paused && !panel.audio.ended) requestAnimationFrame(() => follow(panel));
  }

  function keepUp(panel) {
    const heard = sentenceAt(panel, panel.audio.currentTime);
    if (!heard || heard === panel.current) return;
    const wasInSight = !panel.current || inSight(panel.current);
    choose(panel, heard);
    if (wasInSight && !inSight(heard)) bringIntoSight(heard);
  }

  // The last sentence that has begun by then, by halving: notices can have thousands.
  function sentenceAt(panel, time) {
    let low = 0, high = panel.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (panel.starts[middle] <= time + 0.01) low = middle + 1; else high = middle;
    }
    return panel.sentences[low - 1];
  }

  function playFrom(panel, sentence) {
    choose(panel, sentence);
    if (!panel.audio || !sentence.dataset.b) return;
    panel.audio.currentTime = Number(sentence.dataset.b);
    // A pause that comes before the sound began breaks this promise: that is the reader's wish, and no fault.
    panel.audio.play().catch((fault) => { if (fault.name !== "AbortError") throw fault; });
  }

  function step(panel, by) {
    const now = panel.current ? panel.place.get(panel.current) : by > 0 ? -1 : 0;
    const next = panel.sentences[Math.min(Math.max(now + by, 0), panel.sentences.length - 1)];
    if (!next) return;
    playFrom(panel, next);
    if (!inSight(next)) bringIntoSight(next);
  }

  // The highlight is a class and nothing more: it moves no focus, and no screen reader announces it.
  function choose(panel, sentence) {
    if (panel.current) panel.current.classList.remove("now");
    panel.current = sentence;
    sentence.classList.add("now");
    const other = panel === shown ? beside : panel === beside ? shown : null;
    if (other) light(twins(sentence, other), other);
  }

  function light(sentences, panel) {
    all(".twin").forEach((s) => s.classList.remove("twin"));
    if (panel.current) panel.current.classList.remove("now");
    panel.current = null;
    sentences.forEach((s) => s.classList.add("twin"));
    if (sentences.length && !inSight(sentences[0])) nudge(find(".text", panel.section), sentences[0]);
  }

  function inSight(element) {
    const box = element.getBoundingClientRect();
    const frame = element.closest(".text").getBoundingClientRect();
    return box.top >= Math.max(0, frame.top) && box.bottom <= Math.min(innerHeight, frame.bottom);
  }

  function bringIntoSight(element) {
    element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  // Scrolls a column that scrolls by itself; the page stays where its reader is.
  function nudge(column, element) {
    if (!document.body.classList.contains("apart")) return;
    const way = element.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTo({ top: column.scrollTop + way - column.clientHeight / 3, behavior: calm.matches ? "auto" : "smooth" });
  }

  // ---- choosing a sentence by keyboard: one tab stop for the whole text, and only while choosing

  function startChoosing(panel) {
    panel.choosing = true;
    toggle(panel).setAttribute("aria-pressed", "true");
    all(".text .term", panel.section).forEach((link) => {
      link.dataset.href = link.getAttribute("href");
      ["href", "role", "aria-haspopup"].forEach((name) => link.removeAttribute(name));
    });
    moveTo(panel, panel.current || panel.sentences[0]);
  }

  function leaveChoosing(panel) {
    if (!panel.choosing) return;
    panel.choosing = false;
    toggle(panel).setAttribute("aria-pressed", "false");
    settle(panel);
    all(".text .term", panel.section).forEach((link) => {
      link.setAttribute("href", link.dataset.href);
      asButton(link);
    });
  }

  function toggle(panel) { return find('[data-do="choose"]', panel.section); }

  function settle(panel) {
    if (!panel.reached) return;
    panel.reached.removeAttribute("tabindex");
    if (panel.reached.tagName === "SPAN") panel.reached.removeAttribute("role");
    panel.reached = null;
  }

  function moveTo(panel, sentence) {
    settle(panel);
    panel.reached = sentence;
    sentence.tabIndex = 0;
    if (sentence.tagName === "SPAN") sentence.setAttribute("role", "button");
    sentence.focus({ preventScroll: true });
    if (!inSight(sentence)) bringIntoSight(sentence);
  }

  function chooseByKey(panel, event) {
    const here = panel.place.get(panel.reached);
    const last = panel.sentences.length - 1;
    const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) moveTo(panel, panel.sentences[Math.min(Math.max(to, 0), last)]);
    else if (event.key === "Enter" || event.key === " ") playFrom(panel, panel.reached);
    else if (event.key === "Escape") { leaveChoosing(panel); toggle(panel).focus(); }
    else return;
    event.preventDefault();
  }

  // ---- two editions side by side

  function putBeside(panel) {
    all('[data-do="beside"]').forEach((select) => { select.value = panel && select.closest(".edition") === shown.section ? panel.id : ""; });
    if (beside) { stop(beside); align(shown, beside, false); }
    all(".twin").forEach((s) => s.classList.remove("twin"));
    beside = panel;
    const aligned = panel && (shown.section.dataset.aligned === panel.id);
    const body = document.body.classList;
    body.toggle("two", Boolean(panel));
    body.toggle("aligned", Boolean(aligned));
    body.toggle("apart", Boolean(panel) && !aligned);
    all(".text").forEach((text) => text.removeAttribute("tabindex"));
    refresh();
    if (!panel) return;
    if (aligned) align(shown, panel, true);
    else [shown, panel].forEach((p) => { find(".text", p.section).tabIndex = 0; });
    if (shown.current) choose(shown, shown.current);
  }

  // Block beside block: each block of the right edition stands in the row of the left one that it comes from.
  function align(one, other, on) {
    const [left, right] = panels.indexOf(one) < panels.indexOf(other) ? [one, other] : [other, one];
    const put = (element, column, row) => {
      element.style.gridColumn = on ? column : "";
      element.style.gridRow = on && row ? row : "";
    };
    [left, right].forEach((panel, n) => all(":scope > *", panel.section).forEach((part) => put(part, n + 1)));
    const units = all(":scope > *", find(".text", left.section));
    const unitOf = new Map(units.flatMap((unit, n) => withSentences(unit).map((s) => [s, n])));
    let placed = 0, leftRow = FIRST_ROW, rightRow = FIRST_ROW;
    for (const unit of all(":scope > *", find(".text", right.section))) {
      const twin = withSentences(unit).flatMap((s) => twins(s, left))[0];
      const place = twin ? unitOf.get(twin) : -1;
      if (place >= placed) {
        while (placed < place) put(units[placed++], 1, leftRow++);
        leftRow = rightRow = Math.max(leftRow, rightRow);
        put(units[placed++], 1, leftRow++);
      }
      put(unit, 2, rightRow++);
    }
    while (placed < units.length) put(units[placed++], 1, leftRow++);
    [left, right].forEach((panel, n) => all(":scope > .words", panel.section).forEach((part) => put(part, n + 1, Math.max(leftRow, rightRow))));
  }

  function withSentences(unit) { return unit.matches(".s") ? [unit] : all(".s", unit); }

  // ---- hard words, explained where they stand

  function explainWords() {
    const box = find("#explanation");
    if (!box.showPopover) { box.remove(); return; }
    box.hidden = false;
    all(".term").forEach(asButton);
    document.addEventListener("click", (event) => {
      const link = event.target.closest(".term[href]");
      if (!link) return;
      event.preventDefault();
      explain(box, link);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === " " && event.target.matches(".term[href]")) { event.preventDefault(); event.target.click(); }
    });
    find("button", box).addEventListener("click", () => box.hidePopover());
    box.addEventListener("toggle", (event) => { if (event.newState === "closed" && box.from) box.from.focus({ preventScroll: true }); });
  }

  function asButton(link) {
    if (!find("#explanation")) return;
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
  }

  function explain(box, link) {
    const entry = document.getElementById(link.getAttribute("href").slice(1));
    box.from = link;
    box.lang = link.closest("[lang]").lang;
    find("#explanation-word").textContent = link.textContent;
    find("#explanation-text").textContent = entry.textContent;
    find("button", box).textContent = find("button", box).dataset[box.lang];
    box.showPopover();
    const at = link.getBoundingClientRect();
    const below = at.bottom + box.offsetHeight + 8 < innerHeight;
    box.style.left = Math.max(16, Math.min(at.left, innerWidth - box.offsetWidth - 16)) + "px";
    box.style.top = Math.max(8, below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + "px";
    find("button", box).focus({ preventScroll: true });
  }
})();
