import { get, path } from "./api.js";
import { fill, h } from "./dom.js";
import { number, percent, t, word } from "./format.js";
import { banner, copyField, empty, facts, failure, heading, link, loading, lozenge, when } from "./parts.js";

const PAUSE = 10_000;
const MOST_PARKED = 500;
const URGENT = new Set(["DIRECTORY_UNUSABLE", "TOKENS_EXPIRED", "MANY_ERRORS"]);

/** Is it alive? Looks again by itself. */
export function home(main, leaving) {
  const place = h("div", null, loading());
  fill(main, heading(t("home.title")), place);
  let shown = "";

  async function look() {
    try {
      const [status, overview] = await Promise.all([get("status"), get("overview")]);
      const now = JSON.stringify([status, overview]);
      // what has the focus stays where it is
      if (now !== shown) {
        fill(place, content(status, overview));
        shown = now;
      }
    } catch (problem) {
      fill(place, failure(problem, look));
      shown = "";
    }
  }

  const timer = setInterval(() => document.hidden || look(), PAUSE);
  leaving(() => clearInterval(timer));
  return look();
}

function content(status, overview) {
  return [
    elsewhere(status),
    overview.turnedAway > 0 && banner("warning", h("p", null, t("home.turnedAway", number(overview.turnedAway)))),
    overview.connections.length === 0
      ? empty(t("home.none"), h("p", null, t("home.noneHow")), link("#/connections/new", t("connections.create"), { class: "button primary" }))
      : h("div", { class: "cards" }, overview.connections.map(card)),
    h("h2", null, t("home.installation")),
    copyField(t("scimUrl"), status.scimBaseUrl),
    facts(
      [t("home.version"), t("home.versionIs", status.version, status.generation, status.product)],
      [t("home.selfCheck"), selfCheck(status.selfCheck)],
    ),
    status.directoryAccess.length > 0 && banner("warning", h("p", null, t("home.directoryAccess")), list(status.directoryAccess)),
    status.selfCheck.problems.length > 0 && list(status.selfCheck.problems),
    status.selfCheck.remarks.length > 0 && h("details", null, h("summary", null, t("home.remarks")), list(status.selfCheck.remarks)),
  ];
}

/** Changes are refused to a page of another address than the product's own. */
function elsewhere(status) {
  const own = new URL(status.scimBaseUrl).origin;
  return own !== location.origin && banner("warning", h("p", null, t("home.elsewhere", own, location.origin)));
}

function selfCheck(check) {
  return check.ok
    ? [lozenge("good", t("home.selfCheckOk")), " ", t("home.selfCheckOkIs", number(check.checked))]
    : [lozenge("bad", t("home.selfCheckBad")), " ", t("home.selfCheckBadIs")];
}

function list(texts) {
  return h("ul", null, texts.map((text) => h("li", null, text)));
}

function card(connection) {
  const { lastDay, tokens } = connection;
  const errors = lastDay.REFUSED + lastDay.FAILED;
  return h(
    "section",
    { class: "card", "aria-label": connection.name },
    h("h2", null, link("#/" + path("connections", connection.id), connection.name), " ", state(connection)),
    connection.advice
      ? h("p", { class: "advice " + (URGENT.has(connection.advice) ? "bad" : "warn") }, word("advice", connection.advice))
      : h("p", { class: "advice good" }, t("advice.none")),
    facts(
      [t("home.lastContact"), when(connection.lastContactAt, t("never"))],
      [t("home.lastDay"), lastDay.requests === 0 ? t("home.noRequests") : t("home.requests", number(lastDay.requests))],
      [t("home.errors"), lastDay.requests === 0 ? "–" : link("#/journal?" + new URLSearchParams({ connection: connection.id, outcome: lastDay.FAILED > 0 ? "FAILED" : "REFUSED" }), t("home.errorsAre", number(errors), percent(errors, lastDay.requests)))],
      [t("home.directory"), connection.directoryName ?? t("home.directoryMissing", connection.directoryId)],
      [t("home.tokens"), tokensText(tokens)],
      [t("home.parked"), connection.parked > MOST_PARKED ? t("home.parkedMore", number(MOST_PARKED)) : number(connection.parked)],
      [t("home.tasks"), tasks(connection.tasks)],
    ),
  );
}

function state(connection) {
  if (connection.mode !== "LIVE") {
    return lozenge("warn", word("mode", connection.mode));
  }
  return connection.lastContactAt ? lozenge("good", word("mode", "LIVE")) : lozenge("plain", t("home.waiting"));
}

function tokensText(tokens) {
  if (tokens.valid === 0) {
    return tokens.expired > 0 ? t("home.tokensExpired", tokens.expired) : t("home.tokensNone");
  }
  return [
    t("home.tokensValid", tokens.valid),
    ", ",
    t("home.tokensMade"),
    " ",
    when(tokens.oldestCreatedAt),
    tokens.lastExpiresAt && [", ", t("home.tokensEnd"), " ", when(tokens.lastExpiresAt)],
  ];
}

function tasks(states) {
  const texts = Object.entries(states).map(([state, count]) => number(count) + " " + word("task", state));
  return texts.length === 0 ? t("home.tasksNone") : texts.join(", ");
}
