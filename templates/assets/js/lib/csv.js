// Tables as text (RFC 4180) that a spreadsheet may open: a cell that would be read as a formula gets an apostrophe.

// Signs that begin a formula in some spreadsheet (the wide ones where Chinese or Japanese is written), whatever number
// of apostrophes stands before: an apostrophe that was there is doubled, so that reading takes exactly one away.
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Rows of cells below a header, lines ended by CRLF; null and undefined are empty cells. */
export function toCsv(rows, header) {
  return [header, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a table, whatever ends its lines; the apostrophe before a formula is taken away again. */
export function parseCsv(text) {
  const rows = [];
  let [row, value, quoted] = [[], "", false];
  const endCell = () => {
    row.push(value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value);
    value = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  // A spreadsheet may put a mark of its encoding first.
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else if (letter === '"' && (quoted || value === "")) quoted = !quoted;
    else if (quoted) value += letter;
    else if (letter === ",") endCell();
    else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && text[at + 1] === "\n") at += 1;
      endRow();
    } else value += letter;
  }
  if (value !== "" || row.length) endRow();
  return rows;
}
