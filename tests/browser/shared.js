// What the tests of browser modules share: the vectors that Python reads too, and drawn data that is the same each time.
import { readFileSync } from "node:fs";

/** The vectors of a name, as tests/vectors holds them. */
export function vectors(name) {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf8"));
}

/** A source of numbers from 0 up to 1 that begins the same in every run (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Choices from a seeded source. */
export function drawing(seed) {
  const random = seeded(seed);
  const whole = (least, most) => least + Math.floor(random() * (most - least + 1));
  const one = (values) => values[whole(0, values.length - 1)];
  const text = (letters, most) => Array.from({ length: whole(0, most) }, () => one(letters)).join("");
  return { random, whole, one, text, maybe: (value) => (random() < 0.3 ? null : value()) };
}

/** A browser's storage in memory; `refuse` names methods that throw, as a browser's do when storage is turned off or full. */
export function fakeStorage(entries = {}, refuse = () => {}) {
  const kept = new Map(Object.entries(entries));
  const guarded = (name, action) => (...given) => {
    refuse(name, ...given);
    return action(...given);
  };
  return {
    kept,
    get length() {
      refuse("length");
      return kept.size;
    },
    key: guarded("key", (at) => [...kept.keys()][at] ?? null),
    getItem: guarded("getItem", (key) => kept.get(key) ?? null),
    setItem: guarded("setItem", (key, value) => void kept.set(key, String(value))),
    removeItem: guarded("removeItem", (key) => void kept.delete(key)),
  };
}
