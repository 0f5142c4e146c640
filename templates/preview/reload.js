// Reloads the page when it changed, and shows what is wrong until it is mended. The preview adds this file to each page;
// no published page has it.
(() => {
  const { page, key } = document.currentScript.dataset;
  let news = null;
  let silent = 0;
  let waiting = 0;

  const part = (name, text, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  };

  const panel = (() => {
    const host = document.createElement("div");
    host.id = "hd-preview";
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/_preview/preview.css";
    const shown = part("section", "");
    shown.setAttribute("role", "status");
    shown.setAttribute("aria-live", "polite");
    root.append(style, shown);
    return { host, shown };
  })();

  const show = (...parts) => {
    if (!panel.host.isConnected) document.body.append(panel.host);
    panel.shown.replaceChildren(...parts);
    panel.shown.hidden = parts.length === 0;
  };

  const fault = ({ place, message, hint, rule }) => {
    const row = document.createElement("li");
    row.append(part("code", place), part("p", message));
    if (hint) row.append(part("p", hint, "hint"));
    if (rule) {
      const link = part("a", "What this rule is for");
      link.href = rule;
      row.append(link);
    }
    return row;
  };

  const faults = (errors, more) => {
    const many = errors.length + more;
    const box = document.createElement("details");
    box.open = sessionStorage.getItem("hd-preview") !== "small";
    box.addEventListener("toggle", () => sessionStorage.setItem("hd-preview", box.open ? "open" : "small"));
    const list = document.createElement("ol");
    list.append(...errors.map(fault));
    if (more) list.append(part("li", `and ${more} more; the terminal has them all`));
    box.append(part("summary", many === 1 ? "1 error keeps this from being published" : `${many} errors keep this from being published`));
    box.append(part("p", "You see the last version without errors. This goes away when the file is mended and saved.", "lead"), list);
    return box;
  };

  const told = ({ key: now, busy, errors, more }) => {
    if (now && now !== key) {
      news.close();
      location.reload();
      return;
    }
    clearTimeout(waiting);
    if (errors.length) show(faults(errors, more));
    else if (!busy) show();
    else if (key) waiting = setTimeout(() => show(part("p", busy, "busy")), 2000);
    else show(part("p", busy, "busy"));
  };

  const listen = () => {
    news?.close();
    news = new EventSource(`/_preview/news?page=${encodeURIComponent(page)}`);
    news.onopen = () => clearTimeout(silent);
    news.onmessage = ({ data }) => told(JSON.parse(data));
    news.onerror = () => {
      clearTimeout(silent);
      silent = setTimeout(() => show(part("p", "The preview has ended. Start it again with: hardday serve", "busy")), 3000);
    };
  };

  // A browser has few connections to one server: only pages in sight keep one.
  document.addEventListener("visibilitychange", () => (document.hidden ? news?.close() : listen()));
  addEventListener("pagehide", () => news?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && listen());
  if (!document.hidden) listen();
})();
