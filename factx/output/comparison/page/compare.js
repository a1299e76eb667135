(() => {
  "use strict";
  // Moves the focus, toggles classes, scrolls. Never makes markup of data.
  const byId = (id) => document.getElementById(id);
  const marks = [...document.querySelectorAll(".text mark")];
  const items = new Map([...document.querySelectorAll("[data-finding]")].map((item) => [item.dataset.finding, item]));
  const idOf = (mark) => mark.dataset.of.slice(2);
  const places = new Map();
  for (const mark of marks) places.set(mark.dataset.of, [...(places.get(mark.dataset.of) || []), mark]);
  document.documentElement.classList.add("js");

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const show = (element) => {
    if (!element) return;
    const frame = element.closest(".side");
    const scrolls = getComputedStyle(frame).overflowY === "auto" && frame.scrollHeight > frame.clientHeight + 1;
    const box = element.getBoundingClientRect();
    const behavior = calm.matches ? "auto" : "smooth";
    if (scrolls) {
      const edge = frame.getBoundingClientRect();
      if (box.top < edge.top + 60 || box.bottom > edge.bottom - 20) {
        frame.scrollTo({ top: frame.scrollTop + box.top - edge.top - frame.clientHeight / 3, behavior });
      }
    } else if (box.top < 60 || box.bottom > innerHeight - 20) element.scrollIntoView({ block: "center", behavior });
  };

  // A finding lights up in both texts and in the list; each side scrolls to it.
  let lit = [];
  let last = "";
  const select = (id, from) => {
    lit.forEach((element) => element.classList.remove("current"));
    const both = ["r-", "s-"].map((side) => places.get(side + id) || []);
    const item = items.get(id);
    lit = [...both.flat(), ...(item ? [item] : [])];
    lit.forEach((element) => element.classList.add("current"));
    last = id;
    for (const goal of [...both.map((found) => found[0]), item]) {
      if (goal && goal.closest(".side") !== from) show(goal);
    }
  };
  const focusOn = (element) => {
    if (!element) return;
    if (element.matches("mark")) rove(element);
    element.focus({ preventScroll: true });
    show(element);
  };

  // One mark of each text takes part in the Tab order; arrow keys move on from it.
  const stops = new Map();
  const rove = (mark) => {
    const side = mark.closest(".text");
    const old = stops.get(side);
    if (old) { old.tabIndex = -1; old.removeAttribute("aria-describedby"); }
    mark.tabIndex = 0;
    mark.setAttribute("aria-describedby", "hint");
    stops.set(side, mark);
  };
  marks.forEach((mark) => { mark.tabIndex = -1; });
  items.forEach((item) => { item.tabIndex = -1; });
  for (const text of document.querySelectorAll(".text")) {
    const first = text.querySelector("mark.wrong") || text.querySelector("mark");
    if (first) rove(first);
  }
  const shown = (mark) => [...mark.classList].every((name) => !byId("show-" + name) || byId("show-" + name).checked);
  const other = (mark) => (places.get((mark.dataset.of[0] === "r" ? "s-" : "r-") + idOf(mark)) || [])[0];

  for (const text of document.querySelectorAll(".text")) {
    text.addEventListener("click", (event) => {
      const mark = event.target.closest("mark");
      if (mark && getSelection().isCollapsed) { rove(mark); select(idOf(mark), mark.closest(".side")); }
    });
    text.addEventListener("keydown", (event) => {
      const mark = event.target.closest("mark");
      if (!mark) return;
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter") {
        select(idOf(mark), mark.closest(".side"));
        focusOn(other(mark) || items.get(idOf(mark)));
      } else if (event.key === "Escape") focusOn(items.get(idOf(mark)));
      else if (step) {
        const row = marks.filter((one) => text.contains(one));
        let at = row.indexOf(mark) + step;
        while (row[at] && !shown(row[at])) at += step;
        if (row[at]) { focusOn(row[at]); select(idOf(row[at]), row[at].closest(".side")); }
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
  byId("findings").addEventListener("click", (event) => {
    const item = event.target.closest("[data-finding]");
    if (!item || !getSelection().isCollapsed) return;
    const link = event.target.closest("a");
    select(item.dataset.finding, item.closest(".side"));
    if (link) { event.preventDefault(); focusOn(byId(link.hash.slice(1))); }
  });
  byId("findings").addEventListener("keydown", (event) => {
    const item = event.target.closest("[data-finding]");
    if (!item || event.key !== "Enter" || event.target.closest("a")) return;
    const id = item.dataset.finding;
    select(id, item.closest(".side"));
    focusOn((places.get("r-" + id) || places.get("s-" + id) || [])[0]);
  });
})();
