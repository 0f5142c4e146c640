// All that this browser keeps, in plain words, each with a way to delete it. There is no other place.
import { announce, h } from "../../ui/dom.js";
import { openDialog } from "../../ui/dialog.js";
import { weightText } from "../../lib/loads.js";
import { dateText, dayNumber, isDate } from "../../lib/dates.js";
import { RACE_DISTANCES, timeText } from "../../lib/paces.js";
import { forgetAll } from "../../saved.js";
import { signedText, signOffOf } from "../sign_off.js";
import { savedPages } from "./saved_pages.js";

const words = (slug) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");
const raceName = (metres) => RACE_DISTANCES.find((race) => race.metres === metres)?.name ?? `${metres} m`;

const KINDS = [
  ["plan.", "Dates", (name, value) => `${value.title ?? words(name)}: begins on ${isDate(value.start ?? "") ? dateText(dayNumber(value.start), { weekday: true, year: true }) : value.start}`],
  ["log.", "Log", null],
  ["fitness", "Recent race", (_, value) => `${raceName(value.distance_m)} in ${timeText(value.time_s)}`],
  ["set.", "Recent sets", (name, value) => `${words(name)}: ${weightText(value.weight, value.unit)} × ${value.reps}, ${value.rir} left`],
  ["plates", "Smallest steps", (_, value) => Object.entries(value).map(([unit, step]) => `${step} ${unit}`).join(", ")],
  ["signed.", "Sign-offs", (name, value, store) => (signOffOf(store, name) ? signedText(words(name), value) : `${words(name)} (incomplete)`)],
  ["units", "Units", (_, value) => Object.values(value).filter(Boolean).join(", ")],
  ["move.", "Moved days", (name) => words(name).replace(".", ", week ")],
  ["calendar.", "Revisions of your calendar files", (name) => words(name)],
  ["seen.", "Which weeks you opened, so that bookmarks lead to the same training", (name, value) => `${words(name)}: ${Object.keys(value.weeks ?? {}).length}`],
];

/** The section with everything kept; `redraw` is called after something was deleted. */
export function keptSection({ store, root }, redraw) {
  const known = KINDS.map(([beginning, title, describe]) => ({ title, rows: rowsOf(store, beginning, describe) }));
  const others = store.keys().filter((key) => !KINDS.some(([beginning]) => key === beginning || (beginning.endsWith(".") && key.startsWith(beginning))));
  known.push({ title: "Other", rows: others.map((key) => ({ keys: [key], text: key })) }, { title: "Colors", rows: colors(root) });
  const found = known.filter((kind) => kind.rows.length);
  const older = store.others && h("p", {}, `${store.others} ${store.others === 1 ? "entry" : "entries"} of another version of this site: kept, not read. “Delete everything” deletes them, too.`);
  const remove = ({ keys = [], text, forget }) => {
    keys.forEach((key) => store.remove(key));
    forget?.();
    redrawn(redraw, `Deleted: ${text}.`);
  };
  const button = (row) => {
    const onclick = () => (row.many ? askToDelete(`${row.text}.`, () => remove(row)) : remove(row));
    return h("button", { type: "button", class: "hd-button", onclick }, "Delete", h("span", { class: "hd-hidden" }, ` ${row.text}`));
  };
  const everything = "Dates, log, weights, paces, sign-offs, and the pages saved for offline are deleted from this browser.";
  const deleteAllButton = h("button", { type: "button", class: "hd-button hd-button--danger", onclick: () => askToDelete(everything, () => void deleteAll(store, root, redraw)) }, "Delete everything");
  return h(
    "section",
    { class: "hd-kept" },
    h("h2", { tabindex: -1 }, "All that is kept here"),
    found.length || older ? older || null : h("p", {}, "Nothing is kept in this browser."),
    found.map(({ title, rows }) => [h("h3", {}, title), h("ul", {}, rows.map((row) => h("li", {}, h("span", {}, row.text), button(row))))]),
    savedPages(root, (text) => redrawn(redraw, `Deleted: ${text}.`)),
    h("p", {}, deleteAllButton),
  );
}

/** After a deletion the button is gone: the focus goes to the section's heading. */
function redrawn(redraw, said) {
  redraw();
  document.dispatchEvent(new CustomEvent("hardday:changed", { detail: "units" }));
  focusHeading();
  announce(said);
}

function focusHeading() {
  document.querySelector(".hd-kept > h2").focus();
}

function rowsOf(store, beginning, describe) {
  const keys = beginning.endsWith(".") ? store.keys(beginning) : store.keys().filter((key) => key === beginning);
  if (beginning === "log.") {
    const plans = [...new Set(keys.map((key) => key.split(".")[1]))];
    return plans.map((plan) => {
      const own = keys.filter((key) => key.split(".")[1] === plan);
      return { keys: own, many: true, text: `${words(plan)}: ${own.length} ${own.length === 1 ? "entry" : "entries"}` };
    });
  }
  return keys.map((key) => ({ keys: [key], text: textOf(describe, key.slice(beginning.length), store.get(key), store) }));
}

/** An entry in words; one that is not what it should be still has a name by which to delete it. */
function textOf(describe, name, value, store) {
  return value !== null && typeof value === "object" ? describe(name, value, store) : `${words(name)} (unreadable)`;
}

/** The choice of light or dark, which the theme keeps under the site's own path; other sites' are none of ours. */
function colors(root) {
  const key = `${root.pathname}.__palette`;
  try {
    return localStorage.getItem(key) === null ? [] : [{ text: "Light, dark, or as the device has it", forget: () => localStorage.removeItem(key) }];
  } catch {
    return [];
  }
}

function askToDelete(what, run) {
  let deleted = false;
  openDialog({
    title: "Delete?",
    body: h("p", {}, `${what} This can't be taken back. Export the log first if you may want it.`),
    actions: [{ text: "Delete", danger: true, onClick: () => (run(), (deleted = true)) }],
    // While the dialog is open nothing else takes the focus.
    onClose: () => deleted && focusHeading(),
  });
}

async function deleteAll(store, root, redraw) {
  store.clear();
  colors(root).forEach((row) => row.forget());
  await forgetAll();
  redrawn(redraw, "Everything is deleted from this browser.");
}
