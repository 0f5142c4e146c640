// A form that two tabs have open at once: only what was changed in it is written, field by field. Sets count by their
// lift, pain by its parts, so that whoever notes a squat here and a press there keeps both. Pure.

/** The names under which `flat` keeps the set of a lift and a part of the pain. */
const SET = "set ";
const PAIN = "pain ";
const NO_PAIN = { where: "", side: "", during: null, nextMorning: null, bone: false };

/** The fields of an entry by name, with each set and each part of the pain as a field of its own. */
export function flat({ sets, pain, ...fields }) {
  const found = new Map(Object.entries(fields));
  // A form shows the first of a lift's sets; a file that was imported may have brought more.
  for (const set of listed(sets)) if (!found.has(`${SET}${set?.lift}`)) found.set(`${SET}${set?.lift}`, set);
  for (const [name, value] of Object.entries(pain ?? {})) found.set(`${PAIN}${name}`, value);
  return found;
}

/** What differs between two readings of a form, by the names of `flat`; null for a field that is gone. */
export function changes(first, now) {
  const [before, after] = [flat(first), flat(now)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const changed = [...names].filter((name) => !same(before.get(name), after.get(name)));
  return new Map(changed.map((name) => [name, after.get(name) ?? null]));
}

/** An entry with these changes made. */
export function merged(entry, changed) {
  const [fields, sets, pain] = [{}, listed(entry.sets), { ...NO_PAIN, ...(isRecord(entry.pain) && entry.pain) }];
  for (const [name, value] of changed) {
    if (name.startsWith(PAIN)) pain[name.slice(PAIN.length)] = value;
    else if (name.startsWith(SET)) put(sets, name.slice(SET.length), value);
    else fields[name] = value;
  }
  const of = (beginning) => [...changed.keys()].some((name) => name.startsWith(beginning));
  const hurts = Object.values(pain).some((value) => !isEmpty(value));
  return { ...entry, ...fields, ...(of(SET) && { sets }), ...(of(PAIN) && { pain: hurts ? pain : null }) };
}

function put(sets, lift, value) {
  const found = sets.findIndex((set) => set?.lift === lift);
  const at = found < 0 ? sets.length : found;
  sets.splice(at, 1, ...(value === null ? [] : [value]));
}

/** True for two values that say the same; what was not noted is null, empty or missing. */
export function same(one, other) {
  return (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
}

const listed = (sets) => (Array.isArray(sets) ? [...sets] : []);
const isEmpty = (value) => value === null || value === undefined || value === "" || value === false;
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
