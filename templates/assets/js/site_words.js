// The site's language and its words. Here they are English, which stands in the code itself; for a site in another
// language the build writes this module from the catalogue (generator/publish/browser_words.py).
export const LANGUAGE = "en";
/** By the English text: its translation, or {one, other, …}, a form for each kind of number. */
export const WORDS = {};
/** By slug: the names of exercises, rules and kinds of day. */
export const NAMES = {};
