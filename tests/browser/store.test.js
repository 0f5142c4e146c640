import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryStorage, MIGRATIONS, openStore, VERSION } from "../../templates/assets/js/store.js";
import { drawing, fakeStorage } from "./shared.js";

const NO_SAVE = /could not save/;
const full = () => {
  throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
};
const denied = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

function troubles(store) {
  const told = [];
  store.onTrouble((text) => told.push(text));
  return told;
}

/** Run with a `localStorage` of our own in the world. */
function inWorld(descriptor, action) {
  Object.defineProperty(globalThis, "localStorage", { configurable: true, ...descriptor });
  try {
    return action();
  } finally {
    delete globalThis.localStorage;
  }
}

test("what is written is read, lies under a key of its own, and goes when deleted", () => {
  const storage = fakeStorage({ "somebody.else": "1", "hardday": "x", "hardday.probe": "1" });
  const store = openStore(storage);
  assert.equal(store.lasting, true);
  assert.equal(store.get("units"), null);
  assert.deepEqual(store.get("units", {}), {});
  assert.equal(store.set("units", { distance: "mi" }), true);
  assert.equal(store.set("log.a.1.0.run", { done: true }), true);
  assert.equal(storage.kept.get(`hardday.${VERSION}.units`), '{"distance":"mi"}');
  assert.deepEqual(store.get("units"), { distance: "mi" });
  assert.deepEqual(store.keys(), ["log.a.1.0.run", "units"]);
  assert.deepEqual(store.keys("log."), ["log.a.1.0.run"]);
  assert.deepEqual(store.keys("og."), []);
  assert.deepEqual(store.all(), { "log.a.1.0.run": { done: true }, units: { distance: "mi" } });
  store.remove("units");
  assert.equal(store.get("units"), null);
  store.remove("units");
  store.clear();
  assert.deepEqual([...storage.kept.keys()], ["somebody.else", "hardday", "hardday.probe"]);
});

test("this version needs no migration that is not there", () => {
  assert.equal(new Set(MIGRATIONS.map((step) => step.from)).size, MIGRATIONS.length);
  assert.ok(MIGRATIONS.every((step) => step.from < VERSION));
  assert.ok(Array.from({ length: VERSION - 1 }, (_, at) => at + 1).every((from) => MIGRATIONS.some((step) => step.from === from)));
});

test("a browser that refuses storage: everything works while the page is open, and it is told", () => {
  for (const world of [{ get: denied }, { value: undefined }, { value: fakeStorage({}, denied) }, { value: fakeStorage({}, (name) => name === "setItem" && full()) }]) {
    inWorld(world, () => {
      const store = openStore();
      assert.equal(store.lasting, false);
      assert.equal(store.set("units", { distance: "mi" }), true);
      assert.deepEqual(store.get("units"), { distance: "mi" });
      assert.deepEqual(store.keys(), ["units"]);
    });
  }
});

test("a browser that lets us keep things", () => {
  const storage = fakeStorage();
  inWorld({ value: storage }, () => {
    const store = openStore();
    assert.equal(store.lasting, true);
    store.set("units", {});
    assert.deepEqual([...storage.kept.keys()], [`hardday.${VERSION}.units`]);
  });
});

test("storage that is full still shows what it holds, loses nothing, and each loss is told", () => {
  const storage = fakeStorage({ "hardday.1.units": '{"distance":"mi"}' }, (name) => name === "setItem" && full());
  inWorld({ value: storage }, () => {
    const store = openStore();
    const told = troubles(store);
    assert.equal(store.lasting, true);
    assert.deepEqual(store.get("units"), { distance: "mi" });
    for (let turn = 1; turn <= 2; turn += 1) {
      assert.equal(store.set("units", { distance: "km" }), false);
      assert.equal(told.length, turn);
      assert.match(told[0], NO_SAVE);
    }
    assert.deepEqual(store.get("units"), { distance: "mi" });
    store.remove("units");
    assert.equal(store.get("units"), null);
  });
});

