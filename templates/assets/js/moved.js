// Days that the athlete moved: which printed day stands at which place of a week. A move is kept as `to`, a digit in
// base 36 for each place, with the week's roles as they were: if the plan has changed since, the move no longer counts.

/** The order that a kept move says, `order[place]` being the printed day; null where there is none that counts. */
export function orderOf(store, plan, week, roles) {
  const kept = store.get(`move.${plan}.${week}`);
  return kept && kept.roles === roles ? readOrder(kept.to, roles.split(",").length) : null;
}

/** The numbers of a written order; null unless every day stands there once and some day has moved. */
export function readOrder(to, length) {
  if (typeof to !== "string" || to.length !== length) return null;
  const order = [...to].map((digit) => parseInt(digit, 36));
  const whole = new Set(order).size === length && order.every((day) => day >= 0 && day < length);
  return whole && order.some((day, place) => day !== place) ? order : null;
}
