// Amounts in the other unit. The site joins a number and its unit with a space that does not break ("9 mi") where a
// person may want the other one; what is run by the track's own marks ("5 × 1 km") has a narrow space and stays.

import { decimal, readNumber, SIGN, t } from "./words.js";

const METRES_PER = { km: 1000, mi: 1609.344 };
const KG_PER = { kg: 1, lb: 0.45359237 };
const NUMBER = `\\d+(?:\\${SIGN}\\d+)?`;
/** What stands between two numbers of a range, as generator/publish/views/lift.py writes it. */
const TO = t("{least} to {most}", { least: "", most: "" });
const AMOUNT = `(${NUMBER})(?:(–|${TO})(${NUMBER}))?\\u00a0`;
const LENGTH = new RegExp(`${AMOUNT}(km|mi)(?![\\w/])`, "g");
const WEIGHT = new RegExp(`${AMOUNT}(kg|lb)(?!\\w)`, "g");
const PACE = /(\d+):(\d\d)(?:–(\d+):(\d\d))?\u00a0\/(km|mi)(?!\w)/g;

/** A text with its distances, paces and weights in the units wanted; null leaves that kind as it is. */
export function convertText(text, { distance = null, weight = null }) {
  let found = text;
  if (distance) found = found.replace(LENGTH, amounts(METRES_PER, distance)).replace(PACE, paces(distance));
  return weight ? found.replace(WEIGHT, amounts(KG_PER, weight)) : found;
}

const amounts = (sizes, to) => (all, low, dash, high, from) => {
  if (from === to) return all;
  const [first, last] = [low, high].map((value) => value && rounded((readNumber(value) * sizes[from]) / sizes[to]));
  return `${first}${last === undefined || last === first ? "" : dash + last}\u00a0${to}`;
};

const paces = (to) => (all, minutes, seconds, slowMinutes, slowSeconds, from) => {
  if (from === to) return all;
  const factor = METRES_PER[to] / METRES_PER[from];
  const pace = (m, s) => {
    const whole = Math.round((Number(m) * 60 + Number(s)) * factor);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };
  const [fast, slow] = [pace(minutes, seconds), slowMinutes && pace(slowMinutes, slowSeconds)];
  return `${fast}${slow === undefined || slow === fast ? "" : `–${slow}`}\u00a0/${to}`;
};

/** One decimal at most, halves up, as generator/publish/words.py writes amounts. */
function rounded(value) {
  return decimal(Math.floor(value * 10 + 0.5 + 1e-9) / 10);
}
