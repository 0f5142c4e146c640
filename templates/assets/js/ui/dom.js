// Elements from data. Text only ever becomes text: nothing here reads markup, so nothing stored can run.

/**
 * An element: `h("a", {href, class, onclick, "aria-label"}, "text", child, …)`. Properties that are null or false are
 * left out, true becomes an empty attribute, functions become listeners.
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.replace(/^on/, ""), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The same for SVG. */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children.flat(Infinity).filter(Boolean));
  return element;
}

let count = 0;

/** A labelled field: the label above, the control, and a hint below that screen readers read with it. */
export function field(label, control, hint = "") {
  control.id ||= `hd-field-${(count += 1)}`;
  const note = hint ? h("small", { id: `${control.id}-hint` }, hint) : null;
  if (note) control.setAttribute("aria-describedby", note.id);
  return h("p", { class: "hd-field" }, h("label", { for: control.id }, label), control, note);
}

/** Say something to everybody: shown for some seconds at the foot of the page, and read aloud. */
export function announce(text) {
  const place = document.querySelector(".hd-said") ?? h("div", { class: "hd-said", role: "status" });
  // All that lies outside of an open dialog is hidden from screen readers, and below it.
  const above = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  if (place.parentElement !== above) above.append(place);
  // Screen readers read what changes in a place that is there already.
  place.textContent = "";
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => {
    place.textContent = text;
    announce.timer = setTimeout(() => (place.textContent = ""), 8000);
  }, 50);
  announce.text = text;
}

/** Say it again below the page where a dialog takes away what was being said in it. */
export function announceAgain(dialog) {
  const place = dialog.querySelector(".hd-said");
  dialog.remove();
  if (place) announce(announce.text);
}

/** Say something on the page that comes next: what was asked for made the page load again. */
export function announceAfterReload(text) {
  try {
    sessionStorage.setItem("hardday.said", text);
  } catch {
    // Not said, but done.
  }
  location.reload();
}

/** What was to be said on this page, once; null for nothing. */
export function saidBeforeReload() {
  try {
    const said = sessionStorage.getItem("hardday.said");
    sessionStorage.removeItem("hardday.said");
    return said;
  } catch {
    return null;
  }
}
