// Dates as whole numbers: days since January 1, 1970. Whoever adds days to midnights loses one whenever clocks change,
// and whoever reads "2027-03-02" as a moment shows the day before in half the world; a number of days does neither.

import { datesIn } from "./dates_elsewhere.js";
import { ENGLISH, LOCALE } from "./words.js";

/** The weekdays' names for programs, from Monday on; WEEKDAY_NAMES are the site's own. */
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const DAY_MS = 86_400_000;
const elsewhere = ENGLISH ? null : datesIn(LOCALE);
export const WEEKDAY_NAMES = ENGLISH ? WEEKDAYS : elsewhere.weekdays("long");
/** "Mon", as narrow places have it. */
export const SHORT_DAYS = ENGLISH ? WEEKDAYS.map((name) => name.slice(0, 3)) : elsewhere.weekdays("short");

/**
 * The number of an ISO date; RangeError for what is no date, such as 2027-02-30, or is none that anybody trains on:
 * a year before 1900 or from 2200 on has just not been typed to its end.
 */
export function dayNumber(iso) {
  const found = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(iso);
  const number = found ? Date.UTC(found[1], found[2] - 1, found[3]) / DAY_MS : NaN;
  if (Number.isNaN(number) || isoDate(number) !== iso) throw new RangeError(`${iso} is no date`);
  return number;
}

/** True for an ISO date that exists. */
export function isDate(iso) {
  try {
    dayNumber(iso);
    return true;
  } catch {
    return false;
  }
}

/** The ISO date of a number. */
export function isoDate(number) {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The weekday of a number: 0 is Monday. */
export function weekday(number) {
  return (((number + 3) % 7) + 7) % 7;
}

/** The number of the day that the device's own calendar shows. */
export function today(now = new Date()) {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS;
}

/** The ISO date of a plan's first day, so that its race day, counted from 0, falls on a date. */
export function startForRace(race, raceDay) {
  return isoDate(dayNumber(race) - raceDay);
}

/**
 * Where in a plan a day lies: `state` is before, during or after; `index` counts the plan's days from 0, `place` the
 * week's; `inDays` is how many days remain until the first, or have passed since the last. Rolling plans begin again.
 */
export function whereIs(number, { start, days, cycle, kind }) {
  let index = number - dayNumber(start);
  if (index < 0) return { state: "before", index, week: 1, place: 0, inDays: -index };
  if (index >= days && kind !== "rolling") {
    return { state: "after", index, week: Math.ceil(days / cycle), place: (days - 1) % cycle, inDays: index - days + 1 };
  }
  index %= days;
  return { state: "during", index, week: Math.floor(index / cycle) + 1, place: index % cycle, inDays: 0 };
}

/** The first and the last day of a week, counted from 1. */
export function weekDates(start, week, cycle) {
  const first = dayNumber(start) + (week - 1) * cycle;
  return [first, first + cycle - 1];
}

/** "March 2", with its weekday "Tuesday, March 2", with its year "March 2, 2027". */
export function dateText(number, { weekday: named = false, year = false } = {}) {
  if (!ENGLISH) return elsewhere.date(number, { named, year });
  const date = new Date(number * DAY_MS);
  const text = `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
  return (named ? `${WEEKDAYS[weekday(number)]}, ` : "") + text + (year ? `, ${date.getUTCFullYear()}` : "");
}

/** "March 1–7" or "March 29–April 4". */
export function rangeText(first, last) {
  if (!ENGLISH) return elsewhere.range(first, last);
  const [start, end] = [first, last].map((number) => new Date(number * DAY_MS));
  const sameMonth = start.getUTCMonth() === end.getUTCMonth() && start.getUTCFullYear() === end.getUTCFullYear();
  return `${dateText(first)}–${sameMonth ? end.getUTCDate() : dateText(last)}`;
}

/** The last such weekday up to a day, and the next one from it on. */
export function nearestWeekday(number, name) {
  const wanted = WEEKDAYS.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  const back = (weekday(number) - wanted + 7) % 7;
  return back === 0 ? [number, number] : [number - back, number - back + 7];
}
