// The buttons with which an athlete makes a plan their own: what comes first stands below the heading, whose room pages
// keep from the start, and all others where the page has a place for them, out of the way of today's session.
import { t } from "../lib/words.js";
import { h } from "./dom.js";

const ORDER = ["dates", "paces", "weights", "move", "calendar", "share", "print", "units"];

/** The page's toolbar: `add({id, text, onClick, first})` puts a button in its fixed place and returns it. */
export function toolbar(document) {
  const top = document.querySelector(".hd-yours");
  const below = document.querySelector(".hd-yours-more") ?? top;
  const rows = new Map();
  return Object.freeze({
    /** Where more of it may stand: the element, or null on a page without a toolbar. */
    element: top,
    add({ id, text, onClick, first = false }) {
      if (!top) return null;
      const button = h("button", { type: "button", class: `hd-button${first ? " hd-button--primary" : ""}`, "data-tool": id, onclick: onClick }, text);
      const place = first ? top : below;
      if (!rows.has(place)) rows.set(place, new Row(place));
      rows.get(place).add(id, button);
      return button;
    },
  });
}

class Row {
  constructor(place) {
    this.buttons = new Map();
    this.element = h("div", { class: "hd-tools", role: "group", "aria-label": t("Make this plan yours") });
    place.append(this.element);
  }

  add(id, button) {
    this.buttons.set(id, button);
    this.element.replaceChildren(...ORDER.filter((one) => this.buttons.has(one)).map((one) => this.buttons.get(one)));
  }
}
