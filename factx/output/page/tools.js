(() => {
  "use strict";
  // Searching the text and the records; copying a quote with its attribution, or a link to a record.
  const page = window.factxPage;
  const text = document.getElementById("text");
  const field = document.getElementById("search");
  const status = document.getElementById("status");

  const copy = async (words, done) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = document.createElement("textarea"); // a page from a file or an old browser
      area.value = words;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    status.textContent = done;
  };
  page.copyLink = (key) => copy(location.href.split("#")[0] + "#" + key, "The link is copied.");

  const flat = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
  const attributed = (quote) => {
    const card = quote.closest(".card");
    const named = card.querySelector(".name a");
    const role = named && flat(card.querySelector(".role bdi"));
    const who = [named ? flat(named) : "", role, flat(document.querySelector("h1"))].filter(Boolean).join(", ");
    return `${flat(quote.querySelector("blockquote"))} – ${who}`;
  };
  const button = (words, label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "tool";
    made.textContent = words;
    made.setAttribute("aria-label", `${words}: ${label}`);
    made.addEventListener("click", (event) => {
      event.stopPropagation();
      act();
    });
    return made;
  };
  for (const quote of document.querySelectorAll("li[data-kind='quote']")) {
    const label = flat(quote.querySelector("blockquote")).slice(0, 50);
    quote.querySelector(".how").append(
      button("copy", label, () => copy(attributed(quote), "The quote is copied.")),
      button("link", label, () => page.copyLink(quote.id)),
    );
  }

  for (const record of document.querySelectorAll(".claims tbody tr, .acts li")) {
    const mark = record.querySelector(".jump");
    mark.after(button("link", flat(mark), () => page.copyLink(record.id)));
  }

  // Where the words stand in the text: ranges, so that no mark is touched.
  const ranges = (words) => {
    const found = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let whole = "";
    while (walker.nextNode()) {
      nodes.push([whole.length, walker.currentNode]);
      whole += walker.currentNode.data;
    }
    const lower = whole.toLowerCase();
    const safe = lower.length === whole.length ? lower : whole;
    const at = (offset) => {
      let low = 0;
      let high = nodes.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (nodes[middle][0] <= offset) low = middle;
        else high = middle - 1;
      }
      return [nodes[low][1], offset - nodes[low][0]];
    };
    for (let start = safe.indexOf(words); start >= 0 && found.length < 1000; start = safe.indexOf(words, start + words.length)) {
      const range = new Range();
      range.setStart(...at(start));
      const [last, offset] = at(start + words.length - 1);
      range.setEnd(last, offset + 1);
      found.push(range);
    }
    return found;
  };

  let places = [];
  let now = -1;
  const paint = () => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.set("search", new Highlight(...places));
    CSS.highlights.set("found", new Highlight(...places.slice(now, now + (now >= 0 ? 1 : 0))));
  };
  page.words = () => field.value.trim().toLowerCase();
  page.told = () => (page.words() ? `${places.length} ${places.length === 1 ? "place" : "places"} in the text. ` : "");
  const search = () => {
    places = page.words() ? ranges(page.words()) : [];
    now = -1;
    paint();
    page.filter();
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && field.value) {
      field.value = "";
      search();
      event.stopPropagation();
    }
    if (event.key !== "Enter" || !places.length) return;
    now = (now + (event.shiftKey ? places.length - 1 : 1) + (now < 0 && event.shiftKey ? 1 : 0)) % places.length;
    paint();
    places[now].startContainer.parentElement.scrollIntoView({ block: "center" });
  });
  document.getElementById("reset").addEventListener("click", () => {
    field.value = "";
    search();
  });
  page.filter();
})();
