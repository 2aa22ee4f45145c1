// Filters, keys, verdicts and matches of a report page. The page reads without it. Comes after verdicts.js.
// Texts only ever pass through textContent, value and dataset: the page's policy refuses HTML from strings.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const tools = one("#tools");
  const items = all(".findings > li");
  const notes = new Map(all(".remark").map((note) => [note.dataset.finding, note]));
  const marks = new Map();
  for (const mark of all("mark, ins[data-finding]")) {
    marks.set(mark.dataset.finding, [...(marks.get(mark.dataset.finding) ?? []), mark]);
  }
  document.documentElement.classList.add("scripted");

  function told({ state, reason, until, saving, error }) {
    const said = { open: "", accepted: "accepted", ignored: `ignored until ${until}: ${reason}` }[state];
    return [said, saving && "saving…", error && `not saved: ${error}`].filter(Boolean).join(" · ");
  }

  function stamp(place, given) {
    place.dataset.state = given.state;
    place.toggleAttribute("data-failed", Boolean(given.error));
    const retry = one("[data-do=retry]", place);
    if (retry) retry.hidden = !given.error;
    one(".state", place).textContent = told(given);
    one("[data-do=accept]", place).setAttribute("aria-pressed", String(given.state === "accepted"));
    one("[data-do=ignore]", place).setAttribute("aria-pressed", String(given.state === "ignored"));
  }

  // What is shown: the findings that fit all choices, in the list and in the text.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
  const texts = new Map();
  function text(item) {
    if (!texts.has(item)) texts.set(item, plain(`${item.textContent} ${item.dataset.document}`));
    return texts.get(item);
  }

  function fits(item, state) {
    const wanted = plain(tools.search.value.trim());
    const chosen = ["rule", "severity", "language", "document"].every(
      (name) => !tools[name]?.value || tools[name].value === item.dataset[name]);
    return chosen && (!tools.state.value || tools.state.value === state) && (!wanted || text(item).includes(wanted));
  }

  function show() {
    if (!items.length) return;
    const counts = { shown: 0, open: 0, accepted: 0, ignored: 0 };
    for (const item of items) {
      const given = verdicts.of(item);
      const note = notes.get(item.dataset.finding);
      text(item);
      item.hidden = !fits(item, given.state);
      stamp(item, given);
      if (note) {
        stamp(note, given);
        note.hidden = item.hidden;
      }
      const off = item.hidden || given.state === "ignored";
      for (const mark of marks.get(item.dataset.finding) ?? []) mark.classList.toggle("off", off);
      counts.shown += !item.hidden;
      counts[given.state] += 1;
    }
    const judged = ["accepted", "ignored"].filter((state) => counts[state]).map((state) => `, ${counts[state]} ${state}`);
    tools.shown.value = `${counts.shown} of ${items.length} shown${judged.join("")}`;
    one(".nothing").hidden = counts.shown > 0;
  }

  function columns() {
    const hidden = new Set(all("[name=column]:not(:checked)", tools).map((box) => box.value));
    for (const cell of all("[data-column]")) cell.hidden = hidden.has(cell.dataset.column);
    for (const row of all("tbody > tr")) row.hidden = ![...row.cells].some((c) => !c.hidden && !c.matches(".gap"));
  }

  // Where the reader is: a finding in the list, or its note in the text.
  const current = () => document.activeElement?.closest(".findings > li, .remark");
  const itemOf = (place) => items[place.dataset.finding - 1];

  let last = null; // where the keys led: the way goes on from there when a verdict hides it

  function go(place) {
    if (!place) return;
    last = place;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  }

  function step(by) {
    const at = current() ?? last;
    const inText = items.map((item) => notes.get(item.dataset.finding)).filter(Boolean);
    const places = (at?.matches(".remark") ? inText : items).filter((place) => !place.hidden || place === at);
    go(places[at ? places.indexOf(at) + by : 0]);
  }

  function swap(at) {
    if (at) go(at.matches(".remark") ? itemOf(at) : notes.get(at.dataset.finding));
  }

  function fold(at) {
    const reasons = at && one("details", at);
    if (reasons) reasons.open = !reasons.open;
  }

  function accept(at) {
    const item = at && itemOf(at);
    if (item) verdicts.give(item, verdicts.of(item).state === "accepted" ? null : { state: "accepted" });
  }

  function ignore(at) {
    if (!at) return;
    const item = itemOf(at);
    if (verdicts.of(item).state === "ignored") return verdicts.give(item, null);
    const dialog = one("#ignore");
    const form = one("form", dialog);
    one("#ignore-what").textContent = one(".body > p", item).textContent;
    form.reason.value = "";
    form.until.min = verdicts.day(0);
    form.until.value = verdicts.day(90);
    form.author.value = verdicts.author();
    dialog.returnValue = "";
    dialog.onclose = () => {
      if (dialog.returnValue === "ignore") {
        const [reason, author, until] = ["reason", "author", "until"].map((name) => form[name].value.trim());
        verdicts.sign(author);
        verdicts.give(item, { state: "ignored", reason, author, until });
      }
      at.focus();
    };
    dialog.showModal();
    form.reason.focus();
  }

  // The suppression file: TOML basic strings are JSON strings but for DEL and lone surrogates.
  const quoted = (value) =>
    JSON.stringify(value.replace(/[\ud800-\udfff]/gu, "\ufffd")).replaceAll("\u007f", "\\u007f");

  function suppressions() {
    const blocks = new Map();
    for (const item of items) {
      const given = verdicts.of(item);
      if (given.state !== "ignored") continue;
      const { rule, fingerprint } = item.dataset;
      const fields = Object.entries({ rule, fingerprint, reason: given.reason, author: given.author });
      const lines = fields.filter(([, value]) => value).map(([name, value]) => `${name} = ${quoted(value)}`);
      const what = `${one(".place", item).textContent} ${one(".body > p", item).textContent}`;
      const comment = `# ${what.replace(/[\p{C}\s]+/gu, " ")}`;
      blocks.set(verdicts.key(item), ["[[ignore]]", comment, ...lines, `until = ${given.until}`, ""].join("\n"));
    }
    return [...blocks.values()].join("\n");
  }

  function save() {
    const dialog = one("#export");
    const link = one("a", dialog);
    const toml = suppressions();
    one("textarea", dialog).value = toml || "# nothing is ignored";
    link.hidden = !toml;
    link.href = URL.createObjectURL(new Blob([toml], { type: "application/toml" }));
    dialog.onclose = () => URL.revokeObjectURL(link.href);
    dialog.showModal();
  }

  function match() {
    if (!tools?.same) return;
    tools.same.checked = !tools.same.checked;
    document.body.classList.toggle("same", tools.same.checked);
  }

  const keysOn = one("#help [name=keys]");
  const does = {
    j: () => step(1), k: () => step(-1), t: swap, e: fold, a: accept, i: ignore, m: match,
    "/": () => tools?.search?.focus(), "?": () => one("#help").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") card.hidden = true;
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
    if (!keysOn.checked || typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(does, event.key)) return;
    event.preventDefault();
    does[event.key](current());
  });

  const retry = (at) => verdicts.retry(itemOf(at));
  const buttons = { accept, ignore, retry, export: save, help: does["?"], reload: () => location.reload() };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) buttons[button.dataset.do](button.closest(".findings > li, .remark"));
  });

  // What a row's columns say alike lights up together.
  let lit = [];
  function light(said) {
    for (const place of lit) place.classList.remove("lit");
    lit = said ? all(`[data-same="${said.dataset.same}"]`, said.closest("tr")) : [];
    for (const place of lit) place.classList.add("lit");
  }

  // A card with the finding and its rule beside the mark under the pointer; it stays while the pointer is on it.
  const card = one("#card");
  let timer = 0;

  function remarks(note) {
    const summary = document.createElement("p");
    summary.className = "label";
    summary.textContent = one("a.rule", note)?.title ?? "";
    return [...all(":scope > p:not(.verdict)", note).map((part) => part.cloneNode(true)), summary];
  }

  function open(mark) {
    const parts = [];
    for (let place = mark; place; place = place.parentElement.closest("mark")) {
      const note = notes.get(place.dataset.finding);
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
    const mark = event.target.closest("mark:not(.off)");
    clearTimeout(timer);
    if (mark) timer = setTimeout(open, 250, mark);
    else if (!card.hidden && !event.target.closest("#card")) timer = setTimeout(() => { card.hidden = true; }, 250);
  });
  for (const mark of all("mark")) mark.removeAttribute("title"); // the card says it

  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches("details")) target.open = true;
    if (target?.matches(".findings > li, .remark")) go(target);
  }

  tools?.addEventListener("submit", (event) => event.preventDefault());
  tools?.addEventListener("input", (event) => {
    if (event.target.name === "column") columns();
    else if (event.target.name === "same") document.body.classList.toggle("same", event.target.checked);
    else show();
  });
  verdicts.watch((said) => {
    show();
    if (tools?.saved) tools.saved.value = said;
  });
  addEventListener("hashchange", unfold);
  show();
  unfold();
})();
