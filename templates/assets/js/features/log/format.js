// The formats of exported files, and what may come back in: pure, so that hostile files can be tried on it.
import { t, tn } from "../../lib/words.js";
import { isRecord, kindOf } from "../../kinds.js";
import { dateOf } from "./entries.js";

export const FORMAT = "hardday/log@1";

export const HEADER = [
  ...["date", "plan", "week", "day", "session", "done", "rpe", "minutes", "distance", "distance_unit", "sets"],
  ...["soreness", "fatigue", "sleep_h", "pain_where", "pain_side", "pain_during", "pain_next_morning", "pain_bone", "illness", "note"],
];

const OF_SESSIONS = ["done", "rpe", "minutes", "distance", "distance_unit", "sets"];
const OF_DAYS = HEADER.slice(HEADER.indexOf("soreness"));
const YES_OR_NO = ["done", "pain_bone"];
/** What the athlete wrote in words, spaces included. */
const WORDS = ["pain_where", "illness", "note"];

/** A row of the CSV file for a log entry. */
export function toRow({ plan, week, day, session, value }) {
  const pain = value.pain ?? {};
  const sets = (value.sets ?? []).map((set) => [set.lift, set.weight ?? "", set.unit ?? "", set.reps ?? "", set.rir ?? ""].join(" ")).join("; ");
  return [
    ...[dateOf(value), plan, week, day + 1, session, value.done ? "yes" : "", value.rpe, value.minutes, value.distance, value.distance_unit, sets],
    ...[value.soreness, value.fatigue, value.sleep, pain.where, pain.side, pain.during, pain.nextMorning, pain.bone ? "yes" : "", value.ill, value.note],
  ];
}

/** The entry of a row: {key, value}, or {fault}. What stands in a cell where nothing belongs is a fault, too. */
export function fromRow(row) {
  if (row.length !== HEADER.length) return { fault: t("{wanted} cells expected, {found} found", { wanted: HEADER.length, found: row.length }) };
  const cell = Object.fromEntries(HEADER.map((name, at) => [name, WORDS.includes(name) ? row[at] : row[at].trim()]));
  const others = cell.session === "day" ? OF_SESSIONS : OF_DAYS;
  const stray = others.find((name) => cell[name] !== "");
  if (stray) return { fault: cell.session === "day" ? t("{cell} does not belong to a day", { cell: stray }) : t("{cell} does not belong to a session", { cell: stray }) };
  const unclear = YES_OR_NO.find((name) => !["", "yes", "no"].includes(cell[name]));
  if (unclear) return { fault: t("{cell} should be yes, no, or empty", { cell: unclear }) };
  const value = cell.session === "day" ? dayOf(cell) : sessionOf(cell);
  const [week, day] = [cell.week, cell.day].map(numberOf);
  return { key: `log.${cell.plan}.${week}.${day - 1}.${cell.session}`, value: { ...value, at: cell.date } };
}

function dayOf(cell) {
  const pain = {
    ...{ where: cell.pain_where, side: cell.pain_side, bone: cell.pain_bone === "yes" },
    ...{ during: numberOf(cell.pain_during), nextMorning: numberOf(cell.pain_next_morning) },
  };
  return {
    ...{ soreness: numberOf(cell.soreness), fatigue: numberOf(cell.fatigue), sleep: numberOf(cell.sleep_h) },
    ...{ ill: cell.illness, note: cell.note, pain: plainest(pain) === undefined ? null : pain },
  };
}

function sessionOf(cell) {
  const length = { distance: numberOf(cell.distance), distance_unit: cell.distance_unit || null };
  const value = { done: cell.done === "yes", rpe: numberOf(cell.rpe), minutes: numberOf(cell.minutes), ...(plainest(length) && length) };
  return cell.sets ? { ...value, sets: cell.sets.split(";").map((set) => setOf(set.trim())) } : value;
}

/** "back-squat 80 kg 6 2"; what was not noted is left empty between its spaces. */
function setOf(text) {
  const [lift, weight = "", unit = "", reps = "", rir = "", ...more] = text.split(" ");
  const numbers = { weight: numberOf(weight), reps: numberOf(reps), rir: numberOf(rir) };
  return { lift, ...numbers, unit: unit || null, ...(more.length && { more }) };
}

/** Null for an empty cell, NaN (which no check lets in) for what is no plain number. */
function numberOf(text) {
  if (text === "") return null;
  return /^\d+(\.\d+)?(e-\d+)?$/.test(text) ? Number(text) : NaN;
}

/** True if two entries say the same, whatever the order and whether what was not noted is null, empty or left out. */
export function sameEntry(one, other) {
  return JSON.stringify(plainest(one)) === JSON.stringify(plainest(other));
}

/** A value without all that is empty, its names in order; undefined where nothing is left. */
function plainest(value) {
  if (value === null || value === "" || value === false) return undefined;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.length ? value.map(plainest) : undefined;
  const parts = Object.keys(value).sort().map((name) => [name, plainest(value[name])]).filter(([, part]) => part !== undefined);
  return parts.length ? Object.fromEntries(parts) : undefined;
}

/** The entries of an exported document that are what they should be, and a sentence for each that is not. */
export function checkedEntries(document) {
  if (document?.format !== FORMAT || !isRecord(document.entries)) {
    return { entries: {}, faults: [t("This is not a log of this site in a format it knows ({format}).", { format: FORMAT })] };
  }
  const found = { entries: {}, faults: [] };
  for (const [key, value] of Object.entries(document.entries)) {
    const check = kindOf(key);
    if (check?.(value)) found.entries[key] = value;
    else found.faults.push(check ? t("{key} holds something that does not belong there", { key }) : t("{key} is no entry of this site", { key: key.slice(0, 100) }));
  }
  const unread = isRecord(document.unread) ? Object.keys(document.unread).length : 0;
  if (unread) found.faults.push(tn("{n} entry that the site could not read when it wrote this file: it stays in the file", "{n} entries that the site could not read when it wrote this file: they stay in the file", unread));
  return found;
}
