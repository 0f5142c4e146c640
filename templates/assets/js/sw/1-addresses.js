// The pages that are saved on this phone: a worker that answers where there is no reception. The files of this folder are
// published as one, sw.js at the site's root, behind a line with what the site is made of: SITE = {version, files, later,
// beside, frame}.
// An ordinary script, since not every browser takes modules here. What it keeps is described in 2-keeping.js.

/** The site's root, with its closing slash: the worker stands there and serves whatever is below, wherever that is. */
const ROOT = new URL(self.registration.scope);

/** The address below the root, "" for the home page; null for what is not of this site. */
function addressOf(url) {
  const { origin, pathname } = new URL(url, ROOT);
  if (origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return null;
  return pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

function urlOf(address) {
  return new URL(address, ROOT).href;
}

/** Pages end in a slash, or in a name without an ending, which hosts lead to the slash; calendars and JSON are no pages. */
function isPage(address) {
  return !/\.[a-z0-9]+$/i.test(address) || address.endsWith(".html");
}

/** Files whose name changes whenever what they hold does. They are asked for once and never again. */
function isNamedByContent(address) {
  return /^assets\/(.*[-.])?[0-9a-f]{8}[./]/.test(address);
}

/** What browser code reads as it is now, and as it was where there is no reception. */
function isRead(address) {
  return /^plans\/[a-z0-9-]+\/athlete\.json$/.test(address) || /^search(\/search_index)?\.json$/.test(address);
}

const packAddress = (plan) => `plans/${plan}/offline.json`;
const athleteAddress = (plan) => `plans/${plan}/athlete.json`;
