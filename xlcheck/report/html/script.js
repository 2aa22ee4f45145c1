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
  for (const mark of all("[data-finding]:is(mark, ins)")) {
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

  const gravity = { error: 0, warning: 1, note: 2 };
  let order = "";

  function sort() {
    if (!tools?.sort || tools.sort.value === order) return;
    order = tools.sort.value;
    const by = (one, other) => (order ? gravity[one.dataset.severity] - gravity[other.dataset.severity] : 0);
    one(".findings").append(...[...items].sort(by));
  }

  const WIDE = 4; // columns that fit the page

  function columns() {
    const hidden = new Set(all("[name=column]:not(:checked)", tools).map((box) => box.value));
    for (const cell of all("[data-column]")) cell.hidden = hidden.has(cell.dataset.column);
    for (const row of all("tbody > tr")) row.hidden = ![...row.cells].some((c) => !c.hidden && !c.matches(".gap"));
    for (const table of all(".scroll")) table.classList.toggle("few", all("th:not([hidden])", table).length <= WIDE);
  }

  const same = () => document.body.classList.toggle("same", Boolean(tools?.same?.checked));

  // What a link or a key leads to is shown, whatever was chosen.
  function reveal(place) {
    const item = items[place.dataset.finding - 1];
    if (item?.hidden) {
      for (const name of ["search", "rule", "severity", "language", "document", "state"]) {
        if (tools[name]) tools[name].value = "";
      }
      show();
    }
    const column = place.closest("td[data-column]");
    if (column?.hidden) {
      for (const box of all("[name=column]", tools)) box.checked ||= box.value === column.dataset.column;
      columns();
    }
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  // Where the reader is: a finding in the list, or its note in the text.
  const current = () => document.activeElement?.closest(".findings > li, .remark");
  const itemOf = (place) => items[place.dataset.finding - 1];

  let last = null; // where the keys led: the way goes on from there when a verdict hides it

  function go(place, seen = place) {
    if (!place) return;
    reveal(place);
    last = place;
    seen.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  }

  function step(by) {
    const at = current() ?? last;
    const inText = items.map((item) => notes.get(item.dataset.finding)).filter(Boolean);
    const places = (at?.matches(".remark") ? inText : all(".findings > li"))
      .filter((place) => place === at || !(place.hidden || place.closest("td[hidden]")));
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
    one("#ignore-where").textContent = one(".quote", item).textContent.trim();
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

  // A finding of the list is expanded: its row of the text, under the columns that are shown.
  function expand(item) {
    const row = notes.get(item.dataset.finding)?.closest("tr, .line");
    if (!row || one(".context", item)) return;
    const context = document.createElement("div");
    context.className = "context";
    const cells = row.cells ? [...row.cells].filter((cell) => !cell.matches(".gap")) : [row];
    for (const cell of cells) {
      const part = document.createElement("div");
      part.append(...all(".where, .prose, .again", cell).map((text) => text.cloneNode(true)));
      part.lang = cell.closest("[lang]").lang;
      if (cell.dataset.column) part.dataset.column = cell.dataset.column;
      part.hidden = cell.hidden;
      context.append(part);
    }
    for (const place of all("[id]", context)) place.removeAttribute("id");
    for (const mark of all("[data-finding]:is(mark, ins)", context)) marks.get(mark.dataset.finding).push(mark);
    one(".why > summary", item).after(context);
  }

  // The suppression file: TOML basic strings are JSON strings but for DEL and lone surrogates. What would be harmful
  // where it is printed is written by its number, as the command line does.
  const harmful = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|#(?=#[A-Za-z]*\[)/g;
  const numbered = (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
  const quoted = (value) =>
    JSON.stringify(value.replace(/[\ud800-\udfff]/gu, "\ufffd")).replace(harmful, numbered);

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
    same();
  }

  const keysOn = one("#help [name=keys]");
  const does = {
    j: () => step(1), k: () => step(-1), t: swap, e: fold, a: accept, i: ignore, m: match,
    "/": () => tools?.search?.focus(), "?": () => one("#help").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
    if (!keysOn.checked || typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(does, event.key)) return;
    event.preventDefault();
    does[event.key](current());
  });

  const retry = (at) => verdicts.retry(itemOf(at));
  const filters = () => one("[data-do=filters]").setAttribute("aria-expanded", String(tools.classList.toggle("open")));
  const buttons = { accept, ignore, retry, filters, export: save, help: does["?"], reload: () => location.reload() };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) buttons[button.dataset.do](button.closest(".findings > li, .remark"));
  });

  function unfold() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches("details")) target.open = true;
    if (target.matches("mark")) go(notes.get(target.dataset.finding), target);
    else if (target.matches(".findings > li, .remark")) go(target);
    else {
      reveal(target);
      target.scrollIntoView();
    }
  }

  // Choices may be the browser's: it brings back those that were made before the reader went to another page.
  function apply() {
    if (one("[name=column]", tools ?? document)) columns();
    same();
    sort();
    show();
  }

  tools?.addEventListener("submit", (event) => event.preventDefault());
  tools?.addEventListener("input", (event) => {
    const { name } = event.target;
    if (name === "column" && !one("[name=column]:checked", tools)) event.target.checked = true;
    if (name === "column") columns();
    else if (name === "same") same();
    else if (name === "sort") sort();
    else show();
  });
  document.addEventListener("toggle", (event) => {
    const item = event.target.closest(".findings > li");
    if (item && event.target.open) expand(item);
  }, true);
  verdicts.watch((said) => {
    show();
    if (tools?.saved) tools.saved.value = said;
  });
  addEventListener("hashchange", unfold);
  addEventListener("pageshow", apply);
  apply();
  unfold();
})();
