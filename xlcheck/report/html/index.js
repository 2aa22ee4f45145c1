// Filters and order of a folder's index. The page reads without it.
"use strict";
(() => {
  const tools = document.querySelector("#tools");
  const body = document.querySelector(".overview tbody");
  const rows = [...body.rows];
  document.documentElement.classList.add("scripted");

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
  const texts = new Map(rows.map((row) => [row, plain(row.cells[0].textContent)]));
  const many = (row, severity) => Number(row.dataset[severity]);

  function fits(row) {
    const { search, language, severity } = tools;
    const found = severity.value === "none"
      ? !["error", "warning", "note"].some((each) => many(row, each))
      : !severity.value || many(row, severity.value) > 0;
    const spoken = !language.value || row.dataset.language.split(" ").includes(language.value);
    return found && spoken && texts.get(row).includes(plain(search.value.trim()));
  }

  const orders = {
    "": () => 0,
    gravest: (one, other) => ["error", "warning", "note"].reduce(
      (so, severity) => so || many(other, severity) - many(one, severity), 0),
    title: (one, other) => one.querySelector("a").textContent.localeCompare(other.querySelector("a").textContent),
  };

  function show() {
    for (const row of rows) row.hidden = !fits(row);
    const shown = rows.filter((row) => !row.hidden).length;
    tools.shown.value = `${shown} of ${rows.length} shown`;
    document.querySelector(".nothing").hidden = shown > 0;
  }

  tools.addEventListener("submit", (event) => event.preventDefault());
  function apply() {
    body.append(...[...rows].sort(orders[tools.sort.value]));
    show();
  }

  tools.addEventListener("input", apply);
  addEventListener("pageshow", apply); // the browser brings back what was chosen before an event was opened
  apply();
})();
