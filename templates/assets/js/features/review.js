// A page has no clock: the reader's tells whether its review has grown too old, and then the page says so itself.
import { isoDate, today } from "../lib/dates.js";

export function start() {
  const now = isoDate(today());
  for (const late of document.querySelectorAll(".hd-late[data-due]")) late.hidden = now <= late.dataset.due;
}
