// The formats of exported files, and what may come back in: pure, so that hostile files can be tried on it.
import { isDate } from "../../lib/dates.js";
import { t } from "../../lib/words.js";
import { dateOf } from "./entries.js";

export const FORMAT = "hardday/log@1";
const MOST_TEXT = 2000;
const MOST_SETS = 40;
const SLUG = "[a-z0-9][a-z0-9-]{0,99}";

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

const number = (least, most) => (value) => typeof value === "number" && value >= least && value <= most;
const whole = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;
const text = (most) => (value) => typeof value === "string" && value.length <= most;
const optional = (check) => (value) => value === null || value === undefined || check(value);
const yes = (value) => typeof value === "boolean";
const oneOf = (...values) => (value) => values.includes(value);
const day = (value) => typeof value === "string" && isDate(value);
const dayOrNone = (value) => value === "" || day(value);
const slug = (value) => typeof value === "string" && new RegExp(`^${SLUG}$`).test(value);
const list = (most, check) => (value) => Array.isArray(value) && value.length <= most && value.every(check);
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with no other fields than these, and with all of `needed`; any other may be null. */
const record = (fields, needed = []) => (value) =>
  isRecord(value) &&
  needed.every((name) => Object.hasOwn(value, name) && value[name] !== null) &&
  Object.entries(value).every(([name, one]) => Object.hasOwn(fields, name) && optional(fields[name])(one));

/** JSON of at most so many levels and letters: what goes deeper would only break whoever reads it. */
const small = (levels, letters) => (value) => isRecord(value) && noDeeper(value, levels) && JSON.stringify(value).length < letters;
const noDeeper = (value, levels) =>
  typeof value !== "object" || value === null || (levels > 0 && Object.values(value).every((one) => noDeeper(one, levels - 1)));

const scale = whole(0, 10);
const effort = number(0, 10);
const unit = oneOf("kg", "lb");
const set = record({ lift: slug, weight: number(0, 2000), unit, reps: whole(0, 200), rir: number(0, 50) }, ["lift"]);
const pain = record({ where: text(MOST_TEXT), side: oneOf("", "left", "right", "both"), during: scale, nextMorning: scale, bone: yes });
const dayLog = record({ soreness: scale, fatigue: scale, sleep: number(0, 24), ill: text(MOST_TEXT), note: text(MOST_TEXT), pain, at: dayOrNone });
const session = record({ done: yes, rpe: effort, minutes: number(0, 1440), distance: number(0, 1000), distance_unit: oneOf("km", "mi"), sets: list(MOST_SETS, set), at: dayOrNone });
/** A length without its unit says nothing. */
const sessionLog = (value) => session(value) && (typeof value.distance === "number") === (typeof value.distance_unit === "string");
const dates = record(
  {
    ...{ start: day, by: text(120), title: text(200), kind: oneOf("dated", "rolling"), race: whole(0, 10_000) },
    ...{ days: whole(1, 10_000), cycle: whole(1, 100), weeks: whole(1, 10_000), first: oneOf("monday", "sunday", "saturday") },
  },
  ["start", "title", "kind", "days", "cycle", "weeks", "first"],
);
const recentSet = record({ weight: number(0.1, 2000), unit, reps: whole(1, 15), rir: whole(0, 14), on: dayOrNone }, ["weight", "unit", "reps", "rir"]);
const fitness = record({ distance_m: number(100, 500_000), time_s: number(10, 1_000_000), on: dayOrNone }, ["distance_m", "time_s"]);
const signature = record({ by: text(80), role: text(40), on: day }, ["by", "role", "on"]);
const move = record({ to: text(100), roles: text(1000) }, ["to", "roles"]);

const seen = record({ edition: whole(1, 9999), weeks: small(1, 20_000) });

const DAY = `${SLUG}\\.[1-9]\\d{0,2}\\.(?:\\d|[1-9]\\d)`;
/** What each kind of key may hold. */
const KINDS = [
  [`log\\.${DAY}\\.day`, dayLog],
  [`log\\.${DAY}\\.(?:run|cross|lift)(?:-[2-9])?`, sessionLog],
  [`plan\\.${SLUG}`, dates],
  ["units", record({ distance: oneOf("km", "mi"), weight: unit })],
  ["fitness", fitness],
  [`set\\.${SLUG}`, recentSet],
  ["plates", record({ kg: number(0.1, 50), lb: number(0.1, 100) })],
  [`signed\\.${SLUG}`, signature],
  [`move\\.${SLUG}\\.[1-9]\\d{0,2}`, move],
  [`calendar\\.${SLUG}`, small(8, 500_000)],
  [`seen\\.${SLUG}`, seen],
  [`moving\\.${SLUG}`, small(8, 5_000_000)],
].map(([pattern, check]) => [new RegExp(`^${pattern}$`), check]);

/** The entries of an exported document that are what they should be, and a sentence for each that is not. */
export function checkedEntries(document) {
  if (document?.format !== FORMAT || !isRecord(document.entries)) {
    return { entries: {}, faults: [t("This is not a log of this site in a format it knows ({format}).", { format: FORMAT })] };
  }
  const found = { entries: {}, faults: [] };
  for (const [key, value] of Object.entries(document.entries)) {
    const kind = KINDS.find(([pattern]) => pattern.test(key));
    if (kind && kind[1](value)) found.entries[key] = value;
    else found.faults.push(kind ? t("{key} holds something that does not belong there", { key }) : t("{key} is no entry of this site", { key: key.slice(0, 100) }));
  }
  return found;
}
