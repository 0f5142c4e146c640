// Taking the log along and bringing it back: JSON holds everything, CSV a row for each entry of the log.
import { parseCsv, toCsv } from "../../lib/csv.js";
import { t } from "../../lib/words.js";
import { announce, h } from "../../ui/dom.js";
import { openDialog } from "../../ui/dialog.js";
import { download } from "../../ui/download.js";
import { importedToday } from "../../lib/renumbered.js";
import { checkedEntries, FORMAT, fromRow, HEADER, sameEntry, toRow } from "./format.js";
import { logEntries } from "./entries.js";

const MOST_BYTES = 5_000_000;

/** The section that exports, imports and prints; `redraw` is called after an import. */
export function transferSection({ store }, redraw) {
  const json = () => download("hardday-log.json", "application/json", `${JSON.stringify(everything(store), null, 1)}\n`);
  const csv = () => download("hardday-log.csv", "text/csv", toCsv(logEntries(store).map(toRow), HEADER));
  const file = h("input", { type: "file", accept: ".json,.csv,application/json,text/csv", id: "hd-import" });
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (chosen) await bringIn(store, chosen, redraw);
    file.value = "";
  });
  const button = (text, onclick) => h("button", { type: "button", class: "hd-button", onclick }, text);
  return h(
    "section",
    { class: "hd-transfer" },
    h("h2", {}, t("Take it along")),
    h("p", { class: "hd-tools" }, button(t("Export all (JSON)"), json), button(t("Export the log (CSV)"), csv), button(t("Print for the clinic"), () => window.print())),
    h("p", { class: "hd-field" }, h("label", { for: file.id }, t("Import a file that was exported here")), file),
  );
}

/** What an export holds: every entry, and as texts under `unread` what this version of the site can't read. */
function everything(store) {
  const unread = store.unread();
  return { format: FORMAT, entries: store.all(), ...(Object.keys(unread).length && { unread }) };
}

async function bringIn(store, file, redraw) {
  const read = file.size > MOST_BYTES ? { faults: [t("The file is too large to be a log of this site.")] } : entriesOf(await file.text());
  const { faults = [] } = read;
  const entries = file.name.endsWith(".csv") ? (read.entries ?? {}) : importedToday(read.entries ?? {}, (plan) => numbered(store, plan));
  const added = Object.keys(entries).filter((key) => store.get(key) === null);
  const changed = Object.keys(entries).filter((key) => store.get(key) !== null && !sameEntry(store.get(key), entries[key]));
  const keep = (keys) => () => {
    const kept = keys.filter((key) => store.set(key, entries[key]));
    const said = { n: kept.length, all: keys.length };
    announce(kept.length < keys.length ? t("{n} of {all} entries imported: for the others this browser has no room. Keep the file.", said) : t("{n} entries imported.", said));
    redraw();
  };
  openDialog({
    title: t("Import"),
    body: [
      faults.length && h("div", {}, h("p", {}, t("Not understood, and left out:")), h("ul", {}, faults.slice(0, 20).map((fault) => h("li", {}, fault)), faults.length > 20 && h("li", {}, t("and {n} more", { n: faults.length - 20 })))),
      h("p", {}, t("{added} new, {changed} that differ from what is kept here.", { added: added.length, changed: changed.length })),
    ],
    actions: [
      added.length && { text: t("Add the {n} new", { n: added.length }), primary: true, onClick: keep(added) },
      changed.length && { text: t("Add them and replace {n}", { n: changed.length }), danger: true, onClick: keep([...added, ...changed]) },
    ].filter(Boolean),
  });
}

/** The edition of a plan that is kept here; nothing where nothing of it is kept. */
function numbered(store, plan) {
  const kept = ["log", "move"].some((kind) => store.keys(`${kind}.${plan}.`).length);
  return store.get(`seen.${plan}`)?.edition ?? (kept ? 1 : null);
}

/** What a file holds: {entries, faults}. Nothing in it is run; what is no entry of ours is told and left out. */
export function entriesOf(text) {
  if (text.trimStart().startsWith("{")) {
    try {
      return checkedEntries(JSON.parse(text));
    } catch (problem) {
      return { entries: {}, faults: [t("The file is no JSON that can be read: {problem}", { problem: problem.message })] };
    }
  }
  const [header, ...rows] = parseCsv(text);
  if (header?.join() !== HEADER.join()) return { entries: {}, faults: [t("The first row should read: {header}.", { header: HEADER.join(", ") })] };
  const found = { entries: {}, faults: [] };
  rows.forEach((row, at) => {
    if (row.every((cell) => cell.trim() === "")) return;
    const { key, value, fault } = fromRow(row);
    const checked = checkedEntries({ format: FORMAT, entries: fault ? {} : { [key]: value } });
    const wrong = fault ?? checked.faults[0] ?? (Object.hasOwn(found.entries, key) && t("an earlier row is for the same session of the same day"));
    if (wrong) found.faults.push(t("Row {row}: {fault}", { row: at + 2, fault: wrong }));
    else Object.assign(found.entries, checked.entries);
  });
  return found;
}
