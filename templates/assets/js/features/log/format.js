// The formats of exported files, and what may come back in: pure, so that hostile files can be tried on it.
import { isDate } from "../../lib/dates.js";
import { dateOf } from "./entries.js";

export const FORMAT = "hardday/log@1";
const MOST_TEXT = 2000;
const MOST_SETS = 40;
const SLUG = "[a-z0-9][a-z0-9-]{0,99}";

export const HEADER = [
  ...["date", "plan", "week", "day", "session", "done", "rpe", "minutes", "sets"],
  ...["soreness", "fatigue", "sleep_h", "pain_where", "pain_side", "pain_during", "pain_next_morning", "pain_bone", "illness", "note"],
];

/** A row of the CSV file for a log entry. */
export function toRow({ plan, week, day, session, value }) {
  const pain = value.pain ?? {};
  const sets = (value.sets ?? []).map((set) => [set.lift, set.weight ?? "", set.unit ?? "", set.reps ?? "", set.rir ?? ""].join(" ")).join("; ");
  return [
    ...[dateOf(value), plan, week, day + 1, session, value.done ? "yes" : "", value.rpe, value.minutes, sets],
    ...[value.soreness, value.fatigue, value.sleep, pain.where, pain.side, pain.during, pain.nextMorning, pain.bone ? "yes" : "", value.ill, value.note],
  ];
}

/** The entry of a row: {key, value}, or {fault}. */
export function fromRow(row) {
  if (row.length !== HEADER.length) return { fault: `${HEADER.length} cells expected, ${row.length} found` };
  const cell = Object.fromEntries(HEADER.map((name, at) => [name, row[at]]));
  const number = (text) => (text === "" ? null : Number(text));
  const value = { at: cell.date };
  if (cell.session === "day") {
    Object.assign(value, { soreness: number(cell.soreness), fatigue: number(cell.fatigue), sleep: number(cell.sleep_h), ill: cell.illness, note: cell.note });
    const pain = { where: cell.pain_where, side: cell.pain_side, during: number(cell.pain_during), nextMorning: number(cell.pain_next_morning), bone: cell.pain_bone === "yes" };
    value.pain = pain.where || pain.side || pain.during !== null || pain.nextMorning !== null || pain.bone ? pain : null;
  } else {
    Object.assign(value, { done: cell.done === "yes", rpe: number(cell.rpe), minutes: number(cell.minutes) });
    if (cell.sets) value.sets = cell.sets.split("; ").map(setOf);
  }
  return { key: `log.${cell.plan}.${cell.week}.${Number(cell.day) - 1}.${cell.session}`, value };
}

function setOf(text) {
  const [lift, weight, unit, reps, rir] = text.split(" ");
  const number = (one) => (one === "" || one === undefined ? null : Number(one));
  return { lift, weight: number(weight), unit, reps: number(reps), rir: number(rir) };
}

const number = (least, most) => (value) => typeof value === "number" && value >= least && value <= most;
const text = (most) => (value) => typeof value === "string" && value.length <= most;
const optional = (check) => (value) => value === null || value === undefined || check(value);
const yes = (value) => typeof value === "boolean";
const oneOf = (...values) => (value) => values.includes(value);
const date = (value) => typeof value === "string" && (value === "" || isDate(value));
const slug = (value) => typeof value === "string" && new RegExp(`^${SLUG}$`).test(value);
const record = (fields) => (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.entries(value).every(([name, one]) => Object.hasOwn(fields, name) && optional(fields[name])(one));
const list = (most, check) => (value) => Array.isArray(value) && value.length <= most && value.every(check);

const scale = number(0, 10);
const unit = oneOf("kg", "lb");
const set = record({ lift: slug, weight: number(0, 2000), unit, reps: number(0, 200), rir: number(0, 50) });
const pain = record({ where: text(MOST_TEXT), side: oneOf("", "left", "right", "both"), during: scale, nextMorning: scale, bone: yes });
const dayLog = record({ soreness: scale, fatigue: scale, sleep: number(0, 24), ill: text(MOST_TEXT), note: text(MOST_TEXT), pain, at: date });
const sessionLog = record({ done: yes, rpe: scale, minutes: number(0, 1440), sets: list(MOST_SETS, set), at: date });
const count = number(0, 10_000);
const dates = record({ start: date, by: text(120), title: text(200), kind: oneOf("dated", "rolling"), days: count, cycle: count, weeks: count, race: count, first: text(9) });

/** What each kind of key may hold. */
const KINDS = [
  [`log\\.${SLUG}\\.\\d{1,3}\\.\\d{1,2}\\.day`, dayLog],
  [`log\\.${SLUG}\\.\\d{1,3}\\.\\d{1,2}\\.(run|cross|lift)(-\\d)?`, sessionLog],
  [`plan\\.${SLUG}`, dates],
  ["units", record({ distance: oneOf("km", "mi"), weight: unit })],
  ["fitness", record({ distance_m: number(100, 500_000), time_s: number(10, 1_000_000), on: date })],
  [`set\\.${SLUG}`, record({ weight: number(0, 2000), unit, reps: number(1, 15), rir: number(0, 14), on: date })],
  ["plates", record({ kg: number(0.1, 50), lb: number(0.1, 100) })],
  [`signed\\.${SLUG}`, record({ by: text(80), role: text(40), on: date })],
  [`move\\.${SLUG}\\.\\d{1,3}`, record({ to: text(14), roles: text(60) })],
  [`calendar\\.${SLUG}`, (value) => typeof value === "object" && value !== null && JSON.stringify(value).length < 500_000],
].map(([pattern, check]) => [new RegExp(`^${pattern}$`), check]);

/** The entries of an exported document that are what they should be, and a sentence for each that is not. */
export function checkedEntries(document) {
  if (document?.format !== FORMAT) {
    return { entries: {}, faults: [`This is not a log of this site in a format it knows (${FORMAT}).`] };
  }
  const found = { entries: {}, faults: [] };
  for (const [key, value] of Object.entries(document.entries ?? {})) {
    const kind = KINDS.find(([pattern]) => pattern.test(key));
    if (kind && kind[1](value)) found.entries[key] = value;
    else found.faults.push(kind ? `${key} holds something that does not belong there` : `${key.slice(0, 100)} is no entry of this site`);
  }
  return found;
}
