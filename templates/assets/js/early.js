// Runs before the page is drawn, as an ordinary script at the head of every page, so that pages need no script of their
// own and can forbid all such (see frame.html). What the theme's own scripts expect of it, they find here.
(() => {
  // The modules that every page needs, put in when they are published (generator/publish/assets.py).
  const MODULES = [];
  const script = document.currentScript;
  const page = document.documentElement;

  // A page whose content is elsewhere now leads there before anything is drawn, with all that follows its address;
  // "?stay" asks for the page itself. The next page is told from which week it was reached.
  const { movedTo } = script.dataset;
  if (movedTo && !new URLSearchParams(location.search).has("stay")) {
    const [, plan, week] = /\/plans\/([a-z0-9-]+)\/week-(\d+)\/$/.exec(location.pathname) ?? [];
    try {
      if (week) sessionStorage.setItem("hardday.from", JSON.stringify({ plan, from: Number(week) }));
    } catch {
      // Not told.
    }
    const there = new URL(movedTo, location.href);
    there.search = location.search;
    there.hash = location.hash;
    location.replace(there);
  }

  // Style sheets then know that browser code will follow, so that nothing jumps and no heavy weight is shown for a
  // moment to somebody who is not signed off.
  page.classList.add("hd-js");

  // A week in a frame on the clinic's own website shows nothing around it.
  if (new URLSearchParams(location.search).has("embed")) page.classList.add("hd-embed");

  // They are fetched at once, not each when another names it; after the style sheets, without which nothing is drawn. From
  // here, and not by links in every page.
  for (const name of MODULES) {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", fetchPriority: "low", href: new URL(name, script.src).href });
    document.head.append(link);
  }

  // The theme keeps what it keeps under the site's root, whatever page asks. Storage may be turned off: then it keeps
  // nothing, and works.
  const root = new URL("../../", script.src);
  const kept = (name, scope) => `${scope.pathname}.${name}`;
  window.__md_scope = root;
  window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
  window.__md_get = (name, storage, scope = root) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(kept(name, scope)));
    } catch {
      return null;
    }
  };
  window.__md_set = (name, value, storage, scope = root) => {
    try {
      (storage ?? localStorage).setItem(kept(name, scope), JSON.stringify(value));
    } catch {
      // Full or turned off.
    }
  };
  page.setAttribute("data-platform", navigator.platform);

  // Light or dark, as chosen here before, else as the device has it: known as soon as there is a body, before it is drawn.
  const chosen = { ...window.__md_get("__palette")?.color };
  if (!chosen.media || chosen.media === "(prefers-color-scheme)") {
    const bright = matchMedia("(prefers-color-scheme: light)").matches;
    chosen.media = `(prefers-color-scheme: ${bright ? "light" : "dark"})`;
    chosen.scheme = bright ? script.dataset.light : script.dataset.dark;
  }
  const paint = () => {
    if (!document.body) return;
    body.disconnect();
    if (!chosen.scheme) return;
    for (const [name, value] of Object.entries(chosen)) document.body.setAttribute(`data-md-color-${name}`, value);
  };
  const body = new MutationObserver(paint);
  body.observe(page, { childList: true });

  // The search's program and its index are half of what a first visit would load, and few visits search: both wait
  // until somebody goes there. Should the theme load them another way one day, it merely loads them at once again.
  let searched = /[?&][qh]=/.test(location.search);
  const waiting = [];
  const whenSearched = (go) => (searched ? go() : waiting.push(go));
  const search = ({ target }) => {
    if (searched || !target.closest?.("[data-md-component='search'], [data-md-toggle='search'], [for='__search']")) return;
    searched = true;
    waiting.splice(0).forEach((go) => go());
  };
  for (const event of ["pointerdown", "focusin", "change", "click"]) document.addEventListener(event, search, true);

  const { open, send } = XMLHttpRequest.prototype;
  const ofIndex = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...others) {
    if (/\/search(\/search_index)?\.json$/.test(address)) ofIndex.add(this);
    return open.call(this, method, address, ...others);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (ofIndex.has(this)) whenSearched(() => send.call(this, body));
    else send.call(this, body);
  };

  const RealWorker = window.Worker;
  window.Worker = class extends EventTarget {
    #post = [];
    #worker = null;

    constructor(...all) {
      super();
      whenSearched(() => {
        this.#worker = new RealWorker(...all);
        for (const kind of ["message", "messageerror", "error"]) this.#worker.addEventListener(kind, (event) => this.#pass(event));
        this.#post.splice(0).forEach((message) => this.#worker.postMessage(message));
      });
    }

    #pass(event) {
      const same = new event.constructor(event.type, event);
      this[`on${event.type}`]?.(same);
      this.dispatchEvent(same);
    }

    postMessage(message) {
      if (this.#worker) this.#worker.postMessage(message);
      else this.#post.push(message);
    }

    terminate() {
      this.#worker?.terminate();
    }
  };
})();
