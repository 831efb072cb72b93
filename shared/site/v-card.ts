import type { Resume } from "../resume.ts";
import { TextEncoder } from "./web-standard.ts";

/** Text as vCard has it (RFC 6350, 3.4). */
const escaped = (text: string) =>
  text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

const encoder = new TextEncoder();
/** Octets of a line before it goes on in the next (RFC 6350, 3.2). */
const LINE = 75;

function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let size = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (size + bytes > LINE) {
      lines.push(current);
      current = " ";
      size = 1;
    }
    current += letter;
    size += bytes;
  }
  return [...lines, current].join("\r\n");
}

/** Family names come last in the CVs that are read here; how a name splits is only a hint in vCard. */
function nameParts(name: string): string {
  const words = name.trim().split(/\s+/);
  const family = words.length > 1 ? words.pop()! : "";
  return `${escaped(family)};${escaped(words.join(" "))};;;`;
}

/** A visiting card of the résumé’s owner, vCard 4.0 (RFC 6350): what the résumé holds, nothing else. */
export function vCard({ basics = {} }: Resume, siteUrl: string): string {
  const { name = "", label, email, phone, url, location } = basics;
  const place = location
    ? [
        "",
        "",
        location.address,
        location.city,
        location.region,
        location.postalCode,
        location.countryCode,
      ]
    : [];
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `FN:${escaped(name.trim() || siteUrl)}`,
    `N:${nameParts(name)}`,
    label && `TITLE:${escaped(label)}`,
    email && `EMAIL:${escaped(email)}`,
    phone && `TEL;VALUE=text:${escaped(phone)}`,
    place.some(Boolean) && `ADR:${place.map((part) => escaped(part ?? "")).join(";")}`,
    `URL:${siteUrl}`,
    url && /^https?:/i.test(url) && `URL:${url.replace(/\s/g, "")}`,
    "END:VCARD",
  ];
  return `${lines.flatMap((line) => (line ? [folded(line)] : [])).join("\r\n")}\r\n`;
}
