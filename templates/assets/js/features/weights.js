// A weight to start with, from one recent set of each big lift. How many repetitions stay in you comes first.
import { suggest, weightText } from "../lib/loads.js";
import { inside, t } from "../lib/words.js";
import { h } from "../ui/dom.js";
import { signOffOf } from "./sign_off.js";

/** The smallest step of most gyms. */
export const DEFAULT_STEP = { kg: 2.5, lb: 5 };
const RAMP = [40, 60, 75];

export function start(context) {
  const { page, store, toolbar } = context;
  const rows = [...document.querySelectorAll("[data-lift][data-set]")];
  if (!page || !rows.length) return;
  toolbar.add({
    id: "weights",
    text: t("Your weights"),
    onClick: async () => (await import("./ask/weights.js")).askForSets(context, lifts(rows, store), show),
  });
  show();
  document.addEventListener("hardday:changed", (event) => ["units", "signed"].includes(event.detail) && show());
  addEventListener("storage", show);

  function show() {
    document.querySelectorAll(".hd-weight, .hd-ramp").forEach((old) => old.remove());
    for (const row of rows) draw(row, store, page);
    document.querySelectorAll(".hd-doses").forEach((table) => drawRamp(table, store, page));
  }
}

/** The unit and the smallest step in which this athlete loads a bar. */
export function loading(store, page) {
  const unit = store.get("units", {}).weight ?? (page.units === "km" ? "kg" : "lb");
  return { unit, step: store.get("plates", {})[unit] ?? DEFAULT_STEP[unit] };
}

/** The weight for a row's set, a number in the athlete's unit; null without a recent set of that lift. */
export function weightFor(row, store, page) {
  const recent = store.get(`set.${row.dataset.lift}`);
  const [reps, rir] = row.dataset.set.split("-").map(Number);
  const { unit, step } = loading(store, page);
  return recent && suggest(recent, { reps, rir }, unit, step);
}

function draw(row, store, page) {
  const weight = weightFor(row, store, page);
  if (!weight) return;
  const text = t("{weight} for you", { weight: weightText(weight, loading(store, page).unit) });
  if (row.matches("tr")) row.lastElementChild.append(h("small", { class: "hd-weight" }, text));
  else row.append(h("span", { class: "hd-weight" }, ` (${text})`));
}

/** The way up to the first lift, in weights that can be loaded. */
function drawRamp(table, store, page) {
  const row = [...table.querySelectorAll("tr[data-set]")].find((one) => !one.hidden);
  const weight = row && weightFor(row, store, page);
  if (!weight) return;
  const { unit, step } = loading(store, page);
  const [first, second, third] = RAMP.map((share) => weightText(Math.max(1, Math.round((weight * share) / 100 / step)) * step, unit));
  table.before(h("p", { class: "hd-soft hd-ramp" }, t("Ramp up to {lift}: 8 × {first}, 5 × {second}, 3 × {third}.", { lift: inside(row.querySelector("a").textContent), first, second, third })));
}

/** The lifts of some rows, each once. `heavy`: the athlete is signed off for it, so that a heavy set may be asked for. */
function lifts(rows, store) {
  const found = new Map();
  for (const row of rows) if (!found.has(row.dataset.lift)) found.set(row.dataset.lift, row.querySelector("a").textContent);
  return [...found].map(([id, name]) => ({ id, name, heavy: Boolean(signOffOf(store, id)) }));
}
