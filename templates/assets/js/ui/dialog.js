// One kind of dialog for everything that is asked: the browser's own, so that keyboard, focus and screen readers work.
import { h } from "./dom.js";

let number = 0;

/**
 * Open a dialog with a heading, a body and buttons, and return it. `actions` are {text, primary, danger, onClick}:
 * a click closes the dialog unless onClick returns false. Escape and "Close" close it; it is removed when closed and
 * the focus returns to where it was.
 */
export function openDialog({ title, body, actions = [], onClose = null, wide = false }) {
  const from = document.activeElement;
  const heading = h("h2", { id: `hd-dialog-${(number += 1)}` }, title);
  const close = h("button", { type: "button", class: "hd-button", onclick: () => dialog.close() }, "Close");
  const buttons = actions.map((action) =>
    h(
      "button",
      {
        type: "button",
        class: `hd-button${action.primary ? " hd-button--primary" : ""}${action.danger ? " hd-button--danger" : ""}`,
        onclick: () => action.onClick?.(dialog) !== false && dialog.close(),
      },
      action.text,
    ),
  );
  const dialog = h(
    "dialog",
    { class: `hd-dialog md-typeset${wide ? " hd-dialog--wide" : ""}`, "aria-labelledby": heading.id },
    heading,
    h("div", { class: "hd-dialog__body" }, body),
    h("p", { class: "hd-dialog__buttons" }, buttons, close),
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    onClose?.();
    if (from?.isConnected) from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A message inside a form that screen readers read at once; empty text takes it away. */
export function formMessage() {
  const place = h("p", { class: "hd-message", role: "alert" });
  return { element: place, say: (text) => (place.textContent = text) };
}
