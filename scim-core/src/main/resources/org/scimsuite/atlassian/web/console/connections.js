import { get, path, post, put, remove } from "./api.js";
import { fill, h } from "./dom.js";
import { choiceField, confirm, form, numberField, selectField, textField } from "./forms.js";
import { t, word } from "./format.js";
import { setUp } from "./providers.js";
import { banner, button, empty, failure, heading, link, loading, lozenge, row, table } from "./parts.js";
import { tokens } from "./tokens.js";

const NEW = "#/connections/new";

/** All connections. */
export async function connections(main) {
  const place = h("div", null, loading());
  fill(main, heading(t("connections.title"), link(NEW, t("connections.create"), { class: "button primary" })), place);

  async function load() {
    try {
      const [list, directories] = await Promise.all([get("connections"), get("directories")]);
      fill(place, list.length === 0 ? empty(t("connections.none")) : overview(list, directories));
    } catch (problem) {
      fill(place, failure(problem, load));
    }
  }

  return load();
}

function overview(list, directories) {
  const names = new Map(directories.map((directory) => [directory.id, directory.name]));
  return table(
    t("connections.title"),
    [t("field.name"), t("field.directoryId"), t("field.mode"), t("field.deletePolicy")],
    list.map((connection) => row(
      link("#/" + path("connections", connection.id), connection.name),
      names.get(connection.directoryId) ?? t("home.directoryMissing", connection.directoryId),
      mode(connection),
      word("deletePolicy", connection.deletePolicy),
    )),
  );
}

function mode(connection) {
  return lozenge(connection.mode === "LIVE" ? "good" : "warn", word("mode", connection.mode));
}

/** A new connection. */
export async function newConnection(main) {
  const place = h("div", null, loading());
  fill(main, heading(t("connections.create")), place);

  async function load() {
    try {
      fill(place, creation(await get("directories")));
    } catch (problem) {
      fill(place, failure(problem, load));
    }
  }

  return load();
}

function creation(directories) {
  if (!directories.some((directory) => directory.usable)) {
    return banner("error", h("p", null, t("connections.noDirectory")), directories.map((each) => each.obstacle && h("p", null, each.obstacle)));
  }
  const only = directories.filter((directory) => directory.usable);
  const name = textField("name", t("field.name"), "", t("field.name.help"));
  const directory = choiceField("directoryId", t("field.directoryId"), only.length === 1 ? String(only[0].id) : "",
    directories.map((each) => ({
      value: String(each.id),
      text: each.name + " (" + each.kind + ")",
      help: [each.obstacle, ...each.warnings, ...each.remarks].filter(Boolean).join(" "),
      disabled: !each.usable,
    })));
  const deletePolicy = policyField("DEACTIVATE");
  return form([name, directory, deletePolicy], t("connections.createIt"), async () => {
    const made = await post("connections", {
      name: name.value(),
      directoryId: Number(directory.value() ?? 0),
      deletePolicy: deletePolicy.value(),
      mode: "LIVE",
    });
    location.hash = "#/" + path("connections", made.id);
  }, { buttons: link("#/connections", t("cancel"), { class: "button" }) });
}

function policyField(value) {
  return choiceField("deletePolicy", t("field.deletePolicy"), value, ["DEACTIVATE", "REMOVE"].map((each) => ({
    value: each, text: word("deletePolicy", each), help: t("deletePolicy." + each + ".help"),
  })));
}

/** One connection: its tokens, what to enter at the provider, its settings. */
export async function connection(main, leaving, [id]) {
  const place = h("div", null, loading());
  fill(main, heading(t("nav.connections")), place);

  async function load() {
    // a form that is about to be replaced must not be filled in
    fill(place, loading());
    try {
      const [found, directories, status] = await Promise.all([get(path("connections", id)), get("directories"), get("status")]);
      fill(main, heading(found.name, mode(found)), place);
      const list = h("section", { "aria-label": t("tokens.title") });
      fill(place,
        list,
        setUp(status.scimBaseUrl),
        h("h2", null, t("connections.settings")),
        settings(found, directories, load),
        h("h2", null, t("connections.delete")),
        h("p", null, t("connections.deleteIs")),
        button(t("connections.deleteIt"), () => confirm(t("connections.deleteAsk", found.name), t("connections.deleteIs"), t("connections.deleteIt"),
          async () => {
            await remove(path("connections", id));
            location.hash = "#/connections";
          }), { class: "danger" }));
      await tokens(list, id);
    } catch (problem) {
      fill(place, failure(problem, load));
    }
  }

  return load();
}

function settings(found, directories, load) {
  const directory = directories.find((each) => each.id === found.directoryId);
  const name = textField("name", t("field.name"), found.name);
  const modeField = choiceField("mode", t("field.mode"), found.mode, ["LIVE", "PAUSED"].map((each) => ({
    value: each, text: word("mode", each), help: t("mode." + each + ".help"),
  })));
  const deletePolicy = policyField(found.deletePolicy);
  const dialect = selectField("dialect", t("field.dialect"), found.dialect,
    ["COMPATIBLE", "STRICT"].map((each) => [each, word("dialect", each)]), t("field.dialect.help"));
  const unknown = selectField("unknownAttributes", t("field.unknownAttributes"), found.unknownAttributes,
    ["IGNORE", "REFUSE", "KEEP"].map((each) => [each, word("unknownAttributes", each)]), t("field.unknownAttributes.help"));
  const rate = numberField("requestsPerSecond", t("field.requestsPerSecond"), found.requestsPerSecond, t("field.requestsPerSecond.help"));
  const saved = h("p", { class: "said", role: "status" });
  const remarks = directory ? [directory.obstacle, ...directory.warnings, ...directory.remarks].filter(Boolean) : [];
  const shown = [name, modeField, deletePolicy];
  const advanced = [dialect, unknown, rate];
  let version = found.version;
  const element = form([...shown, ...advanced], t("save"), async () => {
    fill(saved);
    const changed = await put(path("connections", found.id), {
      // what this form does not show stays as it is
      ...found,
      name: name.value(),
      deletePolicy: deletePolicy.value(),
      mode: modeField.value(),
      dialect: dialect.value(),
      unknownAttributes: unknown.value(),
      requestsPerSecond: rate.value(),
      version,
    });
    version = changed.version;
    fill(saved, t("saved"));
    const title = document.querySelector("main .heading");
    title.replaceWith(heading(changed.name, mode(changed)));
  }, { reload: load, buttons: saved });
  const details = h("details", null, h("summary", null, t("connections.protocol")), advanced.map((each) => each.element));
  shown.at(-1).element.after(details);
  name.element.after(h("div", { class: "field" }, h("p", { class: "label" }, t("field.directoryId")),
    h("p", null, directory?.name ?? t("home.directoryMissing", found.directoryId)),
    remarks.map((text) => banner("warning", h("p", null, text))),
    h("p", { class: "help" }, t("connections.directoryStays"))));
  return element;
}
