/** First match wins: browsers claim to be others, so those that are most particular come first. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** A browser's user agent as people say it: “Chrome on Mac”; “A browser” where nothing is known. */
export function deviceWords(userAgent: string | null | undefined): string {
  const of = (table: typeof BROWSERS) => table.find(([mark]) => mark.test(userAgent ?? ""))?.[1];
  const browser = of(BROWSERS) ?? "A browser";
  const system = of(SYSTEMS);
  return system ? `${browser} on ${system}` : browser;
}
