import { href } from "./format";
import { language, resume } from "./resume";
import { theme, themeCss } from "./theme";

const { basics = {} } = resume;

export const title = [basics.name, basics.label].filter(Boolean).join(" · ") || "Portfolio";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");

/** Search engines show about this many characters. */
const DESCRIPTION_LENGTH = 160;

/** The text on one line; a longer one ends after a whole word. */
function shorten(text: string, length: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= length) return characters.join("");
  const start = characters.slice(0, length - 1).join("");
  return `${start.replace(/[\s,;:.–—-]+\S*$/u, "") || start}…`;
}

/** The first letter of the name in the page's colours: an icon without a file. */
function icon(): string {
  const { accent, onAccent } = theme.palette.light;
  const letter = escape([...(basics.name ?? "").trim()][0]?.toUpperCase() ?? "");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${accent}"/>` +
    `<text x="16" y="23" text-anchor="middle" font-family="Georgia,serif" font-size="21" fill="${onAccent}">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** schema.org's Person (https://schema.org/Person), without what isn't there. */
function personJson(): string {
  const { name, label, url, image, location, profiles } = basics;
  const links = (profiles ?? []).flatMap((profile) => (profile.url && href(profile.url)) || []);
  const person = {
    "@context": "https://schema.org",
    "@type": "Person",
    name: name || undefined,
    jobTitle: label || undefined,
    url: (url && href(url)) || undefined,
    image: image && /^https?:/.test(image) ? image : undefined,
    address: location?.city
      ? {
          "@type": "PostalAddress",
          addressLocality: location.city,
          addressCountry: location.countryCode || undefined,
        }
      : undefined,
    sameAs: links.length > 0 ? links : undefined,
  };
  return JSON.stringify(person).replace(/</g, "\\u003c");
}

/** The colour of the browser's own frame in each mode that the page has. */
function frameColours(): string[] {
  const { light, dark } = theme.palette;
  if (theme.mode === "light" || theme.mode === "dark") {
    const { paper = "" } = theme.mode === "light" ? light : dark;
    return [`<meta name="theme-color" content="${escape(paper)}">`];
  }
  return [
    `<meta name="theme-color" media="(prefers-color-scheme: light)" content="${escape(light.paper ?? "")}">`,
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${escape(dark.paper ?? "")}">`,
  ];
}

/** What the page says before its content: its look, and what search engines and link previews read. */
export function head(): string {
  const description = shorten(basics.summary || title, DESCRIPTION_LENGTH);
  const picture = /^https?:/.test(basics.image ?? "") ? basics.image : undefined;
  return [
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}">`,
    `<meta property="og:type" content="profile">`,
    `<meta property="og:title" content="${escape(title)}">`,
    `<meta property="og:description" content="${escape(description)}">`,
    `<meta property="og:locale" content="${escape(language.replace("-", "_"))}">`,
    ...(picture ? [`<meta property="og:image" content="${escape(picture)}">`] : []),
    `<meta name="twitter:card" content="summary">`,
    ...frameColours(),
    `<link rel="icon" href="${icon()}">`,
    `<style id="theme">${themeCss()}</style>`,
    `<script type="application/ld+json">${personJson()}</script>`,
  ].join("\n    ");
}
