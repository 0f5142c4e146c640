// What became of a plan's weeks: a page says, for each earlier edition of the plan, which week every week of it is today.
// `1e1-7s1,8n7,9-20s8`: since edition 1 weeks 1 to 7 are the same from 1 on, week 8 is gone and 7 comes nearest, weeks
// 9 to 20 are the same training from 8 on. See publish/past.py.

const RUN = /^(\d+)(?:-(\d+))?([sn])(\d+)$/;

/** The runs by edition; what can't be read is left out. */
export function readRenumbered(text) {
  const editions = new Map();
  for (const part of (text ?? "").split(" ")) {
    const [edition, runs] = part.split("e");
    const read = (runs ?? "").split(",").map((run) => RUN.exec(run)).filter(Boolean);
    if (/^\d+$/.test(edition)) editions.set(Number(edition), read.map(([, first, last, kind, to]) => ({ first: Number(first), last: Number(last ?? first), exact: kind === "s", to: Number(to) })));
  }
  return editions;
}

/** {week, exact}: which week today a week of an edition is, or what is nearest; null where nothing is known of it. */
export function weekToday(editions, edition, week) {
  const run = (editions.get(edition) ?? []).find((one) => one.first <= week && week <= one.last);
  return run ? { week: run.exact ? run.to + week - run.first : run.to, exact: run.exact } : null;
}

/**
 * Where entries that are kept by week belong now: {set: {key: value}, remove: [keys]}. `entries` are [key, value] whose
 * keys have the plan and the week as their second and third part. An entry whose training is gone, or whose new place is
 * taken, is kept under the plan's name with "-before-<edition>": nothing is lost.
 */
export function entriesToday(editions, edition, entries) {
  const [moved, aside] = [new Map(), new Map()];
  for (const [key, value] of entries) {
    const [kind, plan, week, ...rest] = key.split(".");
    const now = weekToday(editions, edition, Number(week)) ?? { week: Number(week), exact: true };
    const there = [kind, plan, now.week, ...rest].join(".");
    if (now.exact && !moved.has(there)) moved.set(there, value);
    else aside.set([kind, beforeName(plan, edition), week, ...rest].join("."), value);
  }
  const set = new Map([...moved, ...aside]);
  return { set: Object.fromEntries(set), remove: entries.map(([key]) => key).filter((key) => !set.has(key)) };
}

/** The name under which a plan's entries are kept that have no week in it anymore. */
export function beforeName(plan, edition) {
  return `${plan}-before-${edition}`;
}

/**
 * The entries of a file as they may be added to what is kept here. `numbered(plan)` is the edition of what is kept of a
 * plan, or nothing: entries of another edition are kept under the plan's name with "-before-<edition>".
 */
export function importedToday(entries, numbered) {
  const editionIn = (plan) => entries[`seen.${plan}`]?.edition ?? 1;
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => {
      const [kind, plan, ...rest] = key.split(".");
      const here = plan && numbered(plan);
      if (!here) return [[key, value]];
      if (kind === "seen" || kind === "moving") return [];
      const aside = (kind === "log" || kind === "move") && editionIn(plan) !== here;
      return [[aside ? [kind, beforeName(plan, editionIn(plan)), ...rest].join(".") : key, value]];
    }),
  );
}

/** {plan, edition}: the plan of a name, and the edition if it is such a name; null for a plan as it is. */
export function planBefore(name) {
  const found = /^(.+)-before-([1-9]\d{0,3})$/.exec(name);
  return { plan: found?.[1] ?? name, edition: found ? Number(found[2]) : null };
}
