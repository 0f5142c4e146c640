// What the site's language has that stands nowhere in the code. English has nothing of it; for a site in another language
// the build puts the code's own texts into that language and writes this module (generator/publish/browser_words.py).
export const LANGUAGE = "en";
/** By the English text for one: {one, other, …}, a form for each kind of number. */
export const WORDS = {};
/** By slug: the names of exercises, rules and kinds of day. */
export const NAMES = {};
