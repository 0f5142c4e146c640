// The dialog that asks for a recent set of each big lift. Any comfortable set will do; nobody tests a maximum for it.
import { percentOfMax, STEPS } from "../../lib/loads.js";
import { isoDate, today } from "../../lib/dates.js";
import { announce, field, h } from "../../ui/dom.js";
import { formMessage, openDialog } from "../../ui/dialog.js";
import { loading } from "../weights.js";

const FEWEST_REPS = 3;

/** Ask for sets of some lifts, [{id, name}]; `done` is called when they were saved. */
export function askForSets({ page, store }, lifts, done) {
  const now = loading(store, page);
  const unit = h("select", { onchange: fillSteps }, ["kg", "lb"].map((one) => h("option", { value: one, selected: one === now.unit }, one)));
  const step = h("select", {});
  const message = formMessage();
  const sets = lifts.map((lift) => setFields(lift, store.get(`set.${lift.id}`)));
  const form = h(
    "form",
    { onsubmit: (event) => (event.preventDefault(), keep() && dialog.close()) },
    h("p", {}, "For each lift one set that you did lately, five to twelve repetitions best: how heavy, how many, and how many were left in you. Please do not test how much you can lift once; it is not needed."),
    h("div", { class: "hd-fields" }, field("Unit", unit), field("Smallest step", step, "What your plates or dumbbells allow.")),
    sets.map((set) => set.element),
    message.element,
    h(
      "details",
      {},
      h("summary", {}, "When to go up, hold, or go down"),
      h("p", {}, "Up by 2.5 to 5%: after two sessions with all repetitions and at least one more left in you than asked. Hold: on target. Down by 5 to 10%: two fewer left than asked, form that breaks, or pain above 3 of 10. Coaching convention, not a law."),
    ),
  );
  fillSteps();
  const dialog = openDialog({ title: "Your weights", body: form, actions: [{ text: "Save", primary: true, onClick: keep }] });

  function fillSteps() {
    const wanted = store.get("plates", {})[unit.value] ?? { kg: 2.5, lb: 5 }[unit.value];
    step.replaceChildren(...STEPS[unit.value].map((one) => h("option", { value: one, selected: one === wanted }, `${one} ${unit.value}`)));
  }

  function keep() {
    const read = sets.map((set) => ({ ...set, value: set.read(unit.value) }));
    const wrong = read.find((set) => set.value?.wrong);
    if (wrong) {
      message.say(`${wrong.lift.name}: ${wrong.value.wrong}`);
      wrong.first.focus();
      return false;
    }
    store.set("plates", { ...store.get("plates", {}), [unit.value]: Number(step.value) });
    store.set("units", { ...store.get("units", {}), weight: unit.value });
    for (const { lift, value } of read) {
      if (value === null) store.remove(`set.${lift.id}`);
      else store.set(`set.${lift.id}`, value);
    }
    done();
    announce("Your weights stand beside the lifts. How many are left in you still comes first.");
    return true;
  }
}

function setFields(lift, known) {
  const number = (value, properties) => h("input", { type: "number", inputmode: "decimal", min: 0, value: value ?? "", ...properties });
  const weight = number(known?.weight, { step: "any" });
  const reps = number(known?.reps, { step: 1, max: 15 });
  const rir = number(known?.rir, { step: 1, max: 10 });
  const element = h(
    "fieldset",
    { class: "hd-set" },
    h("legend", {}, lift.name),
    h("div", { class: "hd-fields" }, field("Weight", weight), field("Repetitions", reps), field("Left in you", rir)),
  );
  return { lift, element, first: weight, read: (unit) => readSet(weight, reps, rir, unit, known) };
}

/** The set that three fields say; null if all are empty, {wrong} if they say none. */
function readSet(weight, reps, rir, unit, known) {
  const said = [weight, reps, rir].map((one) => one.value.trim());
  if (said.every((text) => text === "")) return null;
  const [heavy, many, left] = said.map(Number);
  if (said.includes("") || ![heavy, many, left].every(Number.isFinite) || heavy <= 0) return { wrong: "fill in weight, repetitions, and how many were left." };
  if (many < FEWEST_REPS) return { wrong: "use a set of at least three repetitions; no maximum is needed." };
  if (percentOfMax(many + left) === null) return { wrong: "repetitions and those left make more than 15: use a heavier set." };
  const same = known && known.weight === heavy && known.reps === many && known.rir === left && known.unit === unit;
  return same ? known : { weight: heavy, unit, reps: many, rir: left, on: isoDate(today()) };
}
