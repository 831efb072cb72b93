import type { Resume } from "../../resume.ts";
import { asUrl, withBasics } from "./basics-edits.ts";
import { findEntries } from "./find-entries.ts";
import { HIDE } from "./look-words.ts";
import { NETWORKS, NETWORK_WORDS, networkCalled, type Network } from "./network-names.ts";
import { content, kind, nothing, type PlainAnswer } from "./plain-kind.ts";

const hostOf = (url: string) => /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();

/** The last word of an address: the user name, as far as it has one. */
const lastOf = (address: string) =>
  address
    .replace(/^https?:\/\//iu, "")
    .replace(/[/?#]+$/u, "")
    .split(/[/=]/u)
    .at(-1)!
    .replace(/^@/u, "");

/** Puts a profile in the place of the network’s, or behind the others. */
function withProfile(network: string, username: string, url: string, resume: Resume): PlainAnswer {
  const profiles = resume.basics?.profiles ?? [];
  const at = profiles.findIndex((one) => one.network?.toLowerCase() === network.toLowerCase());
  const next = { network, username, url };
  const all = at < 0 ? [...profiles, next] : profiles.with(at, { ...profiles[at], ...next });
  return content(`Your ${network} is ${url} now.`, withBasics(resume, { profiles: all }));
}

function atName(network: Network, said: string, resume: Resume): PlainAnswer | null {
  const { name, base, username, hint, address } = network;
  const bare = said.replace(/^@/u, "");
  if (username === undefined)
    return /\s/u.test(bare) ? null : withProfile(name, bare, base + bare, resume);
  // A number with spaces is nearly one; words with spaces are a sentence.
  if (!username.test(bare)) return hint && !/\s\p{L}/u.test(bare) ? nothing(hint) : null;
  return withProfile(name, bare, address?.(bare) ?? base + bare, resume);
}

/** Puts a profile in the place of the network’s; `null` where the words are no user name or address. */
export function setProfile(network: string, value: string, resume: Resume): PlainAnswer | null {
  const known = networkCalled(network);
  if (!known) return null;
  const isAddress = /\.[a-z]{2,}\//i.test(value) && !/\s/u.test(value);
  return isAddress
    ? withProfile(known.name, lastOf(value), asUrl(value), resume)
    : atName(known, value, resume);
}

/** The network that an address belongs to, as `setProfile` takes it; `null` where it is none of them. */
export function networkOf(address: string): string | null {
  const host = hostOf(asUrl(address));
  const isIts = ({ base }: Network) => hostOf(base) === host;
  return Object.entries(NETWORKS).find(([, network]) => isIts(network))?.[0] ?? null;
}

const PAGE = "(profile|account|user|username|handle|link|page|channel)";

/** One kind for each network, so that no other word can stand in its place. */
const SET_PROFILES = NETWORK_WORDS.map((network) =>
  kind(
    "set-profile",
    `my ${networkCalled(network)!.name} is ada`,
    `[add|set|change|use] [my|the] ${network} [${PAGE}] (is|to|:|=) {value}
     (add|put in) [my|the|a] ${network} [${PAGE}] {value}
     (i'm|i am|you find me|find me) on ${network} as {handle}
     link [to] my ${network} [${PAGE}] [:] {value}
     (add|put in|use|here is|here's|this is) [a link to] (my|the) ${network} [${PAGE}] [:|at] {value}
     my ${network} [${PAGE}] (is at|is now|changed to|can be found at) {value}
     ${network}: {value}`,
    ({ value, handle }, { resume }) =>
      // “I’m on GitHub as much as I can.”
      handle !== undefined &&
      /^(?:much|well|usual|always|often|many|soon|far|long|good|an?)$/iu.test(handle)
        ? null
        : setProfile(network, (value ?? handle)!, resume),
  ),
);

const FULL_ADDRESS = /^https?:\/\/[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?$/iu;
/** What is no network, whatever leads there. */
const NO_NETWORK =
  /\b(?:website|site|homepage|home page|blog|portfolio|cv|resume|link|url|address|web|page|photo|picture|logo|image|company|employer|project|job|degree|certificate|name)\b/iu;
const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A network that nobody here knows keeps the name that it was given. */
const OTHER_PROFILES = kind(
  "set-other-profile",
  "my Letterboxd is https://letterboxd.com/ada",
  `(add|put in|include|link|link to) [a link to] [my|the] {network} [profile|account|channel] [:|at|is] {address}
   my {network} [profile|account|channel] (is|is at|is now|=|:) {address}
   [my] {network}: {address}
   (i'm|i am|you find me|find me) on {network}[:|,] [at] {address}`,
  ({ network: said, address }, { resume }) => {
    const network = said!.replace(/[:,]$/u, "").replace(/ (?:profile|account|channel)$/iu, "");
    const isName = /^[\p{L}\d][\p{L}\d.&+' -]{1,28}$/u.test(network);
    const isProfile = network !== said!.replace(/[:,]$/u, "");
    if (!isName || NO_NETWORK.test(network) || !FULL_ADDRESS.test(address!)) return null;
    if (findEntries(resume, network).length > 0) return null;
    // “My mother: https://…” is no network: its name stands in the address, or it is said to be one.
    if (!isProfile && !letters(hostOf(address!) ?? "").includes(letters(network))) return null;
    const name = network[0]!.toUpperCase() + network.slice(1);
    return withProfile(name, lastOf(address!), address!, resume);
  },
);

/** “WhatsApp, same number”: the phone number that stands there, where it has its country. */
const SAME_NUMBER = kind(
  "set-profile",
  "add WhatsApp with the same number",
  `(add|put in|include) [my|a] whatsapp [link|button] [,] [with|on|under|for|it's|is] [the|my] (same number|same phone number|phone number|number)
   [my] whatsapp (is|has|is under|is on) (the same number|the same|my phone number|the same phone number)
   [my] (phone|number|phone number) is [also] [on|my] whatsapp [too|as well]`,
  (_, { resume }) => {
    const phone = resume.basics?.phone;
    return phone ? setProfile("whatsapp", phone, resume) : null;
  },
);

/** “Add Facebook” says nowhere where. */
const PROFILE_WANTED = kind(
  "profile-wanted",
  "add Facebook",
  `(add|put in|include|put) [my|a|the] {network} [profile|account|link|page|icon|button] [too|as well]
   (link|link to) my {network} [profile|account|page]`,
  ({ network }, { resume }) => {
    const known = networkCalled(network!);
    if (!known) return null;
    const isThere = resume.basics?.profiles?.some(
      (one) => one.network?.toLowerCase() === known.name.toLowerCase(),
    );
    return nothing(
      isThere
        ? `Your ${known.name} is on the site already.`
        : `Say “my ${known.name} is …” with your name there or the address, and it is added.`,
    );
  },
);

/** Where else somebody is found. */
export const PROFILE_KINDS = [
  SAME_NUMBER,
  ...SET_PROFILES,
  kind(
    "clear-profile",
    "remove my GitHub",
    `${HIDE} [my|the] {network} [profile|account|link|page|channel]`,
    ({ network }, { resume }) => {
      const profiles = resume.basics?.profiles ?? [];
      const known = networkCalled(network!)?.name ?? network!;
      const left = profiles.filter((one) => one.network?.toLowerCase() !== known.toLowerCase());
      if (left.length < profiles.length) {
        const name = profiles.find((one) => !left.includes(one))?.network ?? known;
        return content(
          `Your ${name} is gone from the site.`,
          withBasics(resume, { profiles: left }),
        );
      }
      return networkCalled(network!) ? nothing(`There is no ${known} on the site.`) : null;
    },
  ),
  OTHER_PROFILES,
  PROFILE_WANTED,
];
