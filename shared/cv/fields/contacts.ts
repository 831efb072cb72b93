import { findPhoneNumbersInText, type CountryCode } from "libphonenumber-js/min";
import { found, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import type { Line } from "../line.ts";

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const URL =
  /(?:https?:\/\/|www\.)[^\s,;|()<>•·]+|(?<![@\p{L}\p{N}.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|de|fr|es|it|nl|pt|br|cn|jp|uk|ca|au|eu|ch|at|be|ie|us|co|app|tech|design|page|site|blog|info|edu|academy|art|studio|example)(?:\/[^\s,;|()<>•·]*)?(?![\p{L}\p{N}@])/giu;

/** Where people have profiles, and how the address of one is built. */
const NETWORKS: readonly (readonly [network: string, host: RegExp])[] = [
  ["LinkedIn", /(?:^|\.)linkedin\.com$/],
  ["GitHub", /(?:^|\.)github\.com$/],
  ["GitLab", /(?:^|\.)gitlab\.com$/],
  ["XING", /(?:^|\.)xing\.com$/],
  ["Twitter", /(?:^|\.)(?:twitter|x)\.com$/],
  ["Stack Overflow", /(?:^|\.)stackoverflow\.com$/],
  ["Instagram", /(?:^|\.)instagram\.com$/],
  ["Behance", /(?:^|\.)behance\.net$/],
  ["Dribbble", /(?:^|\.)dribbble\.com$/],
  ["Facebook", /(?:^|\.)facebook\.com$/],
  ["YouTube", /(?:^|\.)youtube\.com$/],
  ["Medium", /(?:^|\.)medium\.com$/],
  ["Kaggle", /(?:^|\.)kaggle\.com$/],
  ["ORCID", /(?:^|\.)orcid\.org$/],
  ["Google Scholar", /^scholar\.google\./],
  ["ResearchGate", /(?:^|\.)researchgate\.net$/],
  ["Mastodon", /mastodon|^fosstodon\.org$|\.social$/],
  ["Bluesky", /^bsky\.app$/],
  ["Telegram", /^t\.me$/],
  ["Zhihu", /(?:^|\.)zhihu\.com$/],
  ["SoundCloud", /(?:^|\.)soundcloud\./],
  ["Vimeo", /(?:^|\.)vimeo\.com$/],
  ["Codeberg", /^codeberg\.org$/],
  ["Bitbucket", /^bitbucket\.org$/],
];
/** “LinkedIn: name”, “name (Instagram)”: a profile without an address. */
const NETWORK_WORD =
  /linkedin|github|gitlab|xing|twitter|stack ?overflow|instagram|behance|dribbble|facebook|youtube|medium|kaggle|orcid|google scholar|researchgate|mastodon|zhihu|知乎|soundcloud/i;

export interface Contacts {
  readonly email: Found | undefined;
  readonly phone: Found | undefined;
  readonly url: Found | undefined;
  readonly profiles: readonly FoundTree[];
}

/** Ways to reach a person, from where a CV states them; the rest of the document is the second choice. */
export function findContacts(
  items: readonly Item[],
  everywhere: readonly Line[],
  country: string,
): Contacts {
  const near = items.flatMap((item) => [{ text: item.text, lines: item.lines }]);
  const far = everywhere.map((line) => ({ text: line.text, lines: [line] }));
  const email = first([...near, ...far], (text) => EMAIL.exec(text)?.[0]);
  // A number that opens with a plus or a bracket is no postcode and no house number.
  const dialled = (text: string): string | undefined => {
    const number = phoneIn(text, country);
    return number && /^[+(]/.test(number) ? number : undefined;
  };
  const phone =
    first(near, dialled) ??
    first(near, (text) => phoneIn(text, country)) ??
    first(far, (text) => phoneIn(text, country));
  const addresses = near.flatMap(({ text, lines }) =>
    [...text.replace(new RegExp(EMAIL, "gu"), " ").matchAll(URL)].map((match) => ({
      url: match[0].replace(/[.,;:]+$/, ""),
      lines,
      // A link whose target was spelled out for print.
    })),
  );
  const links = items.flatMap((item) =>
    item.cells
      .flat()
      .flatMap((part) =>
        part.href && /^https?:/.test(part.href) ? [{ url: part.href, lines: item.lines }] : [],
      ),
  );
  const profiles = profilesFrom(addresses, links, near);
  const own =
    addresses.find(({ url }) => networkOf(url) === null) ??
    links.find(({ url }) => networkOf(url) === null);
  return {
    email: email && found(email.value, email.lines, 0.98, "e-mail address"),
    phone: phone && found(phone.value, phone.lines, 0.92, "telephone number"),
    url: own && found(own.url, own.lines, 0.8, "web address"),
    profiles,
  };
}

interface Sourced {
  readonly text: string;
  readonly lines: readonly Line[];
}

function first(
  sources: readonly Sourced[],
  pick: (text: string) => string | undefined,
): { value: string; lines: readonly Line[] } | undefined {
  for (const { text, lines } of sources) {
    const value = pick(text);
    if (value) return { value, lines };
  }
  return undefined;
}

function phoneIn(text: string, country: string): string | undefined {
  const bare = text.replace(new RegExp(EMAIL, "gu"), " | ").replace(URL, " | ");
  const numbers = findPhoneNumbersInText(bare, {
    defaultCountry: country as CountryCode,
    extended: false,
  });
  const match = numbers.find(
    (n) => n.endsAt - n.startsAt >= 7 && n.number.nationalNumber.length >= 6,
  );
  if (match) return bare.slice(match.startsAt, match.endsAt).trim();
  // Numbers reserved for fiction are valid for no country's plan; their shape is still a number's.
  const shape =
    /(?<![\d/.-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}(?:[\s./-]?\d{2,5}){1,4}(?![\d/])/.exec(
      bare,
    )?.[0];
  const digits = shape?.replace(/\D/g, "") ?? "";
  if (!shape || digits.length < 8 || digits.length > 15) return undefined;
  if (
    /^(?:19|20)\d{2}[\s./-]+(?:19|20)?\d{2}/.test(shape.trim()) ||
    /^\d{4}-\d{4}-\d{4}-/.test(shape)
  )
    return undefined;
  return shape.trim();
}

const hostOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/^www\./i, "")
    .split(/[/?#]/)[0]!
    .toLowerCase();

/** The network an address belongs to; an address without a path names no person. */
export function networkOf(url: string): string | null {
  const host = hostOf(url);
  const path = url
    .replace(/^[a-z]+:\/\//i, "")
    .split("/")
    .slice(1)
    .join("/");
  if (!path) return null;
  return NETWORKS.find(([, pattern]) => pattern.test(host))?.[0] ?? null;
}

function profilesFrom(
  addresses: readonly { url: string; lines: readonly Line[] }[],
  links: readonly { url: string; lines: readonly Line[] }[],
  texts: readonly Sourced[],
): FoundTree[] {
  const seen = new Set<string>();
  const profiles: FoundTree[] = [];
  const add = (
    network: string,
    url: string,
    username: string,
    lines: readonly Line[],
    rule: string,
  ): void => {
    const key = `${network}|${(username || url).toLowerCase().replace(/\/$/, "")}`;
    if (seen.has(key)) return;
    seen.add(key);
    profiles.push({
      network: found(network, lines, 0.9, rule),
      username: found(username, lines, 0.85, rule),
      url: url ? found(url, lines, 0.9, rule) : undefined,
    });
  };
  for (const { url, lines } of [...addresses, ...links]) {
    const network = networkOf(url);
    if (!network) continue;
    const tail = url.replace(/\/$/, "").split("/").at(-1) ?? "";
    add(
      network,
      /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`,
      /[?=]/.test(tail) ? "" : tail,
      lines,
      "address of a network",
    );
  }
  const named = new Set(
    profiles.map((profile) => (profile["network"] as Found).value.toLowerCase()),
  );
  texts.forEach(({ text }, i) => {
    const value = texts[i + 1];
    const isLabel = NETWORK_WORD.test(text) && text.length < 20 && !/[.:/()]/.test(text);
    if (
      isLabel &&
      value &&
      /^[^\s@]{2,40}$/.test(value.text) &&
      !/\.\w+\//.test(value.text) &&
      !named.has(text.toLowerCase())
    )
      add(text, "", value.text, value.lines, "name of a network");
  });
  for (const { text, lines } of texts)
    for (const piece of text.split(/\s*[|•·,;\ue000-\uf8ff]\s*|\s{2,}/)) {
      const { network, username } = wordProfile(piece);
      if (network && !named.has(network.toLowerCase()))
        add(network, "", username, lines, "name of a network");
    }
  return profiles;
}

function wordProfile(piece: string): { network: string; username: string } {
  const none = { network: "", username: "" };
  const before = /^([^:()]{3,20}):\s*(\S+)$/.exec(piece);
  if (before && NETWORK_WORD.test(before[1]!) && !/\.\w+\//.test(before[2]!))
    return { network: before[1]!.trim(), username: before[2]! };
  const after = /^(\S{2,50})\s*\(([^()]{3,20})\)$/.exec(piece);
  if (after && NETWORK_WORD.test(after[2]!))
    return { network: after[2]!.trim(), username: after[1]! };
  return none;
}

/** A line's text without its contacts, to see whether something else is said. */
export const withoutContacts = (text: string): string =>
  text.replace(new RegExp(EMAIL, "gu"), "").replace(URL, "").replace(/\s+/g, " ").trim() || "";
