import type { Resume } from "../resume.ts";
import { PDF_PATH } from "./page-foot.ts";
import { shareMarks } from "./share-marks.ts";
import { URL } from "./web-standard.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export interface PagePlace {
  /** The page’s own address, and its site’s. */
  readonly url: string;
  readonly siteUrl: string;
  readonly noIndex: boolean;
  /** The picture that link previews show, in the site. */
  readonly picturePath: string | null;
  /** The site has its CV as PDF. */
  readonly hasPdf: boolean;
}

/** What a page says in its head already isn’t said twice. */
const SAYS = {
  canonical: /<link\b[^>]*\brel\s*=\s*["']?canonical\b/i,
  ogUrl: /<meta\b[^>]*\bproperty\s*=\s*["']?og:url\b/i,
  icon: /<link\b[^>]*\brel\s*=\s*["']?(?:shortcut )?icon\b/i,
  person: /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json\b/i,
  robots: /<meta\b[^>]*\bname\s*=\s*["']?robots\b/i,
};

/** schema.org’s Person of what the résumé holds; `<` can’t end the element that it stands in. */
function personJson({ basics = {} }: Resume, url: string): string {
  const { name, label, image, location, profiles = [] } = basics;
  const links = profiles.flatMap((profile) =>
    /^https?:/i.test(profile.url ?? "") ? [profile.url!] : [],
  );
  const person = {
    "@context": "https://schema.org",
    "@type": "Person",
    name,
    jobTitle: label,
    url,
    image: image && URL.canParse(image, url) ? new URL(image, url).href : undefined,
    address: location?.city
      ? {
          "@type": "PostalAddress",
          addressLocality: location.city,
          addressCountry: location.countryCode,
        }
      : undefined,
    sameAs: links.length > 0 ? links : undefined,
  };
  return JSON.stringify(person).replaceAll("<", "\\u003c");
}

/** A finished page with its canonical address and picture, and with icon and Person where it has none. */
export function markPage(page: string, resume: Resume, place: PagePlace): string {
  const url = escaped(place.url);
  const base = escaped(place.siteUrl);
  const { picturePath, siteUrl } = place;
  const { html, marks: shared } = shareMarks(
    page,
    resume,
    picturePath === null ? null : new URL(picturePath, siteUrl).href,
  );
  const all = [
    ...shared,
    SAYS.canonical.test(html) ? "" : `<link rel="canonical" href="${url}">`,
    SAYS.ogUrl.test(html) ? "" : `<meta property="og:url" content="${url}">`,
    place.noIndex && !SAYS.robots.test(html) ? '<meta name="robots" content="noindex">' : "",
    SAYS.icon.test(html) ? "" : `<link rel="icon" href="${base}favicon.svg" type="image/svg+xml">`,
    `<link rel="alternate" type="text/vcard" href="${base}contact.vcf">`,
    `<link rel="alternate" type="application/json" href="${base}resume.json">`,
    place.hasPdf ? `<link rel="alternate" type="application/pdf" href="${base}${PDF_PATH}">` : "",
    SAYS.person.test(html)
      ? ""
      : `<script type="application/ld+json">${personJson(resume, place.siteUrl)}</script>`,
  ];
  const marks = `${all.filter(Boolean).join("\n    ")}\n  `;
  return html.replace(/<\/head>/i, (end) => `  ${marks}${end}`);
}
