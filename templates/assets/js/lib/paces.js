// Paces from one recent race, by the formulas of Daniels and Gilbert (1979); the same as generator/science/vdot.py.

import { t } from "./words.js";

export const RACE_DISTANCES = [
  { id: "mile", name: t("1 mile"), metres: 1609.344 },
  { id: "3k", name: "3 km", metres: 3000 },
  { id: "5k", name: "5 km", metres: 5000 },
  { id: "10k", name: "10 km", metres: 10000 },
  { id: "half-marathon", name: t("Half marathon"), metres: 21097.5 },
  { id: "marathon", name: t("Marathon"), metres: 42195 },
];
export const MARATHON_CAVEAT = t(
  "For half of recreational runners a marathon predicted from a shorter race is at least ten minutes too fast (Vickers and Vertosick 2016). Start slower.",
);
const LEAST_VDOT = 10;
const MOST_VDOT = 90;
const KM_PER = { km: 1, mi: 1.609344 };

// Shares of VDOT, slow end last. One number where one pace is meant.
const SHARES = {
  easy: [0.65, 0.59],
  long: [0.72, 0.62],
  aerobic: [0.74, 0.66],
  threshold: [0.88, 0.88],
  interval: [0.975, 0.975],
};
const RACED = { repetition: "mile", mile: "mile", "3k": "3k", "5k": "5k", "10k": "10k" };

const oxygen = (speed) => -4.6 + 0.182258 * speed + 0.000104 * speed ** 2;
const sustainable = (minutes) =>
  0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);

function speedAt(vo2) {
  const [a, b, c] = [0.000104, 0.182258, -4.6 - vo2];
  return (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
}

/** VDOT of a race in meters and seconds; null for what no runner runs (outside 10 to 90). */
export function vdot(metres, seconds) {
  const found = metres > 0 && seconds > 0 ? raw(metres, seconds) : NaN;
  return found >= LEAST_VDOT && found <= MOST_VDOT ? found : null;
}

function raw(metres, seconds) {
  const minutes = seconds / 60;
  return oxygen(metres / minutes) / sustainable(minutes);
}

/** The predicted time in seconds over a distance in meters. */
export function raceTime(fitness, metres) {
  let [quick, slow] = [(60 * metres) / 600, (60 * metres) / 30];
  while (slow - quick > 0.01) {
    const middle = (quick + slow) / 2;
    if (raw(metres, middle) > fitness) quick = middle;
    else slow = middle;
  }
  return (quick + slow) / 2;
}

/** [fast, slow] in seconds per km for a kind of run or a target; null where effort alone counts, as uphill. */
export function paceBand(fitness, name) {
  if (Object.hasOwn(SHARES, name)) return SHARES[name].map((share) => 60000 / speedAt(fitness * share));
  const race = RACE_DISTANCES.find((one) => one.id === (RACED[name] ?? name));
  if (!race) return null;
  const pace = (raceTime(fitness, race.metres) * 1000) / race.metres;
  return [pace, pace];
}

/** "4:15–4:25 /km": seconds per km in the unit's own pace; the number and the unit never break apart. */
export function paceText([fast, slow], unit) {
  const [first, last] = [fast, slow].map((pace) => timeText(pace * KM_PER[unit]));
  return `${first === last ? first : `${first}–${last}`}\u00a0/${unit}`;
}

/** "42:30" or "3:10:49". */
export function timeText(seconds) {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Seconds of "42:30" or "1:31:35"; null for anything that can be read two ways. */
export function parseTime(text) {
  const found = /^\s*(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)\s*$/.exec(text);
  if (!found || (found[1] !== undefined && !/^[0-5]\d$/.test(found[2]))) return null;
  return (Number(found[1] ?? 0) * 60 + Number(found[2])) * 60 + Number(found[3]);
}
