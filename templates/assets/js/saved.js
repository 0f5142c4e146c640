// The pages that are saved in this browser to open without reception: what the worker keeps (sw/2-keeping.js), seen from
// a page. Where the browser keeps nothing, there is nothing.

const beginning = (root, kind) => `hardday:${root.pathname}:${kind}`;

/** The saved plans, the one last opened first: {plan, title}. */
export async function savedPlans(root) {
  const packs = await entries(root, "plans", (url) => url.endsWith("/offline.json"));
  const read = packs.reverse().map(async ({ cache, key }) => (await cache.match(key))?.json());
  return (await Promise.all(read)).filter(Boolean);
}

/** How many pages are saved because they were opened. */
export async function openedPages(root) {
  return new Set((await entries(root, "pages:")).map(({ key }) => key.url)).size;
}

/** Delete a plan's saved pages; with the last plan, what is saved beside plans. */
export async function forgetPlan(root, plan) {
  const below = new URL(`plans/${plan}/`, root).href;
  await forget([...(await entries(root, "plans", (url) => url.startsWith(below))), ...(await entries(root, "pages:", (url) => url.startsWith(below)))]);
  if (!(await savedPlans(root)).length) await forget(await entries(root, "plans"));
}

/** Delete the pages that were opened. */
export async function forgetOpened(root) {
  await forget(await entries(root, "pages:"));
}

/**
 * Delete everything that is saved, and stop saving until a page is opened again. False if something that is there could
 * not be deleted; a browser that refuses to say what it saves has saved nothing.
 */
export async function forgetAll() {
  for (const worker of await refusedIsNone(() => navigator.serviceWorker?.getRegistrations?.())) await worker.unregister().catch(() => {});
  const names = await refusedIsNone(() => globalThis.caches?.keys?.());
  const deleted = names.filter((name) => name.startsWith("hardday")).map((name) => caches.delete(name).catch(() => false));
  return (await Promise.all(deleted)).every(Boolean);
}

async function refusedIsNone(ask) {
  try {
    return (await ask()) ?? [];
  } catch {
    return [];
  }
}

async function forget(found) {
  await Promise.all(found.map(({ cache, key }) => cache.delete(key)));
}

async function entries(root, kind, wanted = () => true) {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(beginning(root, kind)));
    const opened = await Promise.all(names.map((name) => caches.open(name)));
    const found = await Promise.all(opened.map(async (cache) => (await cache.keys()).map((key) => ({ cache, key }))));
    return found.flat().filter(({ key }) => wanted(key.url));
  } catch {
    return [];
  }
}
