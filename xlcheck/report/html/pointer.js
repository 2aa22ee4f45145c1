// What the pointer is on: words that the columns share light up, a mark shows its finding and its rule.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // What a row's columns say alike lights up together.
  let lit = [];
  function light(said) {
    for (const place of lit) place.classList.remove("lit");
    lit = said ? all(`[data-same="${said.dataset.same}"]`, said.closest("tr, .context")) : [];
    for (const place of lit) place.classList.add("lit");
  }

  // A card with the finding and its rule beside the mark under the pointer; it stays while the pointer is on it.
  const card = document.querySelector("#card");
  let timer = 0;

  function remarks(note) {
    const summary = document.createElement("p");
    summary.className = "label";
    summary.textContent = note.querySelector("a.rule")?.title ?? "";
    return [...all(":scope > p:not(.verdict)", note).map((part) => part.cloneNode(true)), summary];
  }

  function open(mark) {
    const parts = [];
    for (let place = mark; place; place = place.parentElement.closest("mark")) {
      const note = document.querySelector(`#note-${place.dataset.finding}`);
      if (note && !place.matches(".off")) parts.unshift(...remarks(note));
    }
    card.replaceChildren(...parts);
    card.hidden = false;
    const at = mark.getClientRects()[0];
    const above = at.top > card.offsetHeight + 8;
    card.style.top = `${scrollY + (above ? at.top - card.offsetHeight - 4 : at.bottom + 4)}px`;
    card.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8))}px`;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    light(event.target.closest("[data-same]"));
    const mark = event.target.closest("mark[data-finding]:not(.off)");
    clearTimeout(timer);
    if (mark) timer = setTimeout(open, 250, mark);
    else if (!card.hidden && !event.target.closest("#card")) timer = setTimeout(() => { card.hidden = true; }, 250);
  });
  for (const mark of all("mark[title]")) mark.removeAttribute("title"); // the card says it

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") card.hidden = true; });
})();
