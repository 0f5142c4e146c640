// What the site says: in `t("Rest day")` the build puts the text in the site's language, and forms for numbers are looked
// up. Values are put in by name, so that a translation may order them otherwise.
import { LANGUAGE, NAMES, WORDS } from "../site_words.js";

/** `t` and `tn` for a language and its words. */
export function wordsOf(language, words) {
  const rules = new Intl.PluralRules(language);
  const known = (text) => (Object.hasOwn(words, text) ? words[text] : undefined);
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  return {
    /** A text with its values: `t("{lift}: signed off by {name}", {lift, name})`. */
    t(text, values = {}) {
      const found = known(text) ?? text;
      return filled(typeof found === "string" ? found : (found.one ?? found.other), values);
    },
    /** The form for a number, which stands where {n} is: `tn("{n} day", "{n} days", 3)`. */
    tn(one, many, n, values = {}) {
      const forms = known(one) ?? { one, other: many };
      return filled(typeof forms === "string" ? forms : (forms[rules.select(n)] ?? forms.other), { n: decimalIn(language, n), ...values });
    },
  };
}

/** A number as a language writes it: 12.5 is "12,5" in German. */
export function decimalIn(language, value) {
  return String(value).replace(".", signIn(language));
}

/** The number that somebody wrote, with the language's own sign or a point; NaN for what is none, as Number has it. */
export function numberIn(language, text) {
  return Number(text.trim().replace(signIn(language), "."));
}

const signIn = (language) => (1.5).toLocaleString(language)[1];

export const { t, tn } = wordsOf(LANGUAGE, WORDS);
export const ENGLISH = LANGUAGE === "en";
/** What parts a number's decimals. */
export const SIGN = signIn(LANGUAGE);
export const decimal = (value) => decimalIn(LANGUAGE, value);
export const readNumber = (text) => numberIn(LANGUAGE, text);
/** The name of an exercise, a rule or a kind of day by its slug, as it stands inside a sentence. */
export const named = (slug) => (Object.hasOwn(NAMES, slug) ? NAMES[slug] : slug.replaceAll("-", " "));
/** A name as it stands inside a sentence: English begins it small, other languages as it is. */
export const inside = (name) => (ENGLISH ? name.toLowerCase() : name);
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** The locale for dates: the site's own, in English the American one. */
export const LOCALE = ENGLISH ? "en-US" : LANGUAGE;
