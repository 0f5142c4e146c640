// The dates of a plan on this device: the athlete's own, else those that the clinic built in.
import { askedStart, embedded } from "./embedding.js";
import { dayNumber, isDate, isoDate, startForRace, weekday, WEEKDAYS } from "./lib/dates.js";

/**
 * {start, by, own}: the ISO date of the plan's first day, how it was chosen ("race", "start", "clinic:<race>"), and
 * whether the athlete chose it here. Null for a page without a plan, a plan in stages, or a plan without dates.
 */
export function ownDates({ page, store }) {
  if (!page || page.kind === "staged") return null;
  const chosen = embedded() ? null : store.get(`plan.${page.plan}`);
  const asked = embedded() ? askedStart(page) : null;
  if (asked) return { start: asked, by: "start", own: false };
  if (chosen?.start && isDate(chosen.start)) return { start: startNow(chosen, page), by: chosen.by, own: true };
  if (page.start) return { start: page.start, by: "start", own: false };
  if (page.races.length === 1) return { start: page.races[0].start, by: `clinic:${page.races[0].id}`, own: false };
  return null;
}

/**
 * The first day of dates that were chosen on an earlier visit. The plan may have become longer or its race may have
 * been moved since: whoever chose a race day keeps that day, whoever chose the clinic's race goes with it.
 */
function startNow({ start, by, race }, page) {
  const clinics = page.races.find((one) => by === `clinic:${one.id}`);
  if (clinics) return clinics.start;
  if (by !== "race" || page.race === null || !Number.isInteger(race)) return start;
  return startForRace(isoDate(dayNumber(start) + race), page.race);
}

/** How many days later than written every day of the plan stands: 0, or -3 to 3 where another weekday was chosen. */
export function shift(start, first) {
  const written = WEEKDAYS.findIndex((name) => name.toLowerCase() === first);
  const later = (weekday(dayNumber(start)) - written + 7) % 7;
  return later > 3 ? later - 7 : later;
}

/** What is kept of a plan's dates, so that the home page can go on from there without asking the plan. */
export function datesEntry(page, start, by) {
  const { title, kind, days, cycle, weeks, race, first } = page;
  return { start, by, title, kind, days, cycle, weeks, race, first };
}
