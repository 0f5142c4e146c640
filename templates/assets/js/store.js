// All that the site keeps, and it keeps it here alone: in this browser. Each entry has a key of its own,
// `hardday.<version>.<kind>.<...>`, so that two open tabs never overwrite one another's work.
//
//   plan.<plan>                          {start, by, title, days, cycle, weeks, race, kind}  the athlete's own dates
//   units                                {distance: "km"|"mi", weight: "kg"|"lb"}
//   fitness                              {distance_m, time_s, on}                            a recent race
//   set.<exercise>                       {weight, unit, reps, rir, on}                       a recent set
//   plates                               {kg, lb}                                            smallest steps
//   signed.<exercise>                    {by, role, on}                                      who signed the lift off
//   log.<plan>.<week>.<day>.<session>    what was done; session "day" holds soreness, fatigue, pain, sleep, note
//   move.<plan>.<week>                   {to, roles}                                         days that changed places
//   calendar.<plan>                      what the last calendar file held, for its revision numbers
//
// <week> counts from 1, <day> is the day's place in its week from 0, <session> as in views/athlete.py.

export const VERSION = 1;
const PREFIX = "hardday.";

/** How entries of an older version become this one's: {from, key(oldKey) → new key or null, value(old) → new}. */
export const MIGRATIONS = [];

/**
 * Open the browser's storage, or memory where the browser refuses it. `trouble` is called with a sentence for the
 * athlete whenever something could not be kept.
 */
export function openStore(storage = browserStorage(), { version = VERSION, migrations = MIGRATIONS } = {}) {
  const kept = storage ?? memoryStorage();
  const listeners = [];
  const complain = (text) => listeners.forEach((listen) => listen(text));
  const full = (key) => `${PREFIX}${version}.${key}`;

  const store = {
    /** True if what is written outlives the page. */
    lasting: Boolean(storage),
    onTrouble(listen) {
      listeners.push(listen);
    },
    /** The value of a key; `otherwise` if there is none or it cannot be read. Nothing unreadable is deleted. */
    get(key, otherwise = null) {
      const text = kept.getItem(full(key));
      if (text === null) return otherwise;
      try {
        return JSON.parse(text);
      } catch {
        return otherwise;
      }
    },
    /** Keep a value; false (and a word to the athlete) if the browser has no room or refuses. */
    set(key, value) {
      try {
        kept.setItem(full(key), JSON.stringify(value));
        return true;
      } catch {
        complain("This browser could not save that: its storage is full or turned off. Export your log to keep it.");
        return false;
      }
    },
    remove(key) {
      kept.removeItem(full(key));
    },
    /** All keys that begin so, sorted. */
    keys(beginning = "") {
      return everyKey(kept)
        .filter((key) => key.startsWith(full(beginning)))
        .map((key) => key.slice(full("").length))
        .sort();
    },
    /** Everything kept, by key: what an export holds and the page of kept data shows. */
    all() {
      return Object.fromEntries(this.keys().map((key) => [key, this.get(key)]));
    },
  };
  migrate(kept, version, migrations);
  return store;
}

function migrate(kept, version, migrations) {
  for (const step of migrations.filter((one) => one.from < version)) {
    const old = `${PREFIX}${step.from}.`;
    for (const key of everyKey(kept).filter((one) => one.startsWith(old))) {
      const renamed = step.key(key.slice(old.length));
      const target = renamed === null ? null : `${PREFIX}${step.from + 1}.${renamed}`;
      try {
        if (target !== null && kept.getItem(target) === null) {
          const value = JSON.parse(kept.getItem(key));
          kept.setItem(target, JSON.stringify(step.value ? step.value(value) : value));
        }
        if (target !== null) kept.removeItem(key);
      } catch {
        // Left as it was: better an old entry that nobody reads than one that is lost.
      }
    }
  }
}

function everyKey(kept) {
  return Array.from({ length: kept.length }, (_, at) => kept.key(at)).filter((key) => key?.startsWith(PREFIX));
}

function browserStorage() {
  try {
    const probe = `${PREFIX}probe`;
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

/** Storage for as long as the page is open. */
export function memoryStorage() {
  const entries = new Map();
  return {
    get length() {
      return entries.size;
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, String(value)),
    removeItem: (key) => void entries.delete(key),
  };
}