test("storage that is turned off while the page is open: nothing throws, everything is told", () => {
  let off = false;
  const store = openStore(fakeStorage({}, () => off && denied()));
  store.set("units", {});
  off = true;
  const told = troubles(store);
  assert.equal(store.set("units", { distance: "mi" }), false);
  assert.deepEqual(store.get("units", {}), {});
  assert.deepEqual(store.keys(), []);
  assert.deepEqual(store.all(), {});
  assert.equal(store.others, 0);
  store.remove("units");
  store.clear();
  assert.equal(told.filter((text) => NO_SAVE.test(text)).length, 1);
  assert.equal(told.filter((text) => /does not let the site read/.test(text)).length, 1);
  assert.equal(told.filter((text) => /could not delete/.test(text)).length, 2);
});

test("storage that was turned off from the start can be opened", () => {
  const store = openStore(fakeStorage({}, denied), { version: 2, migrations: [{ from: 1, key: (key) => key }] });
  assert.equal(store.get("units"), null);
  assert.ok(troubles(store).length >= 1);
});

test("what cannot be read is left as it is, told once, and not exported", () => {
  const storage = fakeStorage({ "hardday.1.units": "{broken", "hardday.1.plates": "", "hardday.1.fitness": '{"time_s":1}' });
  const store = openStore(storage);
  assert.equal(store.get("units"), null);
  assert.deepEqual(store.get("units", { a: 1 }), { a: 1 });
  assert.deepEqual(store.all(), { fitness: { time_s: 1 } });
  assert.deepEqual(store.keys(), ["fitness", "plates", "units"]);
  const told = troubles(store);
  assert.equal(told.length, 2);
  assert.ok(told.some((text) => text.includes("units")) && told.some((text) => text.includes("plates")));
  store.get("units");
  assert.equal(told.length, 2);
  assert.equal(storage.kept.get("hardday.1.units"), "{broken");
  assert.equal(store.set("units", { distance: "km" }), true);
  assert.deepEqual(store.get("units"), { distance: "km" });
});

test("a value of another kind than asked for counts as none, as it would break whoever reads it", () => {
  for (const text of ["null", "5", '"text"', "[1]", "true"]) {
    const store = openStore(fakeStorage({ "hardday.1.units": text }));
    assert.deepEqual(store.get("units", { distance: "km" }), { distance: "km" }, text);
    assert.deepEqual(store.get("units"), JSON.parse(text));
  }
  assert.deepEqual(openStore(fakeStorage({ "hardday.1.a": "[1]" })).get("a", []), [1]);
});

test("values that JSON has no words for are refused, aloud", () => {
  const store = openStore(fakeStorage());
  const told = troubles(store);
  const ring = {};
  ring.ring = ring;
  for (const value of [undefined, () => 1, 10n, ring]) assert.equal(store.set("units", value), false);
  assert.equal(told.length, 4);
  assert.deepEqual(store.keys(), []);
});

test("a key or a value that names the prototype stays data", () => {
  for (const storage of [fakeStorage(), memoryStorage()]) {
    const store = openStore(storage);
    const value = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}');
    for (const key of ["__proto__", "constructor", "log.__proto__.1.0.run"]) assert.equal(store.set(key, value), true);
    assert.deepEqual(store.keys(), ["__proto__", "constructor", "log.__proto__.1.0.run"]);
    assert.ok(Object.hasOwn(store.all(), "__proto__"));
    assert.equal(JSON.stringify(store.get("__proto__")), JSON.stringify(value));
    assert.equal({}.polluted, undefined);
    assert.equal(store.get("toString"), null);
  }
});

