// The dialog in which an athlete says who signed which lift off, and when.
import { dayNumber, isDate, isoDate, today } from "../../lib/dates.js";
import { announce, field, h } from "../../ui/dom.js";
import { formMessage, openDialog } from "../../ui/dialog.js";

const ROLES = ["physical therapist", "personal trainer", "strength coach"];

/** Ask for the sign-off of some lifts, [{id, name}]; `done` is called after any change. */
export function askForSignOff({ store }, lifts, done) {
  const known = lifts.map((lift) => store.get(`signed.${lift.id}`)).find(Boolean);
  const by = h("input", { type: "text", required: true, maxlength: 80, autocomplete: "off", value: known?.by ?? "" });
  const role = h("select", {}, ROLES.map((one) => h("option", { value: one, selected: one === known?.role }, one)));
  const on = h("input", { type: "date", required: true, max: isoDate(today()), value: known?.on ?? "" });
  const ticks = lifts.map((lift) =>
    h("label", { class: "hd-choice" }, h("input", { type: "checkbox", value: lift.id, checked: Boolean(store.get(`signed.${lift.id}`)) }), h("span", {}, lift.name)),
  );
  const message = formMessage();
  const form = h(
    "form",
    { onsubmit: (event) => (event.preventDefault(), keep() !== false && dialog.close()) },
    h("p", {}, "A professional has to have watched each lift with a working weight: two sets of eight, depth, back, knees, and brace in order. This site can't check it; it takes your word."),
    h("fieldset", { class: "hd-choices" }, h("legend", {}, "Which lifts are signed off?"), ticks),
    field("Who signed them off", by),
    field("Who that is", role),
    field("On which day", on),
    message.element,
  );
  const dialog = openDialog({ title: "Signed off", body: form, actions: [{ text: "Save", primary: true, onClick: keep }] });

  function keep() {
    const chosen = ticks.map((tick) => tick.firstChild).filter((tick) => tick.checked).map((tick) => tick.value);
    if (chosen.length) {
      if (!by.value.trim()) return refuse(by, "Please write who signed the lifts off.");
      if (!isDate(on.value) || dayNumber(on.value) > today()) return refuse(on, "Please choose the day of the sign-off; it can't be in the future.");
    }
    for (const lift of lifts) {
      if (chosen.includes(lift.id)) store.set(`signed.${lift.id}`, { by: by.value.trim(), role: role.value, on: on.value });
      else store.remove(`signed.${lift.id}`);
    }
    done();
    announce(chosen.length ? "Saved. The heavy numbers of these lifts are shown." : "Saved. No lift is signed off.");
    return true;
  }

  function refuse(control, text) {
    message.say(text);
    control.focus();
    return false;
  }
}
