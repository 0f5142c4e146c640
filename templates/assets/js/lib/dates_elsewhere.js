// Dates as other languages than English write them: what the browser knows of a locale, from days as whole numbers.

const DAY_MS = 86_400_000;
const A_MONDAY = 4; // January 5, 1970

/** How a locale (`de`, `de-AT`) writes its weekdays from Monday on, a day, and two days. */
export function datesIn(locale) {
  const written = (options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  return {
    weekdays: (length) => Array.from({ length: 7 }, (_, at) => written({ weekday: length }).format((A_MONDAY + at) * DAY_MS).replace(/\.$/, "")),
    /** "2. März", with its weekday "Dienstag, 2. März", with its year "2. März 2027". */
    date: (number, { named = false, year = false } = {}) =>
      written({ month: "long", day: "numeric", ...(named && { weekday: "long" }), ...(year && { year: "numeric" }) }).format(number * DAY_MS),
    /** "1.–7. März"; programs differ in the kind of space that they put around the dash. */
    range: (first, last) => written({ month: "long", day: "numeric" }).formatRange(first * DAY_MS, last * DAY_MS).replace(/[\u2009\u202f]/g, " "),
  };
}
