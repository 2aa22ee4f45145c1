// Verdicts, by the finding's content ("XL302 9f2c…"), so that they outlive a new run: { state, reason, author, until }.
// They are kept in the browser, under one name for all reports, read again before each change: tabs share them. What is
// ignored on a page that `xlcheck review` serves is in the project's file instead: sent there, and told when it is there.
"use strict";
const verdicts = (() => {
  const NAME = "xlcheck";
  const served = document.body.dataset.file !== undefined;
  const filed = new Map(); // what the file ignores
  const sent = new Map(); // what it does not say yet: { given (null takes back), error }
  const unheard = "xlcheck review does not respond; start it again and open the page that it prints";
  let memory = { verdicts: {} };
  let changed = () => {};
  let turn = Promise.resolve();

  const key = (item) => `${item.dataset.rule} ${item.dataset.fingerprint}`;
  const day = (ahead) => new Date(Date.now() + ahead * 864e5).toLocaleDateString("sv");
  const ignores = (given) => given?.state === "ignored";

  function read() {
    try {
      const stored = JSON.parse(localStorage.getItem(NAME));
      if (stored?.verdicts instanceof Object) memory = stored;
    } catch { /* no storage here: they last as long as the page */ }
    return memory;
  }

  function keep(edit) {
    edit(read());
    try {
      localStorage.setItem(NAME, JSON.stringify(memory));
      return "kept in this browser";
    } catch {
      return "kept until this page is closed, because the browser does not store it";
    }
  }

  function of(item) {
    const kept = memory.verdicts[key(item)];
    const { given, error } = sent.get(key(item)) ?? {};
    if (error) return { ...standing(item), error };
    if (given) return { ...given, saving: true };
    const holds = kept?.state === "accepted" || (!served && ignores(kept) && kept.until >= day(0));
    const open = holds ? kept : { state: "open" };
    return given === null ? { ...open, saving: true } : filed.get(key(item)) ?? open;
  }

  const standing = (item) => filed.get(key(item)) ?? { state: "open" };

  async function post(action, name, { state, ...fields }) {
    const [rule, fingerprint] = name.split(" ");
    const said = Object.entries({ rule, fingerprint, ...fields }).filter(([, value]) => value);
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(action, { method: "POST", headers, body: JSON.stringify(Object.fromEntries(said)) })
      .catch(() => { throw new Error(unheard); });
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error ?? unheard);
  }

  // One after the other, in the order of the reviewer's decisions.
  function send(name, given) {
    const one = { given, error: "" };
    sent.set(name, one);
    turn = turn.then(async () => {
      try {
        if (given) await post("ignore", name, given);
        else if (filed.has(name)) await post("restore", name, filed.get(name));
        if (given) filed.set(name, given);
        else filed.delete(name);
        if (sent.get(name) === one) sent.delete(name);
        changed(`saved in ${document.body.dataset.file}`);
      } catch (error) {
        one.error = error.message;
        changed("not saved");
      }
    });
  }

  function give(item, given) {
    const name = key(item);
    const files = served && (ignores(given) || ignores(of(item)));
    if (files) send(name, ignores(given) ? given : null);
    const where = keep((kept) => {
      if (given && !(served && ignores(given))) kept.verdicts[name] = given;
      else delete kept.verdicts[name];
    });
    changed(files ? "" : where);
  }

  function retry(item) {
    const { given } = sent.get(key(item)) ?? {};
    if (given !== undefined) send(key(item), given);
    changed("");
  }

  for (const item of document.querySelectorAll("[data-ignored]")) {
    filed.set(key(item), { state: "ignored", ...JSON.parse(item.dataset.ignored) });
  }
  addEventListener("beforeunload", (event) => { if (sent.size) event.preventDefault(); });
  addEventListener("storage", () => { read(); changed(""); });
  read();
  return {
    key, day, of, give, retry,
    author: () => read().author ?? "",
    sign: (author) => { read().author = author; },
    watch: (heard) => { changed = heard; },
  };
})();
