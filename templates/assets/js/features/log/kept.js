// All that this browser keeps, in plain words, each with a way to delete it. There is no other place.
import { announce, h } from "../../ui/dom.js";
import { openDialog } from "../../ui/dialog.js";
import { weightText } from "../../lib/loads.js";
import { dateText, dayNumber, isDate } from "../../lib/dates.js";
import { RACE_DISTANCES, timeText } from "../../lib/paces.js";
import { capital, decimal, named, t, tn } from "../../lib/words.js";
import { forgetAll } from "../../saved.js";
import { signedText, signOffOf } from "../sign_off.js";
import { savedPages } from "./saved_pages.js";

const NOT_ALL = t("Not all of it could be deleted: this browser refused. Its own settings can delete what a site keeps.");
const words = (slug) => capital(named(slug));
const raceName = (metres) => RACE_DISTANCES.find((race) => race.metres === metres)?.name ?? `${metres} m`;

const KINDS = [
  ["plan.", t("Dates"), (name, value) => t("{plan}: begins on {date}", { plan: value.title ?? words(name), date: isDate(value.start ?? "") ? dateText(dayNumber(value.start), { weekday: true, year: true }) : value.start })],
  ["log.", t("Log"), null],
  ["fitness", t("Recent race"), (_, value) => t("{race} in {time}", { race: raceName(value.distance_m), time: timeText(value.time_s) })],
  ["set.", t("Recent sets"), (name, value) => `${words(name)}: ${weightText(value.weight, value.unit)} × ${value.reps}, ${t("{number} left", { number: value.rir })}`],
  ["plates", t("Smallest steps"), (_, value) => Object.entries(value).map(([unit, step]) => `${decimal(step)} ${unit}`).join(", ")],
  ["signed.", t("Sign-offs"), (name, value, store) => (signOffOf(store, name) ? signedText(words(name), value) : t("{what} (incomplete)", { what: words(name) }))],
  ["units", t("Units"), (_, value) => Object.values(value).filter(Boolean).join(", ")],
  ["move.", t("Moved days"), movedWeek],
  ["calendar.", t("Revisions of your calendar files"), (name) => words(name)],
  ["seen.", t("Which weeks you opened, so that bookmarks lead to the same training"), (name, value) => `${words(name)}: ${Object.keys(value.weeks ?? {}).length}`],
];

/** A kept move by its key, `<plan>.<week>`. */
function movedWeek(name) {
  const [plan, week] = name.split(".");
  return t("{plan}, week {week}", { plan: words(plan), week });
}

/** The section with everything kept; `redraw` is called after something was deleted. */
export function keptSection({ store, root }, redraw) {
  const known = KINDS.map(([beginning, title, describe]) => ({ title, rows: rowsOf(store, beginning, describe) }));
  const others = store.keys().filter((key) => !KINDS.some(([beginning]) => key === beginning || (beginning.endsWith(".") && key.startsWith(beginning))));
  known.push({ title: t("Other"), rows: others.map((key) => ({ keys: [key], text: key })) }, { title: t("Colors"), rows: colors(root) });
  const found = known.filter((kind) => kind.rows.length);
  const older = store.others && h("p", {}, tn("{n} entry of another version of this site: kept, not read. “Delete everything” deletes them, too.", "{n} entries of another version of this site: kept, not read. “Delete everything” deletes them, too.", store.others));
  const remove = ({ keys = [], text, forget }) => {
    const gone = [...keys.map((key) => store.remove(key)), forget?.() ?? true].every(Boolean);
    redrawn(redraw, gone ? t("Deleted: {what}.", { what: text }) : NOT_ALL);
  };
  const button = (row) => {
    const onclick = () => (row.many ? askToDelete(`${row.text}.`, () => remove(row)) : remove(row));
    return h("button", { type: "button", class: "hd-button", onclick }, t("Delete"), h("span", { class: "hd-hidden" }, ` ${row.text}`));
  };
  const everything = t("Dates, log, weights, paces, sign-offs, and the pages saved for offline are deleted from this browser.");
  const deleteAllButton = h("button", { type: "button", class: "hd-button hd-button--danger", onclick: () => askToDelete(everything, () => void deleteAll(store, root, redraw)) }, t("Delete everything"));
  return h(
    "section",
    { class: "hd-kept" },
    h("h2", { tabindex: -1 }, t("All that is kept here")),
    found.length || older ? older || null : h("p", {}, t("Nothing is kept in this browser.")),
    found.map(({ title, rows }) => [h("h3", {}, title), h("ul", {}, rows.map((row) => h("li", {}, h("span", {}, row.text), button(row))))]),
    savedPages(root, (text) => redrawn(redraw, t("Deleted: {what}.", { what: text }))),
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
      return { keys: own, many: true, text: tn("{plan}: {n} entry", "{plan}: {n} entries", own.length, { plan: words(plan) }) };
    });
  }
  return keys.map((key) => ({ keys: [key], text: textOf(describe, key.slice(beginning.length), store.get(key), store) }));
}

/** An entry in words; one that is not what it should be still has a name by which to delete it. */
function textOf(describe, name, value, store) {
  return value !== null && typeof value === "object" ? describe(name, value, store) : t("{what} (unreadable)", { what: words(name) });
}

/** The choice of light or dark, which the theme keeps under the site's own path; other sites' are none of ours. */
function colors(root) {
  const key = `${root.pathname}.__palette`;
  try {
    return localStorage.getItem(key) === null ? [] : [{ text: t("Light, dark, or as the device has it"), forget: () => removed(key) }];
  } catch {
    return [];
  }
}

function removed(key) {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

function askToDelete(what, run) {
  let deleted = false;
  openDialog({
    title: t("Delete?"),
    body: h("p", {}, `${what} ${t("This can't be taken back. Export the log first if you may want it.")}`),
    actions: [{ text: t("Delete"), danger: true, onClick: () => (run(), (deleted = true)) }],
    // While the dialog is open nothing else takes the focus.
    onClose: () => deleted && focusHeading(),
  });
}

async function deleteAll(store, root, redraw) {
  const gone = [store.clear(), ...colors(root).map((row) => row.forget()), await forgetAll()].every(Boolean);
  redrawn(redraw, gone ? t("Everything is deleted from this browser.") : NOT_ALL);
}
