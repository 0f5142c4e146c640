// The dialog that asks for a recent set of each big lift. Any comfortable set will do; nobody tests a maximum for it.
import { convertWeight, HEAVIEST_KG, percentOfMax, STEPS } from "../../lib/loads.js";
import { isoDate, today } from "../../lib/dates.js";
import { decimal, t } from "../../lib/words.js";
import { announce, field, h } from "../../ui/dom.js";
import { formMessage, openDialog } from "../../ui/dialog.js";
import { numberInput, numberOf, setNumber } from "../../ui/number.js";
import { DEFAULT_STEP, loading } from "../weights.js";

/** Nobody in a base phase lifts close to a maximum, so sets of few repetitions are for lifts that are signed off. */
const FEWEST = { base: 6, heavy: 3 };

/** Ask for sets of some lifts, [{id, name, heavy}]; `done` is called when they were saved. */
export function askForSets({ page, store }, lifts, done) {
  const now = loading(store, page);
  const unit = h("select", { onchange: turn }, ["kg", "lb"].map((one) => h("option", { value: one, selected: one === now.unit }, one)));
  const step = h("select", {});
  const message = formMessage();
  const sets = lifts.map((lift) => new SetFields(lift, store.get(`set.${lift.id}`)));
  openDialog({
    title: t("Your weights"),
    body: [
      h("p", {}, t("For each lift, a set that you did lately: the weight, the repetitions, and how many more you could have done. Eight to twelve repetitions say enough. Please do not test how much you can lift once; it is not needed.")),
      h("div", { class: "hd-fields" }, field(t("Unit"), unit), field(t("Smallest step"), step, t("What your plates or dumbbells allow."))),
      sets.map((set) => set.element),
      message.element,
      h(
        "details",
        {},
        h("summary", {}, t("When to go up, hold, or go down")),
        h("p", {}, t("Up by 2.5 to 5%: after two sessions with all repetitions and at least one more left in you than asked. Hold: on target. Down by 5 to 10%: two fewer left than asked, form that breaks, or pain above 3 of 10. After a week or more without lifting: 10% less. Coaching convention, not a law.")),
      ),
    ],
    submit: { text: t("Save"), run: keep },
  });
  turn();

  function turn() {
    const wanted = store.get("plates", {})[unit.value] ?? DEFAULT_STEP[unit.value];
    step.replaceChildren(...STEPS[unit.value].map((one) => h("option", { value: one, selected: one === wanted }, `${decimal(one)} ${unit.value}`)));
    sets.forEach((set) => set.turn(unit.value));
  }

  function keep() {
    const read = sets.map((set) => ({ ...set, value: set.read() }));
    const wrong = read.find((set) => set.value?.wrong);
    if (wrong) return message.say(`${wrong.lift.name}: ${wrong.value.wrong}`, wrong.value.at);
    const kept = [
      store.set("plates", { ...store.get("plates", {}), [unit.value]: Number(step.value) }),
      unit.value === now.unit || store.set("units", { ...store.get("units", {}), weight: unit.value }),
      // A lift that was not touched stays as another tab may have it by now.
      ...read.filter(({ known, value }) => value !== known).map(({ lift, value }) => (value === null ? store.remove(`set.${lift.id}`) : store.set(`set.${lift.id}`, value))),
    ];
    document.dispatchEvent(new CustomEvent("hardday:changed", { detail: "units" }));
    done();
    if (!kept.every(Boolean)) return false;
    announce(read.some(({ value }) => value) ? t("Saved. Your weights stand beside the lifts; how many are left in you still comes first.") : t("Saved."));
    return true;
  }
}

/** The three fields of one lift. A set that was kept in another unit is shown converted, and kept as it was. */
class SetFields {
  constructor(lift, known) {
    this.lift = lift;
    this.known = known;
    this.weight = numberInput({});
    this.reps = numberInput({ value: known?.reps, step: 1, max: 15 });
    this.rir = numberInput({ value: known?.rir, step: 1, max: 10 });
    this.element = h(
      "fieldset",
      { class: "hd-set" },
      h("legend", {}, lift.name),
      h("div", { class: "hd-fields hd-fields--three" }, field(t("Weight"), this.weight), field(t("Repetitions"), this.reps), field(t("Left in you"), this.rir)),
    );
  }

  turn(unit) {
    const typed = this.weight.value !== "" && this.weight.value !== this.written;
    const was = typed ? { weight: numberOf(this.weight), unit: this.unit } : this.known;
    this.unit = unit;
    if (!was) return;
    setNumber(this.weight, Math.round(convertWeight(was.weight, was.unit, unit) * 10) / 10);
    if (!typed) this.written = this.weight.value;
  }

  /** The set that the fields say; null if all are empty, {wrong, at} if they say none. */
  read() {
    const { lift, known, unit } = this;
    const controls = [this.weight, this.reps, this.rir];
    const empty = controls.find((one) => one.value.trim() === "");
    const [heavy, many, left] = controls.map(numberOf);
    if (heavy === null && many === null && left === null) return null;
    const fewest = lift.heavy ? FEWEST.heavy : FEWEST.base;
    if (empty) return { wrong: t("fill in weight, repetitions, and how many were left."), at: empty };
    if (!(heavy > 0)) return { wrong: t("the weight has to be more than nothing."), at: this.weight };
    if (!Number.isInteger(many) || many < fewest) return { wrong: t("use a set of at least {fewest} repetitions; no maximum is needed.", { fewest }), at: this.reps };
    if (!Number.isInteger(left) || left < 0 || percentOfMax(many + left) === null) return { wrong: t("repetitions and those left make more than 15: use a heavier set."), at: left < 0 ? this.rir : this.reps };
    if (convertWeight(heavy, unit, "kg") > HEAVIEST_KG) return { wrong: t("nobody lifts that for repetitions. Is the unit right?"), at: this.weight };
    if (known && this.weight.value === this.written && known.reps === many && known.rir === left) return known;
    return { weight: heavy, unit, reps: many, rir: left, on: isoDate(today()) };
  }
}
