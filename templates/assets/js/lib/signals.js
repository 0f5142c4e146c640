// What the body says, by the reference's own lines: a traffic light for today, and one's own load over time. These
// are coaching conventions, not measurements of risk, and there is no score.

import { t } from "./words.js";

const SORE = { amber: 4, red: 7 };
const TIRED = { amber: 5, red: 7 };
const SHORT_SLEEP_H = 6;
const LONG_SORE_DAYS = 3;

const ADVICE = {
  green: t("Train as planned."),
  amber: t("Drop one set of each exercise, leave one more repetition in you, and run a quality run as a steady one."),
  red: t("No lift today. Easy running or rest."),
};

/**
 * The day's light from soreness and fatigue (0–10) and sleep (hours), with earlier days, newest first:
 * [{daysAgo, soreness, sleep}]. Null where nothing was written down. `rule` says which line decided.
 */
export function light({ soreness = null, fatigue = null, sleep = null }, history = []) {
  const slept = sleep !== null && sleep < SHORT_SLEEP_H;
  const rules = [
    ["red", soreness >= SORE.red, t("Soreness {number}: 7 or more is red.", { number: soreness })],
    ["red", fatigue >= TIRED.red, t("Fatigue {number}: 7 or more is red.", { number: fatigue })],
    ["red", soreness >= SORE.amber && longSore(history), t("Soreness of 4 or more for more than three days is red.")],
    ["amber", soreness >= SORE.amber, t("Soreness {number}: 4 to 6 is amber.", { number: soreness })],
    ["amber", fatigue >= TIRED.amber, t("Fatigue {number}: 5 or 6 is amber.", { number: fatigue })],
    ["amber", slept && history.some((day) => day.daysAgo === 1 && isNumber(day.sleep) && day.sleep < SHORT_SLEEP_H), t("Less than 6 h of sleep twice in a row is amber.")],
  ];
  const found = rules.find(([, holds]) => holds);
  if (found) return { color: found[0], rule: found[2], advice: ADVICE[found[0]] };
  if (soreness === null && fatigue === null) return null;
  return { color: "green", rule: t("Soreness 3 or less and fatigue 4 or less is green."), advice: ADVICE.green };
}

/**
 * Sorer than green on each of the last three days: with today, more than 72 hours. A day may have been noted twice, in
 * two plans; the worse note counts.
 */
function longSore(history) {
  const sore = (ago) => history.some((day) => day.daysAgo === ago && day.soreness >= SORE.amber);
  return Array.from({ length: LONG_SORE_DAYS }, (_, at) => at + 1).every(sore);
}

/** What the pain model for tendons says of a day; pain on a bone is none of its business. Null where none was noted. */
export function painAdvice({ during = null, nextMorning = null, bone = false }) {
  if (bone) return t("Pain on a bone is a stop sign: no running and no jumping until a clinician has looked at it.");
  if (during === null && nextMorning === null) return null;
  if (during > 5) return t("More than 5 of 10 during training is too much: stop, and take it easier next time.");
  if (nextMorning > 0) return t("Pain should be back to its usual level by the next morning. It was not: do less, and call us if it grows from week to week.");
  return t("Up to 5 of 10 during training that is gone by the next morning is acceptable, as long as it does not grow from week to week.");
}

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** Foster's session load: effort 0–10 times minutes. */
export function sessionLoad(rpe, minutes) {
  return rpe * minutes;
}

/** Mean daily load over its sample standard deviation; null for fewer than two days or days all alike. */
export function monotony(daily) {
  if (daily.length < 2) return null;
  const mean = daily.reduce((sum, load) => sum + load, 0) / daily.length;
  // Compared, not subtracted: seven times 115.3 over seven is not quite 115.3, and the rest would pass for a spread.
  if (daily.every((load) => load === daily[0])) return null;
  return mean / Math.sqrt(daily.reduce((sum, load) => sum + (load - mean) ** 2, 0) / (daily.length - 1));
}

/** The week's load times its monotony; null where that is. */
export function strain(daily) {
  const sameness = monotony(daily);
  return sameness === null ? null : sameness * daily.reduce((sum, load) => sum + load, 0);
}
