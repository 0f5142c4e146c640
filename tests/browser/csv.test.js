import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCsv, toCsv } from "../../templates/assets/js/lib/csv.js";
import { drawing, vectors } from "./shared.js";

const cases = vectors("csv");
const LETTERS = ["a", "é", "🏃", "走", " ", "'", '"', ",", ";", "\r", "\n", "\t", "=", "+", "-", "@", "0", "9", ".", "＝", "\ufeff", "\u0000", "\ud83d"];

test("tables as text, and back", () => {
  for (const { why, rows, text } of cases.tables) {
    const [header, ...others] = rows;
    assert.equal(toCsv(others, header), text, why);
    assert.deepEqual(parseCsv(text), rows, why);
  }
});

test("tables that others wrote", () => {
  for (const { why, text, rows } of cases.read) assert.deepEqual(parseCsv(text), rows, why);
});

test("numbers and what is missing", () => {
  assert.equal(toCsv([[1.5, 0, -2, null, undefined, true]], ["a"]), "a\r\n1.5,0,-2,,,true\r\n");
});

test("whatever the cells hold, they come back, and none begins a formula", () => {
  const { whole, text } = drawing(4180);
  for (let turn = 0; turn < 1500; turn += 1) {
    const width = whole(1, 4);
    const rows = Array.from({ length: whole(1, 4) }, () => Array.from({ length: width }, () => text(LETTERS, 6)));
    // The mark of an encoding can only stand first in a file, where it is no part of a cell.
    rows[0][0] = `x${rows[0][0]}`;
    const written = toCsv(rows.slice(1), rows[0]);
    assert.deepEqual(parseCsv(written), rows, JSON.stringify(written));
    for (const cell of shown(written)) {
      assert.ok(/^-?\d+(\.\d+)?$/.test(cell) || !/^[=+\-@\t\r\n＝＋－＠]/.test(cell), JSON.stringify(cell));
    }
  }
});

/** The cells as a spreadsheet sees them: apostrophes still there. Read by a rule of its own. */
function shown(text) {
  const cells = text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

test("no text makes it throw or takes long", () => {
  const { text } = drawing(99);
  for (let turn = 0; turn < 2000; turn += 1) assert.ok(Array.isArray(parseCsv(text(LETTERS, 40))));
  for (const piece of ['"', ",", "\n", '",', "a", "'"]) assert.ok(Array.isArray(parseCsv(piece.repeat(100_000))));
});
