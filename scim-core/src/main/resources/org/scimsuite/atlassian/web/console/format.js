import texts from "./texts.js";

const LANGUAGE = document.documentElement.lang || "en";
const MOMENT = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "medium", timeStyle: "medium" });
const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" });
const NUMBER = new Intl.NumberFormat(LANGUAGE);
const PERCENT = new Intl.NumberFormat(LANGUAGE, { style: "percent", maximumFractionDigits: 0 });
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** The text of a key, with {0}, {1} … replaced. A key without a text is shown itself: a word that a newer server knows. */
export function t(key, ...values) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\d)\}/g, (mark, index) => (index < values.length ? String(values[index]) : mark));
}

/** Whether there is a text of that key. */
export function known(key) {
  return Object.hasOwn(texts, key);
}

/** A word of the API, such as LIVE, in words for people. */
export function word(kind, value) {
  const key = kind + "." + value;
  return known(key) ? t(key) : String(value);
}

/** A moment of the API, in the browser's time zone. */
export function moment(text) {
  return MOMENT.format(new Date(text));
}

/** How long ago, or in how long. */
export function relative(text) {
  const seconds = Math.round((new Date(text).getTime() - Date.now()) / 1000);
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size || unit === "second") {
      return RELATIVE.format(Math.trunc(seconds / size), unit);
    }
  }
  return "";
}

export function number(value) {
  return NUMBER.format(value);
}

export function percent(part, whole) {
  return PERCENT.format(whole === 0 ? 0 : part / whole);
}
