// Moving a day: which moves there are for a day that somebody can't, which of them the rules forbid, and what each does
// in words. What a rule says was worked out when the site was built; here it is only looked up. An order is an array,
// `order[place]` being the printed day that stands at a place of the week; written (`to`) it is a digit in base 36 a place.

import { t } from "./words.js";

/** The week as it is printed. */
export const printed = (length) => Array.from({ length }, (_, place) => place);

/** The order that `to` says. */
export const orderFrom = (to) => [...to].map((digit) => parseInt(digit, 36));

/** What is told of a week's moves: {roles, ok, no, clash}; null if the plan's file has none for it. */
export function movesOf(plan, number) {
  const found = plan.weeks.find((one) => one.week === number)?.moves;
  return found ? { ...plan.moves[found.of], roles: found.roles } : null;
}

/**
 * What a move of a week breaks together with moves that other weeks keep: {rule, week}, or null. `kept(week, roles)` is
 * what is kept of a week as `to`, or null; a plan that is `rolling` begins again after its last week.
 */
export function clashOf(plan, number, to, kept, rolling = false) {
  const own = movesOf(plan, number);
  if (!own.ok[to]) return null;
  const length = plan.weeks.length;
  const other = (away) => {
    const week = rolling ? ((((number - 1 + away) % length) + length) % length) + 1 : number + away;
    const moves = week === number ? null : movesOf(plan, week);
    const one = moves?.ok[kept(week, moves.roles)];
    return one && { week, moves, tail: one[0], head: one[1] };
  };
  const [tail, head] = own.ok[to];
  for (const [ahead, from, into, rule] of own.clash) {
    const later = other(ahead);
    if (from === tail && later?.head === into) return { rule, week: later.week };
  }
  for (let back = 1; back < length; back += 1) {
    const earlier = other(-back);
    const found = earlier?.moves.clash.find(([ahead, from, into]) => ahead === back && from === earlier.tail && into === head);
    if (found) return { rule: found[3], week: earlier.week };
  }
  return null;
}

/**
 * What can be done for a place of the week that somebody can't: {free, other, refused}. In `free` the place becomes a rest
 * day, in `other` another day's sessions stand there, `refused` breaks a rule. Each is {to, order, warns, rule, week}.
 *
 * `now` is the order in which the week stands, `busy(day)` whether a printed day has sessions, `fixed(place)` whether what
 * stands at a place is over or done and stays, `clash(to)` as clashOf says. The printed week is among the ways if it isn't
 * how the week stands: a move that is taken back.
 */
export function waysFor(moves, place, { now, busy, fixed = () => false, clash = () => null }) {
  const back = printed(now.length);
  const ways = [
    { order: back, to: null, warns: "" },
    ...Object.entries(moves.ok).map(([to, one]) => ({ to, order: orderFrom(to), warns: one[2] ?? "" })),
    ...Object.entries(moves.no).map(([to, rule]) => ({ to, order: orderFrom(to), warns: "", rule })),
  ]
    .filter(({ order }) => order[place] !== now[place] && stays(order, place, { now, busy, fixed }))
    .map((way) => ({ week: null, rule: "", ...way, ...(way.to && !way.rule ? clash(way.to) : null) }))
    .sort((one, other) => changes(one.order, now) - changes(other.order, now) || Boolean(one.warns) - Boolean(other.warns));
  const allowed = ways.filter(({ rule }) => !rule);
  return {
    free: allowed.filter(({ order }) => !busy(order[place])),
    other: allowed.filter(({ order }) => busy(order[place])),
    refused: ways.filter(({ rule }) => rule),
  };
}

/** What is over or done stays where it is; only the day that somebody can't, or couldn't, may lose its sessions. */
function stays(order, place, { now, busy, fixed }) {
  return now.every((day, at) => {
    if (!fixed(at) || order[at] === day) return true;
    return at === place && !busy(order[at]);
  });
}

/** How many places of the week another order changes. */
export const changes = (order, now) => order.filter((day, place) => day !== now[place]).length;

/** Where a printed day's sessions go: [{day, from, to}], for days that have sessions and go elsewhere, by where they are. */
export function steps(order, now, busy) {
  return now
    .map((day, from) => ({ day, from, to: order.indexOf(day) }))
    .filter(({ day, from, to }) => busy(day) && from !== to);
}

/** An order in words, a sentence a day: `titles` by printed day, `names` by place. */
export function told(order, now, { busy, titles, names }) {
  const moved = steps(order, now, busy).map(({ day, from, to }) => `${titles[day]}: ${names[from]} → ${names[to]}`);
  const freed = order.map((day, place) => [day, place]).filter(([day, place]) => !busy(day) && busy(now[place]));
  return [...moved, ...freed.map(([, place]) => t("{day} is free", { day: names[place] }))];
}
