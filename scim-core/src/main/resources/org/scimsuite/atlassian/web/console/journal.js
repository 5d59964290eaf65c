import { get, path } from "./api.js";
import { fill, h } from "./dom.js";
import { selectField, textField } from "./forms.js";
import { moment, number, t, word } from "./format.js";
import { banner, button, empty, facts, failure, heading, link, loading, lozenge, row, table, when } from "./parts.js";

const PAGE = 50;
const PAUSE = 5_000;
const OUTCOMES = ["APPLIED", "NO_CHANGE", "REFUSED", "FAILED", "RUNNING"];

/** What came in, newest first; the filters are in the address. */
export async function journal(main, leaving, parameters, query) {
  const place = h("div", null, loading());
  const bar = h("div");
  const note = h("p", { class: "help" }, t("journal.reads"));
  let names = new Map();
  let newest = [];
  let older = [];
  let isMore = false;
  let shown = "";
  let live = false;

  const liveButton = button(t("journal.live"), () => {
    live = !live;
    liveButton.setAttribute("aria-pressed", String(live));
    if (live) {
      look();
    }
  }, { "aria-pressed": "false" });
  fill(main, heading(t("journal.title"), liveButton), bar, note, place);

  function wanted(more) {
    const search = new URLSearchParams({ limit: String(PAGE), ...more });
    for (const name of ["connection", "outcome", "subject"]) {
      if (query.get(name)) {
        search.set(name, query.get(name));
      }
    }
    return "journal?" + search;
  }

  async function load() {
    try {
      const list = await get("connections");
      names = new Map(list.map((each) => [each.id, each.name]));
      fill(bar, filters(list, query));
      await look();
    } catch (problem) {
      fill(place, failure(problem, load));
    }
  }

  /** The newest page anew; older ones that are shown stay. */
  async function look() {
    try {
      const found = await get(wanted({}));
      const known = new Set(found.map((entry) => entry.id));
      // what has moved beyond the first page meanwhile is kept
      older = [...newest, ...older].filter((entry) => !known.has(entry.id)).slice(0, older.length + PAGE);
      if (newest.length === 0) {
        isMore = found.length === PAGE;
      }
      newest = found;
      show();
    } catch (problem) {
      shown = "";
      fill(place, failure(problem, look));
    }
  }

  async function loadOlder() {
    const all = [...newest, ...older];
    const found = await get(wanted({ olderThan: all.at(-1).id }));
    older.push(...found);
    isMore = found.length === PAGE;
    show();
  }

  function show() {
    const all = [...newest, ...older];
    const now = JSON.stringify([all.map((entry) => [entry.id, entry.outcome]), isMore]);
    if (now === shown) {
      return;
    }
    shown = now;
    const moreButton = isMore && button(t("journal.older"), async () => {
      moreButton.disabled = true;
      try {
        await loadOlder();
      } catch (problem) {
        moreButton.replaceWith(failure(problem, loadOlder));
      }
    });
    fill(place, all.length === 0 ? empty(t(isFiltered(query) ? "journal.noneSuch" : "journal.none")) : [entries(all, names), moreButton]);
  }

  const timer = setInterval(() => live && !document.hidden && look(), PAUSE);
  leaving(() => clearInterval(timer));
  return load();
}

function isFiltered(query) {
  return ["connection", "outcome", "subject"].some((name) => query.get(name));
}

function filters(list, query) {
  const connection = selectField("connection", t("journal.connection"), query.get("connection") ?? "",
    [["", t("journal.all")], ...list.map((each) => [each.id, each.name])]);
  const outcome = selectField("outcome", t("journal.outcome"), query.get("outcome") ?? "",
    [["", t("journal.all")], ...OUTCOMES.map((each) => [each, word("outcome", each)])]);
  const subject = textField("subject", t("journal.subjectId"), query.get("subject") ?? "");
  return h("form", { class: "filters", role: "search", onsubmit: (event) => {
    event.preventDefault();
    const search = new URLSearchParams();
    for (const each of [connection, outcome, subject]) {
      if (each.value().trim()) {
        search.set(each.name, each.value().trim());
      }
    }
    location.hash = "#/journal" + (search.size ? "?" + search : "");
  } }, connection.element, outcome.element, subject.element, h("button", { type: "submit", class: "primary" }, t("journal.filter")),
    isFiltered(query) && link("#/journal", t("journal.clear"), { class: "button" }));
}

function entries(all, names) {
  return table(t("journal.title"),
    [t("journal.received"), t("journal.request"), t("journal.outcome"), t("journal.subject"), t("journal.connection"), t("journal.happened")],
    all.map((entry) => row(
      when(entry.receivedAt),
      link("#/" + path("journal", entry.id), entry.method + " " + entry.path),
      outcomeOf(entry),
      entry.subjectName ?? entry.subjectId ?? "–",
      entry.connectionId ? (names.get(entry.connectionId) ?? t("journal.connectionGone")) : t("journal.stranger"),
      entry.detail ?? (entry.plan[0] ?? entry.notes[0] ?? ""),
    )));
}

function outcomeOf(entry) {
  const kind = { APPLIED: "good", NO_CHANGE: "plain", REFUSED: "warn", FAILED: "bad", RUNNING: "plain" }[entry.outcome] ?? "plain";
  return [lozenge(kind, word("outcome", entry.outcome)), entry.status > 0 && " " + entry.status];
}

/** One entry. */
export async function journalEntry(main, leaving, [id]) {
  const place = h("div", null, loading());
  fill(main, heading(t("journal.entry")), h("p", null, link("#/journal", t("journal.back"))), place);

  async function load() {
    try {
      const [entry, list] = await Promise.all([get(path("journal", id)), get("connections")]);
      fill(place, detail(entry, new Map(list.map((each) => [each.id, each.name]))));
    } catch (problem) {
      fill(place, failure(problem, load));
    }
  }

  return load();
}

function detail(entry, names) {
  return [
    entry.detail && banner(entry.outcome === "FAILED" ? "error" : "warning", h("p", null, entry.detail)),
    facts(
      [t("journal.request"), h("code", null, entry.method + " " + entry.path)],
      [t("journal.outcome"), outcomeOf(entry)],
      entry.scimType && [t("journal.scimType"), entry.scimType],
      [t("journal.received"), moment(entry.receivedAt)],
      [t("journal.duration"), t("journal.millis", number(entry.durationMillis))],
      [t("journal.connection"), entry.connectionId
        ? names.has(entry.connectionId)
          ? link("#/" + path("connections", entry.connectionId), names.get(entry.connectionId))
          : t("journal.connectionGone")
        : t("journal.stranger")],
      [t("journal.subject"), entry.subjectName ?? "–"],
      entry.subjectId && [t("journal.subjectId"), link("#/journal?" + new URLSearchParams({ subject: entry.subjectId }), entry.subjectId)],
      [t("journal.id"), h("code", null, entry.id)],
    ),
    sentences(t("journal.plan"), entry.plan),
    sentences(t("journal.notes"), entry.notes),
    entry.body && [h("h2", null, t("journal.body")), h("p", { class: "help" }, t("journal.bodyIs")), h("pre", { tabindex: "0" }, pretty(entry.body))],
  ];
}

function sentences(title, texts) {
  return texts.length > 0 && [h("h2", null, title), h("ul", null, texts.map((text) => h("li", null, text)))];
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
