// Kilometers or miles, kilograms or pounds: everywhere, remembered. Runs last, over what all others have drawn.
import { convertText } from "../lib/units.js";
import { t } from "../lib/words.js";
import { h } from "../ui/dom.js";

const CHOICES = { distance: ["km", "mi"], weight: ["kg", "lb"] };
const LABELS = { distance: t("Distances"), weight: t("Weights") };
const ATTRIBUTES = ["title", "aria-label"];
const originals = new WeakMap();

export function start({ store, page }) {
  const wanted = () => ({ distance: null, weight: null, ...store.get("units", {}) });
  const redraw = (root) => convert(root, wanted());
  const place = h("div", { class: "hd-units" });
  for (const kind of Object.keys(CHOICES)) place.append(choice(kind));
  document.querySelector("footer")?.prepend(place);
  document.addEventListener("hardday:drawn", (event) => redraw(event.detail));
  // Last of those who listen: what others have drawn anew is converted with the rest.
  const all = () => (show(), redraw(document.querySelector("article")));
  document.addEventListener("hardday:changed", (event) => event.detail === "units" && all());
  addEventListener("storage", all);
  show();
  if (wanted().distance || wanted().weight) redraw(document.querySelector("article"));

  function choice(kind) {
    const buttons = CHOICES[kind].map((unit) =>
      h("button", { type: "button", class: "hd-button", "data-unit": unit, onclick: () => choose(kind, unit) }, unit),
    );
    return h("div", { class: "hd-tools", role: "group", "aria-label": LABELS[kind] }, buttons);
  }

  function choose(kind, unit) {
    store.set("units", { ...wanted(), [kind]: unit });
    document.dispatchEvent(new CustomEvent("hardday:changed", { detail: "units" }));
  }

  function show() {
    const { distance, weight } = wanted();
    const now = [distance ?? page?.units, weight ?? (page?.units === "km" ? "kg" : page ? "lb" : null)];
    for (const button of place.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(now.includes(button.dataset.unit)));
    }
  }
}

/** Convert every text, and every name that is read aloud, below an element; always from how it was first written. */
function convert(root, wanted) {
  if (!root) return;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const before = originals.get(text);
    // A feature that has written a text anew since makes that the one to convert.
    const original = before && before.shown === text.data ? before.original : text.data;
    if (!original.includes("\u00a0")) continue;
    const shown = convertText(original, wanted);
    originals.set(text, { original, shown });
    if (text.data !== shown) text.data = shown;
  }
  for (const name of ATTRIBUTES) {
    for (const element of root.querySelectorAll(`[${name}*="\u00a0"]`)) {
      const kept = originals.get(element) ?? {};
      kept[name] ??= element.getAttribute(name);
      originals.set(element, kept);
      element.setAttribute(name, convertText(kept[name], wanted));
    }
  }
}
