// A saved article in the site's frame: header, colors, browser code, footer. The frame is a page of the site like any
// other (templates/pages/offline.md.j2), so it is right whatever theme or program published it.

const BEGIN = "<!--hd-article-->";
const END = "<!--/hd-article-->";

/** Where the frame's own article begins and ends; null if this is not the frame. */
function articleIn(html) {
  const [begin, end] = [html.indexOf(BEGIN), html.lastIndexOf(END)];
  return begin < 0 || end < begin ? null : [begin, end + END.length];
}

/** The page of an article, at whatever depth it stands; the frame itself without one. */
function framed(frame, { title, html } = {}) {
  const [begin, end] = articleIn(frame);
  const heading = html?.match(/<h1\b[^>]*\bid="([^"]+)"/)?.[1] ?? SITE.frame.heading;
  const around = (text) => {
    const rooted = fromRoot(text).replaceAll(`href="#${SITE.frame.heading}"`, () => `href="#${heading}"`);
    return title ? rooted.replaceAll(SITE.frame.title, () => escaped(title)) : rooted;
  };
  const head = around(frame.slice(0, begin)).replace(/<link rel="canonical"[^>]*>/, "");
  return head + (html ?? fromRoot(frame.slice(begin, end))) + around(frame.slice(end));
}

/** The frame stands at another depth than its pages: what it names from there is named from the host's root. */
function fromRoot(html) {
  return html.replace(/"(\.\.?(?:\/[^"]*)?)"/g, (_, reference) => {
    const { pathname, search, hash } = new URL(reference, urlOf(SITE.frame.address));
    return `"${pathname}${search}${hash}"`;
  });
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}

/** A page that says of itself that it is a saved one, and of when; all else that the host says of pages stays. */
function savedAnswer(html, page, { from = page, status = 200 } = {}) {
  const headers = new Headers(page.headers);
  for (const name of ["content-encoding", "content-length", "etag", "last-modified"]) headers.delete(name);
  const of = from.headers.get("date") ?? "";
  return new Response(html.replace("<html ", () => `<html data-saved="${escaped(of)}" `), { status, headers });
}

/** The saved page at an address: as it was opened, else from its plan's articles, else from an older version. */
async function savedPage(address) {
  const opened = await kept(urlOf(address), PAGES);
  if (opened) return savedAnswer(await opened.text(), opened);
  const [pack, frame] = [await packWith(address), await kept(urlOf(SITE.frame.address))];
  if (pack && frame) return savedAnswer(framed(await frame.clone().text(), pack.page), frame, { from: pack.response });
  const older = await kept(urlOf(address));
  return older && savedAnswer(await older.text(), older);
}

/** The saved articles that have a page's: those of its plan if it is a plan's, else what is beside plans, else any plan's. */
async function packWith(address) {
  const own = address.match(/^plans\/([a-z0-9-]+)\//)?.[1];
  const urls = own ? [urlOf(packAddress(own))] : [urlOf(SITE.beside), ...(await savedPlans()).reverse()];
  for (const url of urls) {
    const response = await kept(url, PLANS);
    const page = response && articleFrom(packIn(await response.clone().text()), address);
    if (page) return { page, response };
  }
  return null;
}

/** The frame by itself: this page is not saved. */
async function notSaved() {
  const frame = await kept(urlOf(SITE.frame.address));
  return frame ? savedAnswer(framed(await frame.clone().text()), frame, { status: 503 }) : Response.error();
}
