(() => {
  "use strict";
  // The card at a mark: beside it for a pointer or the keyboard, a sheet from below on a phone. Text only, never markup.
  const page = window.factxPage;
  const text = document.getElementById("text");
  const tip = document.getElementById("tip");
  const phone = matchMedia("(hover: none), (max-width: 64rem)");
  const make = (tag, words, name) => {
    const element = document.createElement(tag);
    element.textContent = words;
    if (name) element.className = name;
    return element;
  };
  const flat = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
  // Without script the title tells what the card tells.
  for (const mark of page.marks) {
    mark.dataset.note = mark.title;
    mark.removeAttribute("title");
  }

  const ofClaim = (home) => [...home.cells].slice(1).flatMap((cell) => {
    const parts = [...cell.children].filter((part) => !part.matches(".badge, .subject, .because")).map(flat).filter(Boolean);
    const metric = flat(cell.querySelector(".metric"));
    const what = parts.join(" ") + (metric ? ` (${metric})` : "");
    const status = [...cell.querySelectorAll(".badge:not(.metric)")].map(flat).join(", ");
    const owner = flat(cell.querySelector(".subject"));
    const cause = flat(cell.querySelector(".because bdi"));
    return [[cell.dataset.label, what], ["Whose", owner], ["Status", status], ["Because of", cause]].filter((row) => row[1]);
  });
  const ofQuote = (home) => {
    const card = home.closest(".card");
    const how = flat(home.querySelector(".how")).split(" show in the text")[0];
    return [["Who", flat(card.querySelector(".role"))], ["How", how]];
  };
  const ofAct = (home) => {
    const rows = [...home.querySelectorAll(".told")].map((part) => [part.dataset.label, flat(part)]);
    return [["Who", flat(home.querySelector("bdi, .faint"))], ...rows];
  };
  const told = (mark) => {
    const kind = mark.classList[0];
    const home = page.homes.get(mark.dataset.of);
    if (home && home.matches("tr")) {
      const value = flat(home.querySelector(".value"));
      return [flat(home.querySelector(".jump")), [...(value ? [["Value", value]] : []), ...ofClaim(home)]];
    }
    if (home && home.matches("li") && home.closest(".card")) return [flat(home.closest(".card").querySelector(".name a, .name")), ofQuote(home)];
    if (home && home.matches(".acts li")) return [flat(home.querySelector(".jump")), ofAct(home)];
    if (home && home.matches(".card")) {
      const quotes = home.querySelectorAll(".quotes li").length;
      const words = quotes ? [["Quoted", quotes === 1 ? "once" : `${quotes} times`]] : [];
      return [flat(home.querySelector(".name a, .name")), [["Who", flat(home.querySelector(".role"))], ...words]];
    }
    return kind === "date" ? [flat(mark), [["Means", mark.dataset.note || "not known"]]] : [mark.dataset.note || flat(mark), []];
  };
  const fill = (mark) => {
    const [name, rows] = told(mark);
    const list = document.createElement("dl");
    const sure = mark.dataset.sure ? [["Sure", `${Math.round(100 * mark.dataset.sure)} %`]] : [];
    const rule = mark.dataset.rule ? [["Rule", mark.dataset.rule]] : [];
    for (const [label, words] of [...rows, ...sure, ...rule]) if (words) list.append(make("dt", label), make("dd", words));
    tip.replaceChildren(make("p", name, "name"), list, does(mark));
  };
  const does = (mark) => {
    const line = make("p", "", "does");
    const record = make("button", "Show its record", "tool");
    record.addEventListener("click", () => { hide(); page.go("#" + mark.dataset.of); });
    const link = make("button", "Copy link", "tool");
    link.addEventListener("click", () => page.copyLink(mark.dataset.of));
    const close = make("button", "Close", "tool");
    close.addEventListener("click", () => { hide(); mark.focus({ preventScroll: true }); });
    for (const button of [record, link, close]) button.type = "button";
    line.append(record, link, close);
    return line;
  };

  // What belongs together lights up together: the record's other passages, who says it, what it is compared with.
  let near = [];
  const light = (mark) => {
    near.forEach((other) => other.classList.remove("near"));
    near = [];
    if (!mark) return;
    const home = page.homes.get(mark.dataset.of);
    const keys = [mark.dataset.of, ...((home && home.dataset.with) || "").split(" "), home && home.dataset.speaker];
    near = [...new Set(keys)].flatMap((key) => page.places.get(key) || []).filter((other) => !other.classList.contains("off"));
    near.forEach((other) => other.classList.add("near"));
  };

  let at = null;
  const hide = () => {
    tip.hidden = true;
    if (at) at.removeAttribute("aria-details");
    at = null;
    light(null);
  };
  const show = (mark, sheet) => {
    if (!page.shown(mark)) return;
    hide();
    at = mark;
    fill(mark);
    light(mark);
    tip.className = sheet ? "tip sheet" : "tip";
    tip.hidden = false;
    mark.setAttribute("aria-details", "tip");
    tip.setAttribute("role", sheet ? "dialog" : "note");
    tip.setAttribute("aria-label", "What is marked");
    if (sheet) {
      tip.style.left = tip.style.top = "";
      const under = mark.getBoundingClientRect().bottom - (innerHeight - tip.offsetHeight - 12);
      if (under > 0) scrollBy({ top: under, behavior: "auto" });
      return;
    }
    const boxes = mark.getClientRects();
    const box = boxes[0] || mark.getBoundingClientRect();
    const end = boxes[boxes.length - 1] || box;
    const above = end.bottom + tip.offsetHeight + 14 > innerHeight;
    tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(8, above ? box.top - tip.offsetHeight - 8 : end.bottom + 8)}px`;
  };
  page.sheet = (mark) => {
    if (!phone.matches) return false;
    show(mark, true);
    return true;
  };

  let wait = 0;
  text.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("mark");
    clearTimeout(wait);
    if (event.pointerType !== "touch" && !phone.matches && mark && mark !== at) wait = setTimeout(() => show(mark, false), 120);
  });
  text.addEventListener("pointerout", (event) => {
    const next = event.relatedTarget && event.relatedTarget.closest && event.relatedTarget.closest("mark");
    clearTimeout(wait);
    if (!next && !tip.classList.contains("sheet")) hide();
  });
  text.addEventListener("focusin", (event) => {
    if (event.target.matches("mark:focus-visible") && !phone.matches) show(event.target, false);
  });
  text.addEventListener("focusout", () => { if (!tip.classList.contains("sheet")) hide(); });
  addEventListener("scroll", () => { if (!tip.hidden && !tip.classList.contains("sheet")) hide(); }, { passive: true });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => {
    if (tip.classList.contains("sheet") && !event.target.closest("#tip, mark")) hide();
  });
})();
