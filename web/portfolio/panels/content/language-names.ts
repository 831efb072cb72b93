/** What a site can be translated into: the languages in which every template knows its own words. */
export const SITE_LANGUAGES: readonly string[] = "en de fr es pt it nl zh ja ar".split(" ");

/** A language by its own name: “Deutsch”. @param tag BCP 47 */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}
