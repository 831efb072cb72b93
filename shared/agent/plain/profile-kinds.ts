import type { Resume } from "../../resume.ts";
import { HIDE } from "./look-words.ts";
import { asUrl, withBasics } from "./basics-edits.ts";
import { content, kind, nothing, type PlainAnswer } from "./plain-kind.ts";

/** Networks by name, and where a bare user name of theirs leads. */
const NETWORKS: Readonly<Record<string, { readonly name: string; readonly base: string }>> = {
  github: { name: "GitHub", base: "https://github.com/" },
  gitlab: { name: "GitLab", base: "https://gitlab.com/" },
  linkedin: { name: "LinkedIn", base: "https://www.linkedin.com/in/" },
  twitter: { name: "Twitter", base: "https://twitter.com/" },
  x: { name: "X", base: "https://x.com/" },
  instagram: { name: "Instagram", base: "https://www.instagram.com/" },
  facebook: { name: "Facebook", base: "https://www.facebook.com/" },
  behance: { name: "Behance", base: "https://www.behance.net/" },
  dribbble: { name: "Dribbble", base: "https://dribbble.com/" },
  medium: { name: "Medium", base: "https://medium.com/@" },
  youtube: { name: "YouTube", base: "https://www.youtube.com/@" },
  orcid: { name: "ORCID", base: "https://orcid.org/" },
  xing: { name: "XING", base: "https://www.xing.com/profile/" },
  bluesky: { name: "Bluesky", base: "https://bsky.app/profile/" },
  codepen: { name: "CodePen", base: "https://codepen.io/" },
};

/** Puts a profile in the place of the network’s; `null` where the words are no user name or address. */
export function setProfile(network: string, value: string, resume: Resume): PlainAnswer | null {
  const known = NETWORKS[network.toLowerCase()];
  if (!known || /\s/.test(value)) return null;
  const isAddress = /[./]/.test(value) && /\.[a-z]{2,}\//i.test(value);
  const username = (
    isAddress
      ? value
          .replace(/[/?#]+$/, "")
          .split("/")
          .at(-1)!
      : value
  ).replace(/^@/, "");
  const url = isAddress ? asUrl(value) : known.base + username;
  const profiles = resume.basics?.profiles ?? [];
  const same = (one: { network?: string | undefined }) =>
    one.network?.toLowerCase() === known.name.toLowerCase();
  const next = { network: known.name, username, url };
  const at = profiles.findIndex(same);
  const all = at < 0 ? [...profiles, next] : profiles.with(at, { ...profiles[at], ...next });
  return content(`Your ${known.name} is ${url} now.`, withBasics(resume, { profiles: all }));
}

const hostOf = (url: string) => /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();

/** The network that an address belongs to, as `setProfile` takes it; `null` where it is none of them. */
export function networkOf(address: string): string | null {
  const host = hostOf(asUrl(address));
  const isIts = ({ base }: { readonly base: string }) => hostOf(base) === host;
  return Object.entries(NETWORKS).find(([, network]) => isIts(network))?.[0] ?? null;
}

/** One kind for each network, so that no other word can stand in its place. */
const SET_PROFILES = Object.keys(NETWORKS).map((network) =>
  kind(
    "set-profile",
    `my ${NETWORKS[network]!.name} is ada`,
    `[add|set|change|use] [my|the] ${network} [profile|account|user|username|handle|link|page] (is|to|:|=) {value}
     (add|put in) [my|the|a] ${network} [profile|account|user|username|handle|link|page] {value}
     (i'm|i am|you find me|find me) on ${network} as {handle}
     link [to] my ${network} [profile|account|page] [:] {value}
     (add|put in|use|here is|here's|this is) [a link to] (my|the) ${network} [profile|account|page] [:|at] {value}
     my ${network} [profile|account|page] (is at|is now|changed to|can be found at) {value}
     ${network}: {value}`,
    ({ value, handle }, { resume }) =>
      // “I’m on GitHub as much as I can.”
      handle !== undefined &&
      /^(?:much|well|usual|always|often|many|soon|far|long|good|an?)$/iu.test(handle)
        ? null
        : setProfile(network, (value ?? handle)!, resume),
  ),
);

/** Where else somebody is found. */
export const PROFILE_KINDS = [
  ...SET_PROFILES,
  kind(
    "clear-profile",
    "remove my GitHub",
    `${HIDE} [my|the] {network} [profile|account|link|page]`,
    ({ network }, { resume }) => {
      const known = NETWORKS[network!.toLowerCase()];
      if (!known) return null;
      const profiles = resume.basics?.profiles ?? [];
      const left = profiles.filter(
        (one) => one.network?.toLowerCase() !== known.name.toLowerCase(),
      );
      return left.length === profiles.length
        ? nothing(`There is no ${known.name} on the site.`)
        : content(
            `Your ${known.name} is gone from the site.`,
            withBasics(resume, { profiles: left }),
          );
    },
  ),
];
