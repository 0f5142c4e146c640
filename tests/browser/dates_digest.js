// Everything that lib/dates.js says about every day of some years, as a few short sums: Python works out the same from
// its own calendar (date_sums.py), and Node and three browser engines are compared with it in eight time zones.

const RACE_DAYS = [0, 27, 69, 111, 139, 279];
const PLANS = [
  { days: 140, cycle: 7, kind: "dated" },
  { days: 63, cycle: 9, kind: "dated" },
  { days: 70, cycle: 7, kind: "rolling" },
];
const STARTS = ["2024-02-29", "2026-12-28", "2027-03-28", "2031-10-26", "2035-12-01"];
const NAMES = ["monday", "sunday", "saturday"];

/** The sums by what they are about; `dates` is the module under test. */
export function digests(dates, first = "2024-01-01", last = "2035-12-31") {
  const lines = { days: [], today: [], races: [], weeks: [], where: [], nearest: [] };
  const end = dates.dayNumber(last);
  for (let day = dates.dayNumber(first); day <= end; day += 1) {
    const iso = dates.isoDate(day);
    lines.days.push([iso, dates.dayNumber(iso), dates.weekday(day), dates.dateText(day, { weekday: true, year: true })].join());
    lines.today.push(aroundMidnight(dates, iso));
    lines.races.push(RACE_DAYS.map((race) => dates.startForRace(iso, race)).join());
    lines.weeks.push([7, 9].map((cycle) => week(dates, iso, 1 + (day % 30), cycle)).join());
    lines.where.push(STARTS.map((start) => PLANS.map((plan) => where(dates, day, { start, ...plan })).join()).join());
    lines.nearest.push(NAMES.map((name) => dates.nearestWeekday(day, name).join(" ")).join());
  }
  return Object.fromEntries(Object.entries(lines).map(([name, found]) => [name, checksum(found.join("\n"))]));
}

/** The minute in which a day begins on this device's clock, and which day it is one minute before and after. */
function aroundMidnight(dates, iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const midnight = new Date(year, month - 1, day).getTime();
  const around = [-60_000, 60_000].map((more) => dates.today(new Date(midnight + more)));
  return [midnight / 60_000, ...around].join();
}

function week(dates, iso, number, cycle) {
  const [first, last] = dates.weekDates(iso, number, cycle);
  return `${first} ${last} ${dates.rangeText(first, last)}`;
}

function where(dates, day, plan) {
  const found = dates.whereIs(day, plan);
  return [found.state, found.week, found.place, found.inDays].join(" ");
}

/** CRC-32 of a text's UTF-8 bytes: short, and in Python's zlib. */
function checksum(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ -1) >>> 0;
}
