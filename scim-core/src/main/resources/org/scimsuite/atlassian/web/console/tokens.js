import { get, path, post, remove } from "./api.js";
import { fill, h } from "./dom.js";
import { confirm, form, selectField, textField } from "./forms.js";
import { t, word } from "./format.js";
import { banner, button, copyField, empty, failure, loading, lozenge, row, table, when } from "./parts.js";

const DAYS = ["30", "90", "180", "365", "730"];
const NEVER = "never";

/** The tokens of a connection. */
export async function tokens(place, connectionId) {
  const issued = h("div", { role: "status" });
  const list = h("div", null, loading());
  const creation = h("div");
  fill(place, h("h2", null, t("tokens.title")), issued, list, creation);

  async function load() {
    try {
      const found = await get(path("connections", connectionId, "tokens"));
      fill(list, found.length === 0 ? empty(t("tokens.none")) : shown(found));
      fill(creation, h("details", { open: found.length === 0 }, h("summary", null, t("tokens.create")), createForm()));
    } catch (problem) {
      fill(list, failure(problem, load));
    }
  }

  function shown(found) {
    return table(t("tokens.title"),
      [t("field.label"), t("tokens.state"), t("field.scope"), t("tokens.created"), t("tokens.expires"), t("tokens.lastUsed"), ""],
      found.map((token) => row(
        token.label,
        state(token),
        word("scope", token.scope),
        when(token.createdAt),
        when(token.expiresAt, t("never")),
        when(token.lastUsedAt, t("never")),
        !token.revokedAt && button(t("tokens.revoke"), () => ask(token), { class: "danger", "aria-label": t("tokens.revokeWhich", token.label) }),
      )));
  }

  function ask(token) {
    confirm(t("tokens.revokeAsk", token.label), t("tokens.revokeIs"), t("tokens.revoke"), async () => {
      await remove(path("connections", connectionId, "tokens", token.id));
      await load();
    });
  }

  function createForm() {
    const label = textField("label", t("field.label"), "", t("field.label.help"));
    const expiry = selectField("expiresInDays", t("field.expiresInDays"), "365",
      [...DAYS.map((days) => [days, t("tokens.days", days)]), [NEVER, t("tokens.noExpiry")]], t("field.expiresInDays.help"));
    const scope = selectField("scope", t("field.scope"), "WRITE", ["WRITE", "READ"].map((each) => [each, word("scope", each)]));
    return form([label, expiry, scope], t("tokens.createIt"), async () => {
      const body = { label: label.value(), scope: scope.value() };
      if (expiry.value() !== NEVER) {
        body.expiresInDays = Number(expiry.value());
      }
      const made = await post(path("connections", connectionId, "tokens"), body);
      // nowhere but here, and gone with this screen
      fill(issued, banner("success", h("p", null, t("tokens.once")), copyField(t("tokens.token"), made.token)));
      await load();
      issued.querySelector("input").focus();
    });
  }

  return load();
}

function state(token) {
  if (token.revokedAt) {
    return lozenge("plain", t("tokens.revoked"));
  }
  return token.expiresAt && new Date(token.expiresAt).getTime() <= Date.now()
    ? lozenge("bad", t("tokens.expired"))
    : lozenge("good", t("tokens.valid"));
}
