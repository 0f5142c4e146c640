// Reads calendar files with ical.js and prints, for each, its whole days and what is wrong with it, as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function read(file) {
  const found = { faults: [], days: [] };
  try {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf-8")));
    for (const part of calendar.getAllSubcomponents("vevent")) {
      const { uid, startDate, endDate } = new ICAL.Event(part);
      const days = endDate.subtractDate(startDate).toSeconds() / 86_400;
      if (!startDate.isDate || !endDate.isDate || days !== 1) found.faults.push(`${uid} is ${startDate} to ${endDate}, no whole day`);
      else found.days.push(startDate.toString());
    }
  } catch (problem) {
    found.faults.push(`it can't be read: ${problem.message}`);
  }
  return found;
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
