import { fill, h } from "./dom.js";
import { selectField } from "./forms.js";
import { t } from "./format.js";
import { copyField, row, table } from "./parts.js";

const URL = "url";
const TOKEN = "token";

// The names of the fields are those of the providers' consoles, as on the pages below docs/idp; they are not translated.
const PROVIDERS = [
  ["Okta", "okta.md", [
    ["Base URL / SCIM connector base URL", URL],
    ["Unique identifier field for users", "userName"],
    ["Supported provisioning actions", "Import New Users, Push New Users, Push Profile Updates, Push Groups"],
    ["Authentication mode", "HTTP Header"],
    ["Authorization", TOKEN],
  ]],
  ["Microsoft Entra ID", "entra-id.md", [
    ["Tenant URL", URL],
    ["Secret token", TOKEN],
  ]],
  ["Keycloak (mitodl/keycloak-scim)", "keycloak.md", [
    ["SCIM 2.0 endpoint", URL],
    ["Endpoint content type", "application/scim+json"],
    ["Auth mode", "Bearer"],
    ["Auth password/token", TOKEN],
  ]],
  ["OneLogin", "onelogin.md", [
    ["SCIM Base URL", URL],
    ["SCIM Bearer Token", TOKEN],
  ]],
  ["JumpCloud", "jumpcloud.md", [
    ["Base URL", URL],
    ["Token Key", TOKEN],
  ]],
  ["authentik", "authentik.md", [
    ["URL", URL],
    ["Authentication Mode", "Static token"],
    ["Token", TOKEN],
    ["SCIM Compatibility Mode", "Default"],
  ]],
  ["PingFederate, PingOne", "ping.md", [
    ["SCIM URL", URL],
    ["Authentication Methods", "OAuth 2 Bearer Token"],
    ["Access Token", TOKEN],
  ]],
];

/** What to enter at the identity provider. */
export function setUp(scimBaseUrl) {
  const fields = h("div");
  const options = [["", t("setUp.any")], ...PROVIDERS.map(([name]) => [name, name])];
  const provider = selectField("provider", t("setUp.provider"), "", options);
  const select = provider.element.querySelector("select");

  function show() {
    const found = PROVIDERS.find(([name]) => name === select.value);
    fill(fields, found
      ? [
          table(t("setUp.fields", found[0]), [t("setUp.field"), t("setUp.value")],
            found[2].map(([field, value]) => row(field, value === URL ? h("code", null, scimBaseUrl) : value === TOKEN ? t("setUp.token") : value))),
          h("p", null, t("setUp.more", "docs/idp/" + found[1])),
        ]
      : h("p", null, t("setUp.anyIs")));
  }

  select.addEventListener("change", show);
  show();
  return h("section", { "aria-label": t("setUp.title") }, h("h2", null, t("setUp.title")), copyField(t("scimUrl"), scimBaseUrl), provider.element, fields);
}
