import { fill, h, newId } from "./dom.js";
import { moment, relative, t } from "./format.js";

export function heading(text, ...beside) {
  return h("div", { class: "heading" }, h("h1", { tabindex: "-1" }, text), beside);
}

export function loading() {
  return h("p", { class: "loading", role: "status" }, t("loading"));
}

/** Something to be read before the rest: kind is info, success, warning or error. */
export function banner(kind, ...children) {
  return h("div", { class: "banner " + kind, role: kind === "error" ? "alert" : "note" }, children);
}

/** What became of a call that failed, with a button to try again. */
export function failure(problem, again) {
  const text = problem.errors ? problem.errors.map((error) => error.message).join(" ") : t("error.unexpected", problem.message);
  return banner("error", h("p", null, text), again && h("p", null, button(t("again"), again)));
}

export function empty(text, ...more) {
  return h("div", { class: "empty" }, h("p", null, text), more);
}

export function button(text, onclick, attributes) {
  return h("button", { type: "button", onclick, ...attributes }, text);
}

export function link(href, text, attributes) {
  return h("a", { href, ...attributes }, text);
}

/** A state in one word. Kind is good, bad, warn or plain. */
export function lozenge(kind, text) {
  return h("span", { class: "lozenge " + kind }, text);
}

/** How long ago, with the moment itself at hand. */
export function when(text, otherwise) {
  return text ? h("time", { datetime: text, title: moment(text) }, relative(text)) : (otherwise ?? "–");
}

/** A text to be copied with one click. */
export function copyField(label, value) {
  const id = newId();
  const said = h("span", { class: "said", role: "status" });
  const field = h("input", { id, type: "text", readonly: true, value, spellcheck: "false", onfocus: () => field.select() });
  const copy = button(t("copy"), async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(value);
      fill(said, t("copied"));
    } catch {
      // without https a browser has no clipboard for us
      fill(said, document.execCommand("copy") ? t("copied") : t("copyByHand"));
    }
  }, { "aria-label": t("copyWhat", label) });
  return h("div", { class: "field copy" }, h("label", { for: id }, label), h("div", { class: "beside" }, field, copy, said));
}

/** Names and values. */
export function facts(...pairs) {
  return h("dl", { class: "facts" }, pairs.filter(Boolean).map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))));
}

/** A table that can be scrolled sideways when it is too wide. */
export function table(caption, headings, rows) {
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    h("table", null, h("thead", null, h("tr", null, headings.map((text) => h("th", { scope: "col" }, text)))), h("tbody", null, rows)),
  );
}

export function row(...cells) {
  return h("tr", null, cells.map((cell) => h("td", null, cell)));
}
