// The row of buttons with which an athlete makes a plan their own. Pages keep its room from the start.
import { h } from "./dom.js";

const ORDER = ["dates", "paces", "weights", "move", "calendar", "share", "print", "units"];

/** The page's toolbar: `add({id, text, onClick, pressed})` puts a button in its fixed place and returns it. */
export function toolbar(document) {
  const place = document.querySelector(".hd-yours");
  const buttons = new Map();
  return Object.freeze({
    /** Where more of it may stand: the element, or null on a page without a toolbar. */
    element: place,
    add({ id, text, onClick }) {
      if (!place) return null;
      const button = h("button", { type: "button", class: "hd-button", "data-tool": id, onclick: onClick }, text);
      buttons.set(id, button);
      let row = place.querySelector(".hd-tools");
      if (!row) place.append((row = h("div", { class: "hd-tools", role: "group", "aria-label": "Make this plan yours" })));
      row.replaceChildren(...ORDER.filter((one) => buttons.has(one)).map((one) => buttons.get(one)));
      return button;
    },
  });
}
