// All that this browser keeps, in plain words, each with a way to delete it. There is no other place.
import { announce, h } from "../../ui/dom.js";
import { openDialog } from "../../ui/dialog.js";
import { weightText } from "../../lib/loads.js";
import { timeText } from "../../lib/paces.js";

const KINDS = [
  ["plan.", "Dates", (name, value) => `${value.title ?? name}: begins ${value.start}`],
  ["log.", "Log", null],
  ["fitness", "Recent race", (_, value) => `${value.distance_m} m in ${timeText(value.time_s)}`],
  ["set.", "Recent sets", (name, value) => `${name.replaceAll("-", " ")}: ${weightText(value.weight, value.unit)} × ${value.reps}, ${value.rir} left`],
  ["plates", "Smallest steps", (_, value) => Object.entries(value).map(([unit, step]) => `${step} ${unit}`).join(", ")],
  ["signed.", "Sign-offs", (name, value) => `${name.replaceAll("-", " ")}: ${value.by}, ${value.on}`],
  ["units", "Units", (_, value) => Object.values(value).filter(Boolean).join(", ")],
  ["move.", "Moved days", (name) => name.replace(".", ", week ").replaceAll("-", " ")],
  ["calendar.", "Revisions of your calendar files", (name) => name.replaceAll("-", " ")],
];

/** The section with everything kept; `redraw` is called after something was deleted. */
export function keptSection({ store }, redraw) {
  const known = KINDS.map(([beginning, title, describe]) => ({ title, rows: rowsOf(store, beginning, describe) })).filter((kind) => kind.rows.length);
  const others = store.keys().filter((key) => !KINDS.some(([beginning]) => key === beginning || (beginning.endsWith(".") && key.startsWith(beginning))));
  if (others.length) known.push({ title: "Other", rows: others.map((key) => ({ keys: [key], text: key })) });
  const remove = (keys, text) => () => {
    keys.forEach((key) => store.remove(key));
    announce(`Deleted: ${text}.`);
    redraw();
  };
  return h(
    "section",
    { class: "hd-kept" },
    h("h2", {}, "All that is kept here"),
    known.length ? null : h("p", {}, "Nothing is kept in this browser."),
    known.map(({ title, rows }) => [
      h("h3", {}, title),
      h("ul", {}, rows.map((row) => h("li", {}, `${row.text} `, h("button", { type: "button", class: "hd-button", onclick: remove(row.keys, row.text) }, "Delete", h("span", { class: "hd-hidden" }, ` ${row.text}`))))),
    ]),
    h("p", {}, h("button", { type: "button", class: "hd-button hd-button--danger", onclick: () => askToDelete(store, redraw) }, "Delete everything")),
  );
}

function rowsOf(store, beginning, describe) {
  const keys = beginning.endsWith(".") ? store.keys(beginning) : store.keys().filter((key) => key === beginning);
  if (beginning === "log.") {
    const plans = [...new Set(keys.map((key) => key.split(".")[1]))];
    return plans.map((plan) => {
      const own = keys.filter((key) => key.split(".")[1] === plan);
      return { keys: own, text: `${plan.replaceAll("-", " ")}: ${own.length} ${own.length === 1 ? "entry" : "entries"}` };
    });
  }
  return keys.map((key) => ({ keys: [key], text: describe(key.slice(beginning.length), store.get(key, {}) ?? {}) }));
}

function askToDelete(store, redraw) {
  openDialog({
    title: "Delete everything?",
    body: h("p", {}, "Dates, log, weights, paces, sign-offs, and the pages saved for offline are deleted from this browser. This can't be taken back. Export the log first if you may want it."),
    actions: [{ text: "Delete everything", danger: true, onClick: () => void deleteAll(store, redraw) }],
  });
}

async function deleteAll(store, redraw) {
  store.keys().forEach((key) => store.remove(key));
  const kept = (await globalThis.caches?.keys?.()) ?? [];
  await Promise.all(kept.filter((name) => name.startsWith("hardday")).map((name) => caches.delete(name)));
  for (const worker of (await navigator.serviceWorker?.getRegistrations?.()) ?? []) await worker.unregister();
  redraw();
  announce("Everything is deleted from this browser.");
}
