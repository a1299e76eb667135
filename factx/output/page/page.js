(() => {
  "use strict";
  // Moves the focus, toggles classes, sorts rows. Never makes markup of data.
  const byId = (id) => document.getElementById(id);
  const text = byId("text");
  const marks = [...text.querySelectorAll("mark")];
  const records = [...document.querySelectorAll("[data-record]")];
  const keysOf = (record) => record.dataset.record.split(" ");
  const homes = new Map(records.flatMap((record) => keysOf(record).map((key) => [key, record])));
  const places = new Map();
  for (const mark of marks) {
    const key = mark.dataset.of;
    places.set(key, [...(places.get(key) || []), mark]);
  }
  document.documentElement.classList.add("js");

  // What the card, the search and the copying need of this part.
  const page = { marks, homes, places, sheet: () => false, words: () => "", told: () => "" };
  window.factxPage = page;

  // Selecting: a record and its passages light up together.
  let lit = [];
  let last = "";
  const select = (key) => {
    lit.forEach((element) => element.classList.remove("current"));
    lit = key ? [...(places.get(key) || []), ...(homes.has(key) ? [homes.get(key)] : [])] : [];
    lit.forEach((element) => element.classList.add("current"));
    last = key || last;
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const reveal = (element) => {
    element.focus({ preventScroll: true });
    const box = element.getBoundingClientRect();
    const panel = element.closest(".records");
    const frame = panel && getComputedStyle(panel).overflowY === "auto" ? panel.getBoundingClientRect() : { top: 60, bottom: innerHeight };
    if (box.top < frame.top + 40 || box.bottom > Math.min(frame.bottom, innerHeight) - 20) {
      element.scrollIntoView({ block: box.height > 300 ? "start" : "center", behavior: calm.matches ? "auto" : "smooth" });
    }
  };
  const follow = (hash) => {
    const inText = hash.startsWith("#at-");
    const key = hash.slice(inText ? 4 : 1);
    const goal = inText ? firstPlace(key) : homes.get(key);
    if (!goal) return;
    select(key);
    if (inText) rove(goal);
    reveal(goal);
  };
  const firstPlace = (key) => {
    const all = places.get(key) || [];
    return all.find((mark) => !mark.classList.contains("statement")) || all[0];
  };
  const go = (hash) => {
    if (location.hash === hash) follow(hash);
    else location.hash = hash;
  };
  // In a notebook's frame a link would be taken for one of the notebook.
  if (location.protocol === "about:") document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    go(link.getAttribute("href"));
  });
  addEventListener("hashchange", () => follow(location.hash));

  // One mark takes part in the Tab order; arrow keys move on from it.
  let stop = null;
  const rove = (mark) => {
    if (stop) {
      stop.tabIndex = -1;
      stop.removeAttribute("aria-describedby");
    }
    stop = mark;
    stop.tabIndex = 0;
    stop.setAttribute("aria-describedby", "hint");
  };
  marks.forEach((mark) => { mark.tabIndex = -1; });
  records.forEach((record) => { if (!record.matches("a")) record.tabIndex = -1; });
  if (marks.length) rove(marks[0]);
  const kindsShown = () => new Set([...document.querySelectorAll(".kinds input:checked")].map((box) => box.value));
  const shown = (mark) => !mark.classList.contains("off") && kindsShown().has(mark.classList.contains("statement") ? "quote" : mark.classList[0]);

  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark && getSelection().isCollapsed) {
      rove(mark);
      if (!page.sheet(mark)) go("#" + mark.dataset.of);
    }
  });
  text.addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark");
    if (!mark) return;
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key === "Enter") go("#" + mark.dataset.of);
    else if (event.key in steps) {
      let at = marks.indexOf(mark) + steps[event.key];
      while (marks[at] && !shown(marks[at])) at += steps[event.key];
      if (marks[at]) {
        rove(marks[at]);
        select(marks[at].dataset.of);
        reveal(marks[at]);
      }
    } else return;
    event.preventDefault();
  });
  byId("records").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) {
      const hash = link.getAttribute("href");
      if (hash === location.hash) follow(hash);
      return;
    }
    const record = event.target.closest("li[data-record], tr[data-record]");
    if (record && getSelection().isCollapsed) go("#at-" + keysOf(record)[0]);
  });
  byId("records").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-record]:not(a)")) go("#at-" + keysOf(event.target)[0]);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !last) return;
    if (byId("records").contains(document.activeElement)) go("#at-" + last);
    else select("");
  });

  // Filters by speaker and part; those by kind are in the style sheet.
  const speaker = byId("by-speaker");
  const section = byId("by-section");
  const sure = byId("by-sure");
  const sureness = (key) => Number((firstPlace(key) || { dataset: {} }).dataset.sure || 1);
  const filter = () => {
    const fits = (record) => (!speaker.value || record.dataset.speaker === speaker.value) &&
      (!section.value || !record.dataset.section || record.dataset.section === section.value) &&
      (!sure.value || sureness(keysOf(record)[0]) >= sure.value / 100);
    const says = (record) => !page.words() || record.textContent.toLowerCase().includes(page.words());
    const hidden = new Set();
    const counted = kindsShown();
    let left = 0;
    let all = 0;
    for (const record of records) {
      const fit = fits(record); // what is searched for hides records, not marks
      const found = fit && says(record);
      if (record.dataset.kind !== "speaker" || speaker.value || (page.words() && record.matches("li"))) record.classList.toggle("gone", !found);
      else record.classList.remove("gone");
      for (const key of keysOf(record)) {
        if (!fit) hidden.add(key);
        if (record.dataset.kind === "speaker") continue;
        all += 1;
        if (found && counted.has(record.dataset.kind)) left += 1;
      }
    }
    for (const card of document.querySelectorAll(".card")) {
      const words = page.words() && !card.querySelector(".name").textContent.toLowerCase().includes(page.words());
      const empty = (section.value || words) && !card.querySelector("li:not(.gone)");
      card.classList.toggle("gone", Boolean(empty || (speaker.value && card.dataset.speaker !== speaker.value)));
    }
    for (const mark of marks) mark.classList.toggle("off", hidden.has(mark.dataset.of));
    if (lit.some((element) => element.matches("mark.off"))) select("");
    byId("status").textContent = page.told() + (left === all ? "" : `Showing ${left} of ${all} records.`);
  };
  for (const control of [speaker, section, sure, ...document.querySelectorAll(".kinds input")]) control.addEventListener("change", filter);
  byId("reset").addEventListener("click", () => {
    speaker.value = "";
    section.value = "";
    sure.value = "";
    document.querySelectorAll(".kinds input").forEach((box) => { box.checked = true; });
    filter();
  });

  // The headings of the table of claims become buttons: up, down, as in the article.
  const body = document.querySelector(".claims tbody");
  const heads = [...document.querySelectorAll(".claims thead th")];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { "": "ascending", ascending: "descending", descending: "" }[head.getAttribute("aria-sort") || ""];
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (next) head.setAttribute("aria-sort", next);
      const value = (row) => {
        const cell = row.cells[column];
        return cell.dataset.sort === undefined ? cell.textContent.trim().toLowerCase() : cell.dataset.sort;
      };
      const rows = [...body.rows].sort((a, b) => {
        const place = a.dataset.place - b.dataset.place;
        if (!next) return place;
        const [x, y] = [value(a), value(b)];
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1) || place; // what is empty stays below
        const order = column === 0 ? x - y : x < y ? -1 : x > y ? 1 : 0;
        return (next === "ascending" ? order : -order) || place;
      });
      body.append(...rows);
    });
  });
  Object.assign(page, { go, shown, filter });
  filter();
  if (location.hash) follow(location.hash);
})();
