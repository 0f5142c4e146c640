// How each kind of request is answered. What is not named here goes to the network as if there were no worker:
// calendars, JSON, pictures elsewhere, parts of files, whatever is not read but sent.

/** Milliseconds after which a saved copy is better than waiting: a gym's reception often neither works nor fails. */
const PATIENCE = 3000;

/** Done when this version's code was last saved: once in the worker's life, what is missing is asked for again. */
let checked = null;

self.addEventListener("install", (event) => {
  // No page waits for the new version: names by content keep every open page together with its own code.
  checked = saveCode().catch(() => {});
  event.waitUntil(checked.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = addressOf(request.url);
  if (address === null || request.method !== "GET" || request.headers.has("range")) return;
  if (request.mode === "navigate") {
    if (isPage(address)) event.respondWith(page(event, address));
  } else if (isNamedByContent(address)) event.respondWith(keptOrAsked(event, address));
  else if (isRead(address)) event.respondWith(askedOrKept(event, address));
  else if (address.startsWith("assets/")) event.respondWith(keptAndAsked(event, address));
});

/** A page as it is now; the saved one if the network fails, is broken or takes its time. */
async function page(event, address) {
  const answer = fetch(event.request, { cache: "no-cache" });
  event.waitUntil(answer.then((response) => keep(PAGES, address, response.clone(), MOST_PAGES)).catch(() => {}));
  const now = await within(PATIENCE, answer);
  if (now && now.status < 500) return now;
  if (!(await isKept(address)) && (await isKept(`${address}/`))) return Response.redirect(urlOf(`${address}/`));
  return (await savedPage(address)) ?? (await answer.catch(notSaved));
}

async function isKept(address) {
  if (await kept(urlOf(address), PAGES)) return true;
  return Boolean((await kept(urlOf(SITE.frame.address))) && (await packWith(address)));
}

/** The answer if it comes in time; null if not, or if there is none. */
function within(milliseconds, answer) {
  return Promise.race([answer.catch(() => null), new Promise((done) => setTimeout(done, milliseconds, null))]);
}

async function keptOrAsked(event, address) {
  const saved = await kept(urlOf(address));
  return saved ?? asked(event, address, CODE);
}

async function askedOrKept(event, address) {
  const place = address.startsWith("plans/") ? PLANS : OTHERS;
  const answer = asked(event, address, place, "no-cache");
  const now = await within(PATIENCE, answer);
  return now?.ok ? now : ((await kept(urlOf(address))) ?? answer);
}

async function keptAndAsked(event, address) {
  const answer = asked(event, address, OTHERS, "no-cache");
  return (await kept(urlOf(address))) ?? answer;
}

/** The network's answer, which is kept on the side, even if it comes when something saved has been shown. */
function asked(event, address, place, cache = "default") {
  const answer = fetch(event.request, { cache });
  event.waitUntil(answer.then((response) => keepBeside(address, place, response.clone())).catch(() => {}));
  return answer;
}

async function keepBeside(address, place, copy) {
  // Of a plan that is not saved nothing else is.
  if (place === PLANS && !(await kept(urlOf(packAddress(address.split("/")[1])), PLANS))) return;
  await keep(place, address, copy, place === OTHERS ? MOST_OTHERS : Infinity);
}

// A page tells that it is open (features/offline.js); then what belongs to it is saved, and the page is told.
self.addEventListener("message", (event) => {
  if (event.data?.kind !== "visit") return;
  event.waitUntil(
    visited(event.data).then(
      (saved) => event.ports[0]?.postMessage({ saved }),
      () => event.ports[0]?.postMessage({ saved: false }),
    ),
  );
});

async function visited({ plan, url }) {
  checked ??= saveCode().catch(() => {});
  const saved = /^[a-z0-9-]+$/.test(plan ?? "") && (await savePlan(plan));
  const address = addressOf(url);
  // The first page of all was loaded before there was a worker.
  if (address !== null && isPage(address) && !(await isKept(address))) {
    await keep(PAGES, address, await fetch(urlOf(address), { cache: "force-cache" }).catch(() => null), MOST_PAGES);
  }
  await checked;
  return saved;
}
