// The dialog in which an athlete says who signed which lift off, and when.
import { dayNumber, isDate, isoDate, today } from "../../lib/dates.js";
import { t } from "../../lib/words.js";
import { announce, field, h } from "../../ui/dom.js";
import { formMessage, openDialog } from "../../ui/dialog.js";
import { ROLES, signedText, signOffOf } from "../sign_off.js";

/**
 * Ask for the sign-off of some lifts, [{id, name}]. Each is signed off on its own: who and when is asked for those that
 * are ticked anew, and what was said of the others stays.
 */
export function askForSignOff({ store }, lifts) {
  const by = h("input", { type: "text", required: true, maxlength: 80, autocomplete: "off" });
  const role = h("select", {}, Object.entries(ROLES).map(([value, said]) => h("option", { value }, said)));
  const on = h("input", { type: "date", required: true, max: isoDate(today()) });
  const signed = new Map(lifts.map(({ id }) => [id, signOffOf(store, id)]));
  const boxes = lifts.map(({ id }) => h("input", { type: "checkbox", value: id, checked: Boolean(signed.get(id)), onchange: turn }));
  const ticks = lifts.map(({ id, name }, at) => h("label", { class: "hd-choice" }, boxes[at], h("span", {}, signed.get(id) ? signedText(name, signed.get(id)) : name)));
  const who = h("div", {}, field(t("Who signed off"), by), field(t("Their role"), role), field(t("On which day"), on));
  const message = formMessage();
  openDialog({
    title: t("Signed off"),
    body: [
      h("p", {}, t("A professional has to have watched each lift with a working weight: two sets of eight, depth, back, knees, and brace in order. This site can't check it; it takes your word.")),
      h("fieldset", { class: "hd-choices" }, h("legend", {}, t("Which lifts are signed off?")), ticks),
      who,
      message.element,
    ],
    submit: { text: t("Save"), run: keep },
  });
  turn();

  function added() {
    return boxes.filter((box) => box.checked && !signed.get(box.value));
  }

  function turn() {
    who.hidden = !added().length;
    message.say("");
  }

  function keep() {
    const gone = boxes.filter((box) => !box.checked && signed.get(box.value));
    if (!added().length && !gone.length) return message.say(t("Please tick the lifts that are signed off, or close."), boxes[0]);
    if (added().length && !by.value.trim()) return message.say(t("Please write who signed the lifts off."), by);
    if (added().length && !(isDate(on.value) && dayNumber(on.value) <= today())) return message.say(t("Please choose the day of the sign-off; it can't be in the future."), on);
    for (const box of gone) store.remove(`signed.${box.value}`);
    const kept = added().map((box) => store.set(`signed.${box.value}`, { by: by.value.trim(), role: role.value, on: on.value }));
    document.dispatchEvent(new CustomEvent("hardday:changed", { detail: "signed" }));
    if (!kept.every(Boolean)) return false;
    announce(boxes.some((box) => box.checked) ? t("Saved. The heavy numbers of the lifts signed off are shown.") : t("Saved. No lift of this session is signed off."));
    return true;
  }
}
