// What is kept, each in a cache of its own whose name begins with "hardday" (features/log/kept.js deletes them all):
//   code    style sheets, browser code, and the frame: one page of the site, into which articles are put
//   pages   the pages that were opened
//   plans   a plan's articles (offline.json) and what its dialogs read (athlete.json); beside them, once, the articles
//           that belong to every plan (SITE.beside)
//   others  pictures and the search's index, once asked for
// Code and pages belong to a version of the site. Those of the version before stay until the next but one, for pages that
// are still open or saved. Whatever cannot be kept (no room, turned off, not there) is left out, and nothing breaks.

const cacheName = (kind) => `hardday:${ROOT.pathname}:${kind}`;
const CODE = cacheName(`code:${SITE.version}`);
const PAGES = cacheName(`pages:${SITE.version}`);
const PLANS = cacheName("plans");
const OTHERS = cacheName("others");
const MOST_PAGES = 40;
const MOST_PLANS = 6;
const MOST_OTHERS = 30;

/** A saved answer, from the newest cache that has it; undefined if none does. */
async function kept(url, ...names) {
  try {
    for (const name of names.length ? names : [CODE, PLANS, OTHERS]) {
      // Asked by name: opening a cache that is not there would make it.
      const found = await caches.match(url, { cacheName: name, ignoreSearch: true, ignoreVary: true });
      if (found) return found;
    }
    return names.length ? undefined : await caches.match(url, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

/** Keep an answer of our own that is whole and what its name says; false if it is not kept. */
async function keep(name, address, response, most = Infinity) {
  if (!response || response.status !== 200 || response.type !== "basic" || !isWhatItSays(address, response)) return false;
  try {
    const cache = await caches.open(name);
    await cache.put(urlOf(address), response);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
    return true;
  } catch {
    return false;
  }
}

/** Some hosts answer with a page for what is not there. */
function isWhatItSays(address, response) {
  const type = response.headers.get("content-type") ?? "";
  const isHtml = type.includes("text/html");
  return isPage(address) ? isHtml : !isHtml;
}

/** Save the frame, all it names, and all browser code, each by itself: one that is missing breaks nothing. */
async function saveCode() {
  const [frame] = await Promise.all([saveFrame(), saveLater()]);
  const files = [...new Set([...SITE.files, ...filesNamedIn(frame ?? "")])];
  await Promise.all(files.map(saveFile));
}

/** Code that pages load later comes as one file, since its parts are much alike; what that lacks is asked for by itself. */
async function saveLater() {
  try {
    const folder = SITE.later.replace(/[^/]*$/, "");
    const missing = await Promise.all(SITE.files.map(async (address) => ((await kept(urlOf(address), CODE)) ? null : address)));
    if (!missing.some((address) => address?.startsWith(folder))) return;
    const found = await (await fetch(urlOf(SITE.later), { cache: "no-cache" })).json();
    const cache = await caches.open(CODE);
    const headers = { "content-type": "text/javascript; charset=utf-8" };
    for (const [name, code] of Object.entries(found)) {
      if (missing.includes(folder + name)) await cache.put(urlOf(folder + name), new Response(code, { headers }));
    }
  } catch {
    // Each is asked for by itself, then.
  }
}

async function saveFile(address) {
  const url = urlOf(address);
  if (await kept(url, CODE)) return;
  const older = isNamedByContent(address) ? await kept(url) : undefined;
  const ask = () => fetch(url, { cache: isNamedByContent(address) ? "force-cache" : "no-cache" });
  await keep(CODE, address, older ?? (await ask().catch(() => null)));
}

/** The frame's text as it is now, else as it was saved; null if neither can be had. */
async function saveFrame() {
  const response = await fetch(urlOf(SITE.frame.address), { cache: "no-cache" }).catch(() => null);
  const text = response?.ok ? await response.clone().text() : "";
  if (articleIn(text)) {
    await keep(CODE, SITE.frame.address, response);
    return text;
  }
  return (await kept(urlOf(SITE.frame.address), CODE))?.text() ?? null;
}

/** Style sheets, scripts and icons of the theme: their names are its own, so they are read off the frame. */
function filesNamedIn(html) {
  const named = [...html.matchAll(/<(?:link|script)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.startsWith("<script") || /rel="(?:stylesheet|icon)"/.test(tag))
    .map((tag) => tag.match(/(?:href|src)="([^"]+)"/)?.[1])
    .filter(Boolean)
    .map((reference) => addressOf(new URL(reference, urlOf(SITE.frame.address))));
  return named.filter((address) => address !== null);
}

/** Save a plan's articles as they are now, and those beside them; true if the plan's are saved, even if from before. */
async function savePlan(plan) {
  const saveAthlete = async () => {
    await keep(PLANS, athleteAddress(plan), await fetch(urlOf(athleteAddress(plan)), { cache: "no-cache" }).catch(() => null));
  };
  // Neither waits for the other, and either may be missing.
  const [saved] = await Promise.all([savePack(packAddress(plan), saveAthlete), savePack(SITE.beside).catch(() => false)]);
  await forgetPlansBeyond(MOST_PLANS);
  return saved;
}

/** Save articles as they are now, after what goes with them; true if they are saved, even if from before. */
async function savePack(address, withIt = async () => {}) {
  const url = urlOf(address);
  const before = await kept(url, PLANS);
  const response = await fetch(url, { cache: "no-cache" }).catch(() => null);
  const text = response?.ok ? await response.clone().text().catch(() => "") : "";
  const pack = packIn(text);
  if (!pack) return Boolean(before);
  const changed = !before || (await before.text()) !== text;
  if (!changed && (await isNewest(url))) return true;
  await withIt();
  const saved = await keep(PLANS, address, response);
  // What was opened before is now older than what is saved.
  if (changed && saved) await forgetPages(Object.keys(pack.pages));
  return saved || Boolean(before);
}

/** What saved articles are made of; null if it is none of it. */
function packIn(text) {
  try {
    const pack = JSON.parse(text);
    return ["hardday/offline@1", "hardday/offline@2"].includes(pack.format) ? pack : null;
  } catch {
    return null;
  }
}

/** The article of a page, {title, html}; undefined if it is not there. Lines that articles share stand there once. */
function articleFrom(pack, address) {
  const page = pack?.pages[address];
  return page && { title: page.title, html: typeof page.html === "string" ? page.html : page.html.map((at) => pack.lines[at]).join("\n") };
}

/** Plans stand in the order in which they were last opened; what is beside them has no place in it. */
async function isNewest(url) {
  return url === urlOf(SITE.beside) || (await savedPlans()).at(-1) === url;
}

/** The addresses of the saved plans' articles, the one last opened last. */
async function savedPlans() {
  try {
    return (await (await caches.open(PLANS)).keys()).map((key) => key.url).filter((url) => url.endsWith("/offline.json"));
  } catch {
    return [];
  }
}

async function forgetPages(addresses) {
  try {
    const cache = await caches.open(PAGES);
    await Promise.all(addresses.map((address) => cache.delete(urlOf(address))));
  } catch {
    // Nothing was kept.
  }
}

async function forgetPlansBeyond(most) {
  try {
    const packs = await savedPlans();
    const cache = await caches.open(PLANS);
    for (const url of packs.slice(0, Math.max(0, packs.length - most))) {
      await cache.delete(url);
      await cache.delete(url.replace(/offline\.json$/, "athlete.json"));
    }
  } catch {
    // Nothing was kept.
  }
}

/** Delete the code and pages of all versions but this one and the one before it. */
async function forgetOldVersions() {
  try {
    const names = await caches.keys();
    for (const kind of ["code", "pages"]) {
      const older = names.filter((name) => name.startsWith(cacheName(`${kind}:`)) && name !== cacheName(`${kind}:${SITE.version}`));
      await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
    }
  } catch {
    // Nothing was kept.
  }
}
