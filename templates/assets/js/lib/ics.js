// Calendar files: the same bytes as generator/publish/calendars/feeds.py writes for the same events, and the events of
// an athlete's own dates. Days are whole days: without a time there is no time zone that could move them.
import { dayNumber, isoDate } from "./dates.js";
import { t } from "./words.js";

const PRODID = "-//hardday//calendar 1//EN";
export const BUSY = t("Training");
/** How far ahead the file of a plan that begins again reaches, in days. */
const ROLLING_DAYS = 84;
/** A line has 75 octets at most, of which all but the first spend one on the space that continues them. */
const LINE_OCTETS = 74;
const encoder = new TextEncoder();

/**
 * A calendar file as text, for events {uid, stamp, sequence, day (ISO), summary, description, url}. The private
 * variant (`busy`) has no description, address and category.
 */
export function feed(name, events, { busy = false } = {}) {
  const title = text(oneLine(name));
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${PRODID}`, "CALSCALE:GREGORIAN", `NAME:${title}`, `X-WR-CALNAME:${title}`],
    ...["REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"],
    ...events.flatMap((event) => eventLines(event, busy)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ uid, stamp, sequence, day, summary, description, url }, busy) {
  const date = (number) => isoDate(number).replaceAll("-", "");
  const body = text(description);
  const said = [body && `DESCRIPTION:${body}`, url && `URL:${url}`].filter(Boolean);
  const detailed = [...said, "CATEGORIES:TRAINING", "TRANSP:TRANSPARENT"];
  return [
    ...["BEGIN:VEVENT", `UID:${text(uid)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`],
    ...[`DTSTART;VALUE=DATE:${date(dayNumber(day))}`, `DTEND;VALUE=DATE:${date(dayNumber(day) + 1)}`, `SUMMARY:${text(oneLine(summary))}`],
    ...(busy ? ["CLASS:PRIVATE", "TRANSP:OPAQUE"] : detailed),
    "END:VEVENT",
  ];
}

/** A text with one kind of line break, no other control characters, and what iCalendar reads otherwise escaped. */
function text(value) {
  return broken(value).replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Some readers refuse a summary of two lines. */
function oneLine(value) {
  return broken(value).replaceAll("\n", " ");
}

/** With one kind of line break, of which "\N" is one in iCalendar, and no other control characters. */
function broken(value) {
  const plain = value.replace(/\r\n?|[\x85\u2028\u2029]/g, "\n").replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "");
  return plain.replaceAll("\\N", "\n");
}

/** A line in pieces of at most 75 octets; no character is cut, nor an escape from what it escapes. */
function folded(line) {
  const pieces = [];
  let piece = [];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (piece.length && octets + size > LINE_OCTETS) {
      const escape = piece.length > 1 && "\\^".includes(piece.at(-1)) ? [piece.pop()] : [];
      pieces.push(piece.join(""));
      piece = escape;
      octets = escape.length;
    }
    piece.push(character);
    octets += size;
  }
  return [...pieces, piece.join("")].join("\r\n ");
}

/**
 * The training days of a plan (`athlete.json`) on dates of one's own, from ISO date `start` on: {uid, day, summary,
 * description, url}. A UID belongs to the printed day, so a day that moved is the same event on another date.
 * `orderOf(week, roles)` gives the order of a week's days or null, `convert` a text in the athlete's units, `rounds`
 * which rounds of a plan that begins again are meant (null: it runs once), `site` the site's address.
 */
export function ownEvents(plan, { start, site, busy = false, convert = (one) => one, orderOf = () => null, rounds = null }) {
  const days = plan.weeks.reduce((sum, week) => sum + week.days.length, 0);
  return (rounds ?? [1]).flatMap((round) => {
    let first = dayNumber(start) + (round - 1) * days;
    return plan.weeks.flatMap((week) => {
      const order = (week.moves && orderOf(week.week, week.moves.roles)) ?? week.days.map((_, place) => place);
      const begins = first;
      first += week.days.length;
      return order.flatMap((printed, place) => {
        const day = week.days[printed];
        if (!day.sessions.length) return [];
        const uid = `${plan.plan}.${rounds ? `round-${two(round)}.` : ""}week-${two(week.week)}.day-${printed}.own@hardday`;
        return [busy ? busyEvent(uid, begins + place) : fullEvent(uid, begins + place, day, `${site}${week.address}#${day.anchor}`, convert)];
      });
    });
  });
}

const two = (number) => String(number).padStart(2, "0");

function fullEvent(uid, number, day, url, convert) {
  const summary = convert([day.title, day.length].filter(Boolean).join(" · "));
  return { uid, day: isoDate(number), summary, description: [convert(day.text), url].filter(Boolean).join("\n\n"), url };
}

function busyEvent(uid, number) {
  return { uid: `${hash(uid)}@hardday`, day: isoDate(number), summary: BUSY, description: "", url: "" };
}

/** Which rounds of a plan of so many days a file made on day `now` holds: the one that runs, and about twelve weeks. */
export function comingRounds(start, days, now) {
  const first = Math.max(0, Math.floor((now - dayNumber(start)) / days)) + 1;
  return Array.from({ length: Math.ceil(ROLLING_DAYS / days) }, (_, at) => first + at);
}

/**
 * Events with their revisions: {events, kept, changed, gone}. `earlier` is what the last file held, by UID [content, sequence,
 * stamp]: an event whose content is as it was keeps its number and date, another gets the next number and `now` (in
 * milliseconds). `kept` is what to remember for the next file; `changed` how many of the last file's events are other
 * now, and `gone` how many are no longer there.
 */
export function revised(events, earlier, now) {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const known = Object.fromEntries(Object.entries(earlier ?? {}).filter(([, one]) => isRevision(one)));
  const left = Object.fromEntries(Object.entries(known).map(([uid, [, sequence, when]]) => [uid, ["", sequence, when]]));
  const after = events.map((event) => [event.uid, revision(known[event.uid], hash(contentOf(event)), stamp)]);
  const kept = { ...left, ...Object.fromEntries(after) };
  const uids = Object.keys(known);
  return {
    events: events.map((event, at) => ({ ...event, sequence: after[at][1][1], stamp: after[at][1][2] })),
    kept,
    changed: uids.filter((uid) => kept[uid][1] > known[uid][1]).length,
    gone: uids.filter((uid) => known[uid][0] && !kept[uid][0]).length,
  };
}

const contentOf = ({ day, summary, description, url }) => [day, summary, description, url].join("\0");

function revision(known, content, stamp) {
  if (!known) return [content, 0, stamp];
  return known[0] === content ? known : [content, known[1] + 1, known[2] > stamp ? known[2] : stamp];
}

function isRevision(one) {
  return Array.isArray(one) && typeof one[0] === "string" && Number.isSafeInteger(one[1]) && one[1] >= 0 && /^\d{8}T\d{6}Z$/.test(one[2]);
}

/** 64 bits of a text in hexadecimal: enough to see that something changed, and to name a day without telling of it. */
function hash(value) {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < value.length; at += 1) {
    one = Math.imul(one ^ value.charCodeAt(at), 2654435761);
    two = Math.imul(two ^ value.charCodeAt(at), 1597334677);
  }
  const mixed = (first, second) => Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  return [mixed(one, two), mixed(two, one)].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
