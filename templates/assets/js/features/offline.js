// Pages that open without reception: a worker saves what belongs to this page's plan (see sw/), and the page says so.
import { LOCALE, t } from "../lib/words.js";
import { savedPlans } from "../saved.js";
import { h } from "../ui/dom.js";

const PATIENCE = 60_000;

export function start(context) {
  sayWhatIsShown();
  if (document.querySelector(".hd-saved-plans")) void listSaved(context);
  // After all that this page itself needs.
  if (document.readyState === "complete") void begin(context);
  else addEventListener("load", () => void begin(context), { once: true });
}

/** A saved page says so: the worker wrote into it of when it is. */
function sayWhatIsShown() {
  const of = document.documentElement.dataset.saved;
  if (of === undefined || document.querySelector(".hd-saved-plans")) return;
  const day = Number.isNaN(Date.parse(of)) ? "" : new Intl.DateTimeFormat(LOCALE, { month: "long", day: "numeric" }).format(new Date(of));
  document.querySelector("article")?.prepend(h("p", { class: "hd-saved-copy" }, savedCopy(navigator.onLine, day)));
}

function savedCopy(online, day) {
  if (online) return day ? t("No answer from the network: this is the saved copy of {day}.", { day }) : t("No answer from the network: this is the saved copy.");
  return day ? t("You are offline: this is the saved copy of {day}.", { day }) : t("You are offline: this is the saved copy.");
}

async function begin(context) {
  try {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    await workers.register(new URL("sw.js", context.root), { updateViaCache: "none" });
    const { active } = await workers.ready;
    if (active && (await told(active, context.page?.plan))) saySaved();
  } catch {
    // A private window, or storage turned off: the site works as any other, with reception.
  }
}

/** Tell the worker that this page is open; true once the page's plan is saved. */
function told(worker, plan = null) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data.saved === true);
    setTimeout(done, PATIENCE, false);
    worker.postMessage({ kind: "visit", plan, url: location.href.split("#")[0] }, [port2]);
  });
}

function saySaved() {
  const place = document.querySelector(".hd-footer__inner");
  place?.prepend(h("p", { class: "hd-saved" }, t("This plan is saved on this phone: it opens without reception.")));
}

/** On the page for what is not saved: what is. */
async function listSaved({ root }) {
  const plans = await savedPlans(root);
  if (!plans.length) return;
  const links = plans.map(({ plan, title }) => h("li", {}, h("a", { href: new URL(`plans/${plan}/this-week/#pick`, root).href }, title)));
  document.querySelector(".hd-saved-plans").append(h("h2", {}, t("Saved on this phone")), h("ul", {}, links));
}
