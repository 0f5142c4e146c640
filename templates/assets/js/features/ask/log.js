// The form that asks how a day was: each session, then the body. Nothing has to be filled in.
import { t } from "../../lib/words.js";
import { announce, field, h } from "../../ui/dom.js";
import { formMessage, openDialog } from "../../ui/dialog.js";
import { limitsOf, numberInput, numberOf, setNumber } from "../../ui/number.js";
import { changes, flat, merged, same } from "../log/merging.js";
import { readEntry, sessionName, sideName } from "../log.js";
import { loading, weightFor } from "../weights.js";

const MOST_TEXT = 2000;

/** Ask how a day was; `day` is the LoggedDay of features/log.js. */
export function askHowItWas(day) {
  const { store } = day.context;
  const body = bodyFields(readEntry(store, day.key("day")));
  const sessions = day.sessions.map((session) => sessionFields(day, session, readEntry(store, day.key(session))));
  const message = formMessage();
  const parts = [...sessions, body].map((part) => ({ ...part, first: part.read(), before: readEntry(store, day.key(part.session)) }));
  const form = h("div", { class: "hd-logform" }, parts.map((part) => part.element), message.element);
  openDialog({ title: t("How was it?"), body: [h("p", { class: "hd-soft" }, day.card.querySelector(".hd-when").firstChild.data), form], wide: true, submit: { text: t("Save"), run: keep, unsaved } });

  function unsaved() {
    return parts.some((part) => JSON.stringify(part.read()) !== JSON.stringify(part.first));
  }

  function keep() {
    const wrong = form.querySelector("input:invalid");
    if (wrong) {
      const fold = wrong.closest("details");
      if (fold) fold.open = true;
      return message.say(`${wrong.labels[0].textContent}: ${rangeOf(wrong)}`, wrong);
    }
    const elsewhere = parts.filter((part) => changedElsewhere(part, readEntry(store, day.key(part.session))));
    if (elsewhere.length) {
      // Told once: whoever saves again has read it.
      for (const part of elsewhere) part.before = readEntry(store, day.key(part.session));
      const what = elsewhere.map((part) => (part.session === "day" ? t("Body") : sessionName(part.session))).join(", ");
      return message.say(t("Another tab has written something else meanwhile: {what}. Save again to write over it, or close to leave what is there.", { what }));
    }
    const kept = parts.map((part) => merge(store, day.key(part.session), part.first, part.read(), day.date));
    // Where not all found room, what was written is what another tab may change from now on.
    for (const part of parts) part.before = readEntry(store, day.key(part.session));
    document.dispatchEvent(new CustomEvent("hardday:changed", { detail: "log" }));
    if (!kept.every(Boolean)) return false;
    void navigator.storage?.persist?.().catch(() => {});
    announce(t("Saved in this browser."));
    return true;
  }
}

/** What a field of numbers takes, in words. */
function rangeOf(input) {
  const { min, max, step } = limitsOf(input);
  return String(step) === "1" ? t("please write a whole number from {min} to {max}.", { min, max }) : t("please write a number from {min} to {max}.", { min, max });
}

/** Whether what the athlete changed here was changed to something else in another tab since the form was opened. */
function changedElsewhere({ first, before, read }, there) {
  const [mine, now, then] = [changes(first, read()), ...[there, before].map(flat)];
  return [...mine].some(([name, value]) => !same(now.get(name), then.get(name)) && !same(now.get(name), value));
}

/** Keep what was changed; nothing is kept where nothing was written. */
function merge(store, key, first, read, at) {
  const before = store.get(key, {});
  const after = merged(before, changes(first, read));
  const said = Object.entries(after).some(([name, value]) => name !== "at" && !empty(value));
  if (!said) return store.remove(key) ?? true;
  return store.set(key, { ...after, at: before.at ?? at });
}

function empty(value) {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || value === "" || value === false;
}

/** A scale of 0 to 10 as eleven buttons of a kind; choosing none is an answer too. */
function scale(label, value, hint = "", about = "") {
  const name = `hd-scale-${`${about}${label}`.replace(/\W+/g, "-")}`;
  const choices = Array.from({ length: 11 }, (_, at) =>
    h("label", {}, h("input", { type: "radio", name, value: at, checked: value === at }), h("span", {}, at)),
  );
  const clear = h("button", { type: "button", class: "hd-button", onclick: () => element.querySelectorAll("input").forEach((one) => (one.checked = false)) }, t("clear"), h("span", { class: "hd-hidden" }, ` ${about} ${label}`));
  const element = h("fieldset", { class: "hd-scale" }, h("legend", {}, about && h("span", { class: "hd-hidden" }, `${about}: `), label, hint && h("small", {}, ` ${hint}`)), h("div", {}, choices, clear));
  const read = () => {
    const chosen = element.querySelector("input:checked");
    return chosen ? Number(chosen.value) : null;
  };
  return { element, read };
}

function number(label, value, properties = {}) {
  const input = numberInput({ value, max: 2000, ...properties });
  return { element: field(label, input), input, read: () => numberOf(input) };
}

function text(label, value, hint = "") {
  const input = h("input", { type: "text", maxlength: MOST_TEXT, value: value ?? "", autocomplete: "off" });
  return { element: field(label, input, hint), read: () => input.value.trim() };
}

