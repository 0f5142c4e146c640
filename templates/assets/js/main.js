// Starts every feature of a page, in the order in which they build on one another: what stands on which day first,
// then dates, then what is shown of a day, then numbers, and units last. Each is one module with one `start(context)`;
// a feature that fails leaves the page and the other features as they are.
import { announce } from "./ui/dom.js";
import { toolbar } from "./ui/toolbar.js";
import { pageFacts, siteRoot } from "./page.js";
import { readable } from "./kinds.js";
import { openStore } from "./store.js";
import { features, featuresInFrame } from "./features/index.js";
import { embedded } from "./embedding.js";

const context = Object.freeze({
  page: pageFacts(document),
  root: siteRoot(import.meta.url),
  store: openStore(undefined, { readable }),
  toolbar: toolbar(document),
  announce,
});

for (const feature of embedded() ? featuresInFrame : features) {
  try {
    await feature.start(context);
  } catch (problem) {
    console.error(problem);
  }
}
document.documentElement.classList.add("hd-ready");
