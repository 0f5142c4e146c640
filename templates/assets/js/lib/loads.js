// A weight to start with, from one recent set: the chart of generator/science/one_rm.py read both ways, so that the
// same repetitions with as many left give the same weight back. Nobody is asked for a maximum.

import { decimal } from "./words.js";

const CHART = { 1: 100, 2: 95, 3: 93, 4: 90, 5: 87, 6: 85, 7: 83, 8: 80, 9: 77, 10: 75, 12: 70, 15: 65 };
const MOST_REPS = 15;
const KG_PER = { kg: 1, lb: 0.45359237 };
/** No suggestion is made from a weight above this. */
export const HEAVIEST_KG = 500;
/** The smallest steps that plates and dumbbells make, by unit. */
export const STEPS = { kg: [0.5, 1, 1.25, 2, 2.5, 5], lb: [1, 2.5, 5, 10] };

/** The share of the maximum in percent with which so many repetitions are just possible; null off the chart (1–15). */
export function percentOfMax(reps) {
  if (!Number.isInteger(reps) || reps < 1 || reps > MOST_REPS) return null;
  if (reps in CHART) return CHART[reps];
  const known = Object.keys(CHART).map(Number);
  const below = Math.max(...known.filter((one) => one < reps));
  const above = Math.min(...known.filter((one) => one > reps));
  return CHART[below] + ((reps - below) / (above - below)) * (CHART[above] - CHART[below]);
}

/**
 * The weight for a wanted set, in `unit` and rounded to `step` (halves down, one step at least), from a recent set
 * {weight, unit, reps, rir}; null where the chart ends or the set is none.
 */
export function suggest(recent, wanted, unit, step) {
  const [had, wants] = [recent, wanted].map((set) => percentOfMax(set.reps + set.rir));
  const weight = convertWeight(recent.weight, recent.unit, unit);
  if (had === null || wants === null || !(step > 0)) return null;
  if (!(weight > 0) || convertWeight(weight, unit, "kg") > HEAVIEST_KG) return null;
  const steps = (weight * wants) / had / step;
  return Math.max(1, Math.ceil(steps - 0.5 - 1e-9)) * step;
}

/** The same weight in another unit. */
export function convertWeight(value, from, to) {
  return from === to ? value : (value * KG_PER[from]) / KG_PER[to];
}

/** "85 kg", "187.5 lb": two decimals at most. */
export function weightText(value, unit) {
  return `${decimal(Math.round(value * 100) / 100)}\u00a0${unit}`;
}