function sessionFields(day, session, known) {
  const rpe = scale(t("How hard?"), known.rpe, t("0 is nothing, 10 all you have"), sessionName(session));
  const minutes = number(t("Minutes"), known.minutes, { max: 1440 });
  const length = session.startsWith("run") ? lengthField(day, known) : null;
  const done = h("input", { type: "checkbox", checked: Boolean(known.done) });
  const sets = session.startsWith("lift") ? setRows(day, session, known.sets) : null;
  const element = h(
    "section",
    { class: "hd-logpart" },
    h("h3", {}, sessionName(session)),
    h("label", { class: "hd-choice" }, done, h("span", {}, t("Done"))),
    rpe.element,
    h("div", { class: "hd-fields" }, minutes.element, length?.element),
    sets?.element,
  );
  const read = () => ({ done: done.checked, rpe: rpe.read(), minutes: minutes.read(), ...length?.read(), ...(sets && { sets: sets.read() }) });
  return { session, element, read };
}

/** How far a run was, in the unit in which it was written down before, else in the athlete's. */
function lengthField({ context: { store, page } }, known) {
  const unit = known.distance_unit ?? store.get("units", {}).distance ?? page.units;
  const length = number(t("Distance, {unit}", { unit }), known.distance, { max: 1000 });
  const read = () => {
    const distance = length.read();
    return { distance, distance_unit: distance === null ? null : unit };
  };
  return { element: length.element, read };
}

/** The repetitions of "2 × 8"; nothing of "2 × 30 s", which are seconds. */
function repetitions(dose) {
  return /×\s*(\d+)(?!\d|\s*(?:s|min)\b)/.exec(dose)?.[1] ?? "";
}

/** A row for each exercise that the athlete sees today, with what is planned beside it. */
function setRows(day, session, known) {
  const { store, page } = day.context;
  const place = day.card.querySelector(`.hd-session[data-session="${session}"]`);
  const planned = [...place.querySelectorAll("[data-lift]")].filter((row) => !row.hidden);
  const { unit } = loading(store, page);
  const rows = planned.map((row) => {
    const lift = row.dataset.lift;
    const had = known.find((set) => set.lift === lift) ?? {};
    const name = row.querySelector("a").textContent;
    const dose = row.querySelector("b").textContent;
    const weight = number(t("Weight, {unit}", { unit: had.unit ?? unit }), had.weight);
    const reps = number(t("Repetitions"), had.reps, { max: 200, step: 1 });
    const rir = number(t("Left in you"), had.rir, { max: 20, step: 1 });
    const asPlanned = () => {
      const [wantedReps, wantedRir] = (row.dataset.set ?? `${repetitions(dose)}-`).split("-");
      setNumber(reps.input, wantedReps);
      setNumber(rir.input, wantedRir);
      const heavy = row.dataset.set && weightFor(row, store, page);
      if (heavy) setNumber(weight.input, heavy);
    };
    const copy = h("button", { type: "button", class: "hd-button", onclick: asPlanned }, t("as planned"), h("span", { class: "hd-hidden" }, ` ${t("for {what}", { what: name })}`));
    const element = h("fieldset", { class: "hd-set" }, h("legend", {}, `${name}, ${dose}`), h("div", { class: "hd-fields hd-fields--three" }, weight.element, reps.element, rir.element), copy);
    const read = () => ({ lift, weight: weight.read(), unit: had.unit ?? unit, reps: reps.read(), rir: rir.read() });
    return { element, read };
  });
  const filled = (set) => set.weight !== null || set.reps !== null;
  // The plan may have changed since: what was written down of exercises that it no longer has stays.
  const others = known.filter((set) => !planned.some((row) => row.dataset.lift === set.lift));
  return {
    element: h("details", { open: known.length > 0 }, h("summary", {}, t("Sets, the hardest of each exercise")), rows.map((row) => row.element)),
    read: () => [...rows.map((row) => row.read()).filter(filled), ...others],
  };
}

function bodyFields(known) {
  const pain = known.pain ?? {};
  const parts = {
    soreness: scale(t("Soreness"), known.soreness, t("muscles; the worst of calves, thighs, hamstrings, glutes")),
    fatigue: scale(t("Muscle fatigue"), known.fatigue),
    sleep: number(t("Hours slept"), known.sleep, { max: 24 }),
    ill: text(t("Illness or period"), known.ill),
    note: text(t("Note"), known.note),
  };
  const where = text(t("Where"), pain.where, t("such as outer knee"));
  const side = h("select", {}, ["", "left", "right", "both"].map((one) => h("option", { value: one, selected: one === (pain.side ?? "") }, one ? sideName(one) : t("no side"))));
  const bone = h("input", { type: "checkbox", checked: Boolean(pain.bone) });
  const during = scale(t("Pain during training"), pain.during);
  const nextMorning = scale(t("Pain the next morning, beyond the usual"), pain.nextMorning);
  const readPain = () => {
    const found = { where: where.read(), side: side.value, during: during.read(), nextMorning: nextMorning.read(), bone: bone.checked };
    return Object.values(found).every(empty) ? null : found;
  };
  const element = h(
    "section",
    { class: "hd-logpart" },
    h("h3", {}, t("Body")),
    parts.soreness.element,
    parts.fatigue.element,
    parts.sleep.element,
    h(
      "details",
      { open: Boolean(known.pain) },
      h("summary", {}, t("Pain")),
      where.element,
      field(t("Side"), side),
      h("label", { class: "hd-choice" }, bone, h("span", {}, t("In one spot on a bone"))),
      during.element,
      nextMorning.element,
    ),
    parts.ill.element,
    parts.note.element,
  );
  const read = () => ({ ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.read()])), pain: readPain() });
  return { session: "day", element, read };
}
