// What may stand under each key of store.js: what comes from a file is held against it, and so is what the browser kept,
// which another program or a fault may have changed. Pure.
import { isDate } from "./lib/dates.js";

const MOST_TEXT = 2000;
const MOST_SETS = 40;
const SLUG = "[a-z0-9][a-z0-9-]{0,99}";

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
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

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
  ["start"],
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

/** The check of a key's values; undefined for a key that the site does not have. */
export function kindOf(key) {
  return KINDS.find(([pattern]) => pattern.test(key))?.[1];
}

/** These have readers of their own, which take what they can of an entry. */
const READ_IN_PARTS = /^(?:log|seen|moving|calendar)\./;

/** Whether a value that was kept under a key can be read as what belongs there. */
export function readable(key, value) {
  return READ_IN_PARTS.test(key) || (kindOf(key)?.(value) ?? false);
}
