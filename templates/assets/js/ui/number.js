// Fields for numbers as the site's language writes them. English has the browser's own; elsewhere browsers follow their
// own language, not the page's, so such a field takes a comma and a point alike and is checked here.
import { decimal, ENGLISH, readNumber } from "../lib/words.js";
import { h } from "./dom.js";

/** A field for a number from `min` to `max` in steps of `step` ("any" for none), with a value or null. */
export function numberInput({ value = null, min = 0, max = Infinity, step = "any", ...properties }) {
  const limits = { min, max: max === Infinity ? null : max, step };
  const input = h("input", { type: ENGLISH ? "number" : "text", inputmode: "decimal", autocomplete: "off", ...(ENGLISH ? limits : {}), ...properties });
  if (!ENGLISH) {
    Object.assign(input, { limits: { min, max, step } });
    const check = () => input.setCustomValidity(fits(input.value, input.limits) ? "" : " ");
    input.addEventListener("input", check);
  }
  setNumber(input, value);
  return input;
}

/** Show a number, or nothing for null. */
export function setNumber(input, value) {
  const empty = value === null || value === undefined || value === "";
  if (!ENGLISH) input.setCustomValidity("");
  input.value = empty ? "" : ENGLISH ? value : decimal(value);
}

/** The number in a field; null for an empty one, NaN for what is no number. */
export function numberOf(input) {
  if (ENGLISH && input.validity.badInput) return NaN;
  return input.value.trim() === "" ? null : readNumber(input.value);
}

/** What the field takes: {min, max, step}. */
export function limitsOf(input) {
  return input.limits ?? { min: input.min, max: input.max, step: input.step };
}

function fits(text, { min, max, step }) {
  if (text.trim() === "") return true;
  const number = readNumber(text);
  return Number.isFinite(number) && number >= min && number <= max && (step === "any" || Number.isInteger(number / Number(step)));
}
