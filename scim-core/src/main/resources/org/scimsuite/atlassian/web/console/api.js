import { t } from "./format.js";

// this module is <product>/plugins/servlet/scim-admin/<version>/api.js
const BASE = new URL("../../../../rest/scim-admin/1/", import.meta.url);

/** What the API answered in place of what was asked for. Errors are {field, message}; the field is empty for what concerns none. */
export class Refusal extends Error {
  constructor(status, errors) {
    super(errors.map((error) => error.message).join(" "));
    this.status = status;
    this.errors = errors;
  }
}

export const get = (path) => call("GET", path);
export const post = (path, body) => call("POST", path, body);
export const put = (path, body) => call("PUT", path, body);
export const remove = (path) => call("DELETE", path);

/** A path of the API from its parts, each of which may hold anything. */
export function path(...parts) {
  return parts.map(encodeURIComponent).join("/");
}

async function call(method, path, body) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") {
    headers["X-Atlassian-Token"] = "no-check";
  }
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  let answer;
  try {
    answer = await fetch(new URL(path, BASE), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
    });
  } catch {
    throw new Refusal(0, [{ field: "", message: t("error.network") }]);
  }
  if (answer.type === "opaqueredirect") {
    // to the login
    throw new Refusal(401, [{ field: "", message: t("error.loggedOut") }]);
  }
  const text = await answer.text();
  const json = parsed(text);
  if (answer.ok && (json !== undefined || text === "")) {
    return json;
  }
  if (Array.isArray(json?.errors)) {
    throw new Refusal(answer.status, json.errors);
  }
  // not ours: the product, or a proxy in between
  const key = answer.status === 401 ? "error.loggedOut" : answer.status === 403 ? "error.forbidden" : "error.unexpected";
  throw new Refusal(answer.status, [{ field: "", message: t(key, answer.status) }]);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
