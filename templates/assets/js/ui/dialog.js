// One kind of dialog for everything that is asked: the browser's own, so that keyboard, focus and screen readers work.
import { t } from "../lib/words.js";
import { announceAgain, h } from "./dom.js";

let number = 0;

/**
 * Open a dialog with a heading, a body and buttons, and return it. `submit` is {text, run}: the dialog is a form then,
 * whose first button, like Enter in a field, runs it; with `submit.unsaved` it asks once before what was written is
 * left behind. `actions` are further buttons, {text, primary, danger, onClick}.
 * The dialog closes unless run or onClick return false. Escape and "Close" close it; it is removed when closed and the
 * focus returns to where it was.
 */
export function openDialog({ title, body, submit = null, actions = [], onClose = null, wide = false }) {
  const from = document.activeElement;
  const heading = h("h2", { id: `hd-dialog-${(number += 1)}` }, title);
  const close = button({ text: t("Close") }, () => mayLeave() && dialog.close());
  const warning = h("span", { class: "hd-message", role: "alert" });
  const buttons = [
    submit && button({ ...submit, primary: true, type: "submit" }),
    ...actions.map((action) => button(action, () => action.onClick?.(dialog) !== false && dialog.close())),
    close,
  ];
  const content = [h("div", { class: "hd-dialog__body" }, body), h("p", { class: "hd-dialog__buttons" }, warning, buttons)];
  const run = (event) => {
    event.preventDefault();
    if (submit.run() !== false) dialog.close();
  };
  const dialog = h(
    "dialog",
    { class: `hd-dialog md-typeset${wide ? " hd-dialog--wide" : ""}`, "aria-labelledby": heading.id },
    heading,
    submit ? h("form", { novalidate: true, onsubmit: run }, content) : content,
  );
  // The browser's own second Escape always closes.
  dialog.addEventListener("cancel", (event) => mayLeave() || event.preventDefault());
  dialog.addEventListener("close", () => {
    announceAgain(dialog);
    onClose?.();
    if (from?.isConnected) from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;

  function mayLeave() {
    if (warning.textContent || !submit?.unsaved?.()) return true;
    warning.textContent = t("Not saved yet. Close again to leave it.");
    return false;
  }
}

function button({ text, type = "button", primary = false, danger = false }, onclick = null) {
  const kind = `${primary ? " hd-button--primary" : ""}${danger ? " hd-button--danger" : ""}`;
  return h("button", { type, class: `hd-button${kind}`, onclick }, text);
}

/**
 * A message inside a form that screen readers read at once: `say(text, control)` shows it, marks the control as the
 * one that is wrong, puts the focus there and returns false; empty text takes it away.
 */
export function formMessage() {
  const place = h("p", { class: "hd-message", role: "alert" });
  let wrong = null;
  const say = (text, control = null) => {
    place.textContent = text;
    wrong?.removeAttribute("aria-invalid");
    wrong = text ? control : null;
    wrong?.setAttribute("aria-invalid", "true");
    wrong?.focus();
    return false;
  };
  return { element: place, say };
}
