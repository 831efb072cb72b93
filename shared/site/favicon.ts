const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Two letters at most: of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  const first = ends.map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? "");
  return first.join("").toLocaleUpperCase();
}

/** The initials of a name in the site’s own colours, as SVG; ink on paper where it has none. */
export function favicon(
  name: string,
  look: { readonly background: string; readonly letters: string } | null,
): string {
  const { background, letters } = look ?? { background: "#1d1b16", letters: "#fbf9f5" };
  const initials = initialsOf(name) || "·";
  const size = initials.length > 1 ? 15 : 21;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${escaped(background)}"/><text x="16" y="${size > 15 ? 23 : 21}" text-anchor="middle" font-family="Georgia,serif" font-size="${size}" fill="${escaped(letters)}">${escaped(initials)}</text></svg>\n`;
}
