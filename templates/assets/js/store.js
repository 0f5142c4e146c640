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
//   seen.<plan>                          {edition, weeks: {<week>: edition}}  the plan's edition that the keys above are
//                                        of, and in which one a week was last opened; see features/renumbered.js
//   moving.<plan>                        {set, remove, edition}  entries on their way to a new edition's weeks
//
// <week> counts from 1, <day> is the day's place in its week from 0, <session> as in views/athlete.py.

import { t, tn } from "./lib/words.js";

export const VERSION = 1;
const PREFIX = "hardday.";
const OURS = /^hardday\.(\d+)\./;
const versionOf = (key) => Number(OURS.exec(key)[1]);

/**
 * How entries of an older version become the next one's: {from, key(old key) → new key or null for one that stays as it
 * is, value(old) → new}.
 */
export const MIGRATIONS = [];

const NOT_SAVED = t("This browser could not save that: its storage is full or turned off. Export your log to keep it.");
const NOT_DELETED = t("This browser could not delete that: its storage is turned off.");
const NOT_READ = t("This browser does not let the site read what it keeps: its storage is turned off.");
const NEWER = (n) =>
  tn(
    "A newer version of this site has kept {n} entry in this browser. It is left as it is, and not shown here. “Export all” on the page of your log takes it along.",
    "A newer version of this site has kept {n} entries in this browser. They are left as they are, and not shown here. “Export all” on the page of your log takes them along.",
    n,
  );
const NOT_BROUGHT_OVER = t("Some of what an earlier version of this site kept could not be brought over. It is left as it was.");

/**
 * Open the browser's storage, or memory where the browser refuses it. Nothing here throws: whatever could not be kept,
 * read or deleted is told, as a sentence for the athlete, to everybody who listens for trouble.
 */
export function openStore(storage = browserStorage(), { version = VERSION, migrations = MIGRATIONS, readable = () => true } = {}) {
  const kept = storage ?? memoryStorage();
  const trouble = teller();
  const full = (key) => `${PREFIX}${version}.${key}`;
  const own = () => trouble.unless(() => everyKey(kept), NOT_READ, []).filter((key) => key.startsWith(full("")));

  const keys = (beginning = "") => {
    const found = own().map((key) => key.slice(full("").length));
    return found.filter((key) => key.startsWith(beginning)).sort();
  };
  /** What is kept under a key; undefined if there is nothing or nothing that can be read. */
  const textOf = (key) => trouble.unless(() => kept.getItem(full(key)), NOT_READ, null);
  const unreadable = (key) => t("What is kept as “{key}” can't be read anymore. It stays as it is until you write it anew.", { key });
  const read = (key) => {
    const text = textOf(key);
    return text === null ? undefined : trouble.unless(() => JSON.parse(text), unreadable(key), undefined);
  };

  migrate(kept, version, migrations, trouble.tell);
  const newer = trouble.unless(() => everyKey(kept), NOT_READ, []).filter((key) => versionOf(key) > version);
  if (newer.length) trouble.tell(NEWER(newer.length));
  return {
    /** True if what is written outlives the page. */
    lasting: Boolean(storage),
    /** Call `listen` with each trouble there was and will be. */
    onTrouble: trouble.listen,
    /** All keys that begin so, sorted. */
    keys,
    /**
     * The value of a key; `otherwise` if there is none, or it cannot be read or is of another kind than `otherwise`
     * (no object where that is an object), or `readable(key, value)` says that it does not belong there, which is told. Nothing unreadable is deleted.
     */
    get(key, otherwise = null) {
      const value = read(key);
      if (value === undefined) return otherwise;
      if (readable(key, value) && (otherwise === null || kindOf(value) === kindOf(otherwise))) return value;
      trouble.tell(unreadable(key));
      return otherwise;
    },
    /** What is kept under a key as the text that it is, readable or not; null if there is nothing. */
    text: textOf,
    /** Keep a value; false (and a word to the athlete) if the browser has no room or refuses. */
    set(key, value) {
      const write = () => {
        kept.setItem(full(key), written(value));
        return true;
      };
      return trouble.unless(write, NOT_SAVED, false);
    },
    /** Delete what is kept under a key; false (and a word to the athlete) if the browser refuses. */
    remove(key) {
      return trouble.unless(() => (kept.removeItem(full(key)), true), NOT_DELETED, false);
    },
    /** Everything that can be read, by key: what an export holds and the page of kept data shows. */
    all() {
      const entries = keys().map((key) => [key, read(key)]);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    },
    /** What `all` has no words for, as the texts that are kept, by whole key: other versions' entries and unreadable ones. */
    unread() {
      const readable = new Set(keys().filter((key) => read(key) !== undefined).map(full));
      const texts = trouble.unless(() => everyKey(kept).map((key) => [key, kept.getItem(key)]), NOT_READ, []);
      return Object.fromEntries(texts.filter(([key, text]) => text !== null && !readable.has(key)));
    },
    /** How many entries another version of this site left here, older or newer: kept, but not read. */
    get others() {
      return trouble.unless(() => everyKey(kept), NOT_READ, []).length - own().length;
    },
    /**
     * Delete all that this site keeps, whichever version wrote it; what other sites of this address keep stays. False (and
     * a word to the athlete) if the browser refuses.
     */
    clear() {
      return trouble.unless(() => (everyKey(kept).forEach((key) => kept.removeItem(key)), true), NOT_DELETED, false);
    },
  };
}

