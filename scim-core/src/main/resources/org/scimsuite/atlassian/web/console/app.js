import { fill, h } from "./dom.js";
import { t } from "./format.js";
import { failure, link } from "./parts.js";
import { connection, connections, newConnection } from "./connections.js";
import { home } from "./home.js";
import { journal, journalEntry } from "./journal.js";

// path to screen; a screen fills the element it is given, and says what is to be done when it is left
const SCREENS = [
  { path: /^$/, nav: "home", show: home },
  { path: /^connections$/, nav: "connections", show: connections },
  { path: /^connections\/new$/, nav: "connections", show: newConnection },
  { path: /^connections\/([^/]+)$/, nav: "connections", show: connection },
  { path: /^journal$/, nav: "journal", show: journal },
  { path: /^journal\/([^/]+)$/, nav: "journal", show: journalEntry },
];
const NAV = [["home", "#/"], ["connections", "#/connections"], ["journal", "#/journal"]];

const root = document.getElementById("console");
const main = h("main", { id: "main" });
const nav = h("nav", { "aria-label": t("nav.label") });
let leave = [];

function frame() {
  fill(
    root,
    h("a", { class: "skip", href: "#main", onclick: skip }, t("nav.skip")),
    h("header", null, h("p", { class: "brand" }, t("title")), nav, link(root.dataset.home, t("nav.back"), { class: "back" })),
    main,
  );
}

/** The address is that of the screen, so the link must not change it. */
function skip(event) {
  event.preventDefault();
  focusHeading();
}

function focusHeading() {
  main.querySelector("h1")?.focus();
}

function route() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?", 2);
  for (const screen of SCREENS) {
    const match = screen.path.exec(path);
    if (match) {
      return { screen, parameters: match.slice(1).map(decodeURIComponent), query: new URLSearchParams(query ?? "") };
    }
  }
  return undefined;
}

async function show(focus) {
  leave.forEach((action) => action());
  const mine = [];
  leave = mine;
  let where;
  try {
    where = route();
  } catch {
    // a broken escape in the address
  }
  if (!where) {
    location.replace("#/");
    return;
  }
  fill(nav, NAV.map(([name, href]) => link(href, t("nav." + name), { "aria-current": name === where.screen.nav ? "page" : null })));
  document.title = t("nav." + where.screen.nav) + " – " + t("title");
  try {
    const shown = where.screen.show(main, (action) => mine.push(action), where.parameters, where.query);
    if (focus) {
      focusHeading();
    }
    await shown;
  } catch (problem) {
    console.error(problem);
    fill(main, failure(problem, () => show(true)));
  }
}

frame();
addEventListener("hashchange", () => show(true));
show(false);
