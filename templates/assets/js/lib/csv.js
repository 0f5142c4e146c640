// Tables as text (RFC 4180) that a spreadsheet may open: a cell that would be read as a formula gets an apostrophe.

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Rows of cells below a header, lines ended by CRLF; null and undefined are empty cells. */
export function toCsv(rows, header) {
  return [header, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  // An apostrophe that was there before is doubled, so that reading takes exactly one away.
  const safe = (FORMULA.test(text) && !NUMBER.test(text)) || /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a table, whatever ends its lines; the apostrophe before a formula is taken away again. */
export function parseCsv(text) {
  const rows = [];
  let [row, value, quoted] = [[], "", false];
  const endCell = () => {
    row.push(value.replace(/^'(?='*[=+\-@\t\r])/, ""));
    value = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else if (letter === '"' && (quoted || value === "")) quoted = !quoted;
    else if (quoted) value += letter;
    else if (letter === ",") endCell();
    else if (letter === "\n") endRow();
    else if (letter !== "\r") value += letter;
  }
  if (value !== "" || row.length) endRow();
  return rows;
}
