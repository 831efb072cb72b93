import { resume } from "./resume";

const { basics = {} } = resume;

export const title = [basics.name, basics.label].filter(Boolean).join(" · ") || "Portfolio";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");

/** What search engines and link previews read: title, description and a schema.org Person. */
export function head(): string {
  const description = (basics.summary ?? title).replace(/\s+/g, " ").slice(0, 160);
  const person = {
    "@context": "https://schema.org",
    "@type": "Person",
    name: basics.name,
    jobTitle: basics.label,
    url: basics.url,
    sameAs: basics.profiles?.map((profile) => profile.url).filter(Boolean),
  };
  const jsonLd = JSON.stringify(person).replace(/</g, "\\u003c");
  return [
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}">`,
    `<meta property="og:type" content="profile">`,
    `<meta property="og:title" content="${escape(title)}">`,
    `<meta property="og:description" content="${escape(description)}">`,
    `<link rel="icon" href="data:,">`,
    `<script type="application/ld+json">${jsonLd}</script>`,
  ].join("\n    ");
}