test("what can't be read or is of another version is there as the text that it is, for an export", () => {
  const storage = fakeStorage({ "hardday.1.units": "{broken", "hardday.0.units": "old", "hardday.1.plates": '{"kg":2}', "hardday.1.move.a.1": "[1]", other: "x" });
  const store = openStore(storage, { version: 1, migrations: [] });
  assert.deepEqual(store.unread(), { "hardday.1.units": "{broken", "hardday.0.units": "old" });
  assert.deepEqual(Object.keys(store.all()), ["move.a.1", "plates"]);
  assert.equal(store.text("units"), "{broken");
  assert.equal(store.text("nothing"), null);
  assert.deepEqual(openStore(fakeStorage({}, denied)).unread(), {});
  assert.equal(openStore(fakeStorage({}, denied)).text("units"), null);
});

test("a value of another kind is told, once, before anything is written over it", () => {
  const store = openStore(fakeStorage({ "hardday.1.units": '"miles"' }));
  const told = troubles(store);
  assert.deepEqual(store.get("units", {}), {});
  assert.deepEqual(store.get("units", {}), {});
  assert.equal(told.length, 1);
  assert.match(told[0], /“units” can't be read/);
});

test("what could not be deleted is not called deleted", () => {
  assert.equal(openStore(fakeStorage({ "hardday.1.units": "{}" })).clear(), true);
  assert.equal(openStore(fakeStorage()).remove("units"), true);
  const refuses = () => openStore(fakeStorage({ "hardday.1.units": "{}" }, (name) => name === "removeItem" && denied()));
  assert.equal(refuses().remove("units"), false);
  assert.equal(refuses().clear(), false);
});

test("very large values", () => {
  const store = openStore(fakeStorage());
  const note = "🏃".repeat(1_000_000);
  assert.equal(store.set("log.a.1.0.day", { note }), true);
  assert.equal(store.get("log.a.1.0.day").note, note);
});

test("two tabs never lose one another's entries, whoever writes when", () => {
  const { whole, one } = drawing(2);
  for (let turn = 0; turn < 200; turn += 1) {
    const storage = fakeStorage();
    const tabs = [openStore(storage), openStore(storage)];
    const expected = {};
    for (let write = 0; write < 30; write += 1) {
      const key = `log.plan.${whole(1, 3)}.${whole(0, 2)}.run`;
      const store = one(tabs);
      if (whole(0, 9) === 0) {
        store.remove(key);
        delete expected[key];
      } else {
        // As a feature does: read, change one field, write.
        const value = { ...store.get(key, {}), [one(["done", "rpe"])]: write };
        store.set(key, value);
        expected[key] = { ...(expected[key] ?? {}), ...value };
      }
    }
    for (const store of tabs) assert.deepEqual(store.all(), Object.fromEntries(Object.entries(expected).sort(([a], [b]) => (a < b ? -1 : 1))));
  }
});

const RENAMED = { from: 1, key: (key) => (key.startsWith("log.") ? key.replace("log.", "diary.") : key), value: (old) => ({ ...old, second: true }) };
const ADDED = { from: 2, key: (key) => (key === "old" ? null : key), value: (old) => ({ ...old, third: true }) };

test("an older version's entries are brought over, key and value, through two versions", () => {
  const storage = fakeStorage({ "hardday.1.log.a.1.0.run": '{"done":true}', "hardday.2.diary.b.1.0.run": '{"rpe":3}', "hardday.3.units": "{}", other: "1" });
  for (const migrations of [[RENAMED, ADDED], [ADDED, RENAMED]]) {
    const store = openStore(storage, { version: 3, migrations });
    assert.deepEqual(troubles(store), []);
    assert.deepEqual(store.all(), {
      "diary.a.1.0.run": { done: true, second: true, third: true },
      "diary.b.1.0.run": { rpe: 3, third: true },
      units: {},
    });
    assert.equal(store.others, 0);
    assert.equal(storage.kept.get("other"), "1");
  }
});

test("a migration without a change of values, and one that leaves a key where it is", () => {
  const storage = fakeStorage({ "hardday.1.units": '{"distance":"mi"}', "hardday.1.old": "5" });
  const store = openStore(storage, { version: 2, migrations: [{ from: 1, key: (key) => (key === "old" ? null : key) }] });
  assert.deepEqual(store.all(), { units: { distance: "mi" } });
  assert.equal(storage.kept.get("hardday.1.old"), "5");
  assert.equal(store.others, 1);
  assert.deepEqual(troubles(store), []);
  store.clear();
  assert.equal(storage.kept.size, 0);
});

test("what cannot be brought over stays, and that is told", () => {
  const broken = { from: 1, key: (key) => key, value: (old) => old.sets.length };
  const storage = fakeStorage({ "hardday.1.a": "{broken", "hardday.1.b": "{}", "hardday.1.c": '{"sets":[1]}' });
  const store = openStore(storage, { version: 2, migrations: [broken] });
  assert.deepEqual(store.all(), { c: 1 });
  assert.equal(storage.kept.get("hardday.1.a"), "{broken");
  assert.equal(storage.kept.get("hardday.1.b"), "{}");
  assert.equal(troubles(store).length, 1);
  const throws = { from: 1, key: () => JSON.parse("{") };
  assert.equal(troubles(openStore(fakeStorage({ "hardday.1.a": "1" }), { version: 2, migrations: [throws] })).length, 1);
});

test("no room to bring entries over: none is lost", () => {
  const storage = fakeStorage({ "hardday.1.a": "1", "hardday.1.b": "2" }, (name, key) => name === "setItem" && key.endsWith(".b") && full());
  const store = openStore(storage, { version: 2, migrations: [{ from: 1, key: (key) => key }] });
  assert.deepEqual(store.all(), { a: 1 });
  assert.equal(storage.kept.get("hardday.1.b"), "2");
  assert.equal(troubles(store).length, 1);
});

test("a tab that still runs the older code: neither what it writes nor what the newer one wrote is thrown away", () => {
  const storage = fakeStorage();
  const older = openStore(storage, { version: 1, migrations: [] });
  const migrations = [{ from: 1, key: (key) => key }];
  older.set("log.a.1.0.run", { done: true });
  const newer = openStore(storage, { version: 2, migrations });
  assert.deepEqual(newer.get("log.a.1.0.run"), { done: true });
  newer.set("log.a.1.0.run", { done: true, rpe: 7 });
  older.set("log.a.1.0.run", { done: false });
  older.set("log.a.1.1.run", { done: true });
  const next = openStore(storage, { version: 2, migrations });
  assert.deepEqual(next.get("log.a.1.0.run"), { done: true, rpe: 7 });
  assert.deepEqual(next.get("log.a.1.1.run"), { done: true });
  assert.equal(storage.kept.get("hardday.1.log.a.1.0.run"), '{"done":false}');
  assert.equal(troubles(next).length, 1);
  older.set("log.a.1.0.run", { done: true, rpe: 7 });
  assert.equal(troubles(openStore(storage, { version: 2, migrations })).length, 0);
  assert.equal(storage.kept.has("hardday.1.log.a.1.0.run"), false);
});

test("a newer version's entries are left untouched, not read, told, and can be taken along", () => {
  const storage = fakeStorage({ "hardday.2.units": '{"length":"mi"}', "hardday.10.units": '{"x":1}', "hardday.1.units": '{"distance":"km"}' });
  const store = openStore(storage, { version: 1, migrations: [{ from: 1, key: () => "lost" }, { from: 2, key: () => "lost" }] });
  assert.deepEqual(store.all(), { units: { distance: "km" } });
  assert.equal(store.others, 2);
  store.set("units", { distance: "mi" });
  store.remove("units");
  assert.equal(storage.kept.get("hardday.2.units"), '{"length":"mi"}');
  assert.equal(storage.kept.get("hardday.10.units"), '{"x":1}');
  const told = troubles(store);
  assert.equal(told.length, 1);
  assert.match(told[0], /newer version of this site has kept 2 entries/);
  assert.deepEqual(store.unread(), { "hardday.2.units": '{"length":"mi"}', "hardday.10.units": '{"x":1}' });
});