/**
 * Who is told of trouble: a listener that comes late hears what was said before it came. What could not be done is said
 * each time, what cannot be read once.
 */
function teller() {
  const [said, listeners] = [new Set(), []];
  const tell = (text) => {
    if (said.has(text) && text !== NOT_SAVED && text !== NOT_DELETED) return;
    said.add(text);
    listeners.forEach((listen) => listen(text));
  };
  const listen = (listener) => {
    listeners.push(listener);
    said.forEach((text) => listener(text));
  };
  const unless = (action, text, otherwise) => {
    try {
      return action();
    } catch {
      tell(text);
      return otherwise;
    }
  };
  return { tell, listen, unless };
}

/** A value as it is kept; TypeError for one that JSON has no words for. */
function written(value) {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError("nothing to keep");
  return text;
}

const kindOf = (value) => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);

/** Bring entries of older versions over, one version after the other. */
function migrate(kept, version, migrations, tell) {
  const steps = migrations.filter((one) => one.from < version).sort((one, other) => one.from - other.from);
  for (const step of steps) {
    try {
      const moved = everyKey(kept).filter((key) => key.startsWith(`${PREFIX}${step.from}.`)).map((key) => moveOn(kept, step, key));
      if (!moved.every(Boolean)) tell(NOT_BROUGHT_OVER);
    } catch {
      tell(NOT_READ);
    }
  }
}

/** True unless an entry had to stay: better an old one that nobody reads than one that is lost. */
function moveOn(kept, step, key) {
  try {
    const renamed = step.key(key.slice(`${PREFIX}${step.from}.`.length));
    if (renamed === null) return true;
    const target = `${PREFIX}${step.from + 1}.${renamed}`;
    const value = JSON.parse(kept.getItem(key));
    const text = written(step.value ? step.value(value) : value);
    const there = kept.getItem(target);
    // A tab that still ran the older code may have written since: neither of the two is thrown away.
    if (there !== null && there !== text) return false;
    kept.setItem(target, text);
    kept.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

function everyKey(kept) {
  const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at));
  return keys.filter((key) => key !== null && OURS.test(key));
}

/** The browser's storage, null where there is none. One that is full still shows what it holds. */
function browserStorage() {
  try {
    const probe = `${PREFIX}probe`;
    try {
      localStorage.setItem(probe, "1");
      localStorage.removeItem(probe);
    } catch {
      return localStorage.length ? localStorage : null;
    }
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
