import { Refusal } from "./api.js";
import { fill, h, newId } from "./dom.js";
import { t } from "./format.js";
import { banner, button } from "./parts.js";

/**
 * A field of a form: {name, element, value(), say(message), focus()}. What is wrong with it is said below it and read out with it.
 */
function field(name, label, control, help, value) {
  const id = newId();
  const helpId = newId();
  const wrong = h("p", { class: "wrong", id: newId() });
  control.id = id;
  const describe = (...ids) => control.setAttribute("aria-describedby", ids.filter(Boolean).join(" "));
  if (help) {
    describe(helpId);
  }
  return {
    name,
    element: h("div", { class: "field" }, h("label", { for: id }, label), control, help && h("p", { class: "help", id: helpId }, help), wrong),
    value,
    say(message) {
      fill(wrong, message);
      control.setAttribute("aria-invalid", message ? "true" : "false");
      describe(help && helpId, message && wrong.id);
    },
    focus: () => control.focus(),
  };
}

export function textField(name, label, value, help) {
  const input = h("input", { type: "text", value, maxlength: 200, autocomplete: "off" });
  return field(name, label, input, help, () => input.value);
}

export function numberField(name, label, value, help) {
  const input = h("input", { type: "number", value, min: 1, step: 1 });
  // what is no number is for the server to refuse, with its sentence
  return field(name, label, input, help, () => (input.value === "" ? null : Number(input.value)));
}

/** Options are [value, text]. */
export function selectField(name, label, value, options, help) {
  const select = h("select", null, options.map(([each, text]) => h("option", { value: each, selected: each === value }, text)));
  return field(name, label, select, help, () => select.value);
}

/** Options are {value, text, help, disabled}. */
export function choiceField(name, label, value, options) {
  const group = newId();
  const wrong = h("p", { class: "wrong", id: newId() });
  const inputs = options.map((option) =>
    h("input", { type: "radio", name: group, value: option.value, checked: option.value === value, disabled: option.disabled, id: newId() }));
  const element = h(
    "fieldset",
    { class: "field", "aria-describedby": wrong.id },
    h("legend", null, label),
    options.map((option, index) =>
      h("div", { class: "choice" }, inputs[index],
        h("label", { for: inputs[index].id }, option.text, option.help && h("span", null, option.help)))),
    wrong,
  );
  return {
    name,
    element,
    value: () => inputs.find((input) => input.checked)?.value,
    say(message) {
      fill(wrong, message);
      element.setAttribute("aria-invalid", message ? "true" : "false");
    },
    focus: () => (inputs.find((input) => input.checked) ?? inputs.find((input) => !input.disabled) ?? inputs[0])?.focus(),
  };
}

/** A form that sends once at a time, and says at its fields what the API refuses. */
export function form(fields, submitText, send, more) {
  const problem = h("div");
  const submit = h("button", { type: "submit", class: "primary" }, submitText);
  const element = h("form", { novalidate: true, onsubmit: onSubmit }, problem, fields.map((each) => each.element), more?.before,
    h("div", { class: "buttons" }, submit, more?.buttons));

  async function onSubmit(event) {
    event.preventDefault();
    fill(problem);
    fields.forEach((each) => each.say(""));
    submit.disabled = true;
    try {
      await send();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      tell(refusal);
    } finally {
      submit.disabled = false;
    }
  }

  function tell(refusal) {
    const elsewhere = [];
    let first;
    for (const error of refusal.errors) {
      const place = fields.find((each) => each.name === error.field);
      if (place) {
        place.say(error.message);
        first ??= place;
      } else {
        elsewhere.push(error.message);
      }
    }
    if (elsewhere.length > 0) {
      fill(problem, banner("error", elsewhere.map((message) => h("p", null, message)),
        refusal.status === 409 && more?.reload && h("p", null, button(t("loadAgain"), more.reload))));
    }
    element.querySelectorAll("details").forEach((details) => {
      details.open ||= details.querySelector('[aria-invalid="true"]') !== null;
    });
    first?.focus();
  }

  return element;
}

/** Asks before something is done that cannot be taken back. */
export function confirm(question, consequence, actionText, action) {
  const problem = h("div");
  const title = h("h2", { id: newId() }, question);
  const yes = button(actionText, async () => {
    yes.disabled = true;
    try {
      await action();
      dialog.close();
    } catch (refusal) {
      fill(problem, banner("error", h("p", null, refusal.message)));
      yes.disabled = false;
    }
  }, { class: "danger" });
  const dialog = h("dialog", { "aria-labelledby": title.id, onclose: () => dialog.remove() }, title, h("p", null, consequence), problem,
    h("div", { class: "buttons" }, yes, button(t("cancel"), () => dialog.close(), { autofocus: true })));
  document.body.append(dialog);
  dialog.showModal();
}
