// The only place that makes elements. Texts become text nodes and values become attributes, never markup: whatever an identity
// provider puts into a name is shown as it is.

const HARMLESS_LINK = /^(#|\/(?!\/)|https:\/\/)/;

/** Makes an element. "on…" attributes take functions; true and false set and leave out an attribute; null and false children are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) {
      if (typeof value !== "function") {
        throw new TypeError(name + " takes a function");
      }
      element.addEventListener(name.slice(2), value);
    } else if (name === "href" && !HARMLESS_LINK.test(value)) {
      throw new TypeError("No link to " + value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) {
      continue;
    }
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Puts children in the place of all that an element has. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

let ids = 0;

/** An id that no other element has. */
export function newId() {
  ids += 1;
  return "scim-" + ids;
}
