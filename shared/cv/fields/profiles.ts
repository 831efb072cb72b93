import { isSupportedCountry } from "libphonenumber-js/min";
import { found, type FoundTree } from "../found.ts";
import type { Line } from "../line.ts";

/** Where people have profiles: its name, its hosts, and other words by which a CV names it. */
const NETWORKS: readonly (readonly [network: string, host: RegExp, word?: RegExp])[] = [
  ["LinkedIn", /(?:^|\.)linkedin\.com$/, /linked ?in/],
  ["GitHub", /(?:^|\.)github\.com$/, /git ?hub/],
  ["GitLab", /(?:^|\.)gitlab\.com$/],
  ["XING", /(?:^|\.)xing\.com$/],
  ["Twitter", /(?:^|\.)(?:twitter|x)\.com$/, /twitter|^x$/],
  ["Stack Overflow", /(?:^|\.)stackoverflow\.com$/, /stack ?overflow/],
  ["Stack Exchange", /(?:^|\.)stackexchange\.com$/, /stack ?exchange/],
  ["Instagram", /(?:^|\.)instagram\.com$/],
  ["Threads", /(?:^|\.)threads\.(?:net|com)$/],
  ["TikTok", /(?:^|\.)tiktok\.com$/],
  ["Pinterest", /(?:^|\.)pinterest\.\w+$/],
  ["Behance", /(?:^|\.)behance\.net$/],
  ["Dribbble", /(?:^|\.)dribbble\.com$/],
  ["ArtStation", /(?:^|\.)artstation\.com$/],
  ["DeviantArt", /(?:^|\.)deviantart\.com$/],
  ["Flickr", /(?:^|\.)flickr\.com$/],
  ["Unsplash", /(?:^|\.)unsplash\.com$/],
  ["Facebook", /(?:^|\.)facebook\.com$/],
  ["YouTube", /(?:^|\.)youtube\.com$/],
  ["Vimeo", /(?:^|\.)vimeo\.com$/],
  ["Twitch", /(?:^|\.)twitch\.tv$/],
  ["Medium", /(?:^|\.)medium\.com$/],
  ["DEV", /^dev\.to$/, /dev\.to/],
  ["Substack", /(?:^|\.)substack\.com$/],
  ["Kaggle", /(?:^|\.)kaggle\.com$/],
  ["Hugging Face", /^huggingface\.co$/, /hugging ?face/],
  ["LeetCode", /(?:^|\.)leetcode\.com$/, /leet ?code/],
  ["HackerRank", /(?:^|\.)hackerrank\.com$/, /hacker ?rank/],
  ["CodePen", /^codepen\.io$/],
  ["npm", /(?:^|\.)npmjs\.com$/, /^npm$/],
  ["ORCID", /(?:^|\.)orcid\.org$/, /orcid(?: ?id)?/],
  ["Google Scholar", /^scholar\.google\./, /(?:google )?scholar/],
  ["ResearchGate", /(?:^|\.)researchgate\.net$/, /research ?gate/],
  ["Academia", /(?:^|\.)academia\.edu$/, /academia(?:\.edu)?/],
  ["Mastodon", /mastodon|^fosstodon\.org$|\.social$|^hachyderm\./],
  ["Bluesky", /^bsky\.app$/, /blue ?sky/],
  ["Telegram", /^t\.me$/],
  ["Keybase", /^keybase\.io$/],
  ["知乎", /(?:^|\.)zhihu\.com$/, /zhihu|知乎/],
  ["掘金", /(?:^|\.)juejin\.(?:cn|im)$/, /juejin|掘金/],
  ["CSDN", /(?:^|\.)csdn\.net$/],
  ["Bilibili", /(?:^|\.)bilibili\.com$/, /bilibili|哔哩哔哩|b站/],
  ["微博", /(?:^|\.)weibo\.com$/, /weibo|微博/],
  ["Qiita", /(?:^|\.)qiita\.com$/],
  ["Zenn", /(?:^|\.)zenn\.dev$/],
  ["note", /^note\.com$/, /^note$/],
  ["Wantedly", /(?:^|\.)wantedly\.com$/],
  ["SoundCloud", /(?:^|\.)soundcloud\./, /sound ?cloud/],
  ["Bandcamp", /(?:^|\.)bandcamp\.com$/],
  ["Goodreads", /(?:^|\.)goodreads\.com$/],
  ["Codeberg", /^codeberg\.org$/],
  ["Bitbucket", /^bitbucket\.org$/],
];

const WORDS = NETWORKS.map(([network, , word]) => ({
  network,
  whole: new RegExp(`^(?:${(word ?? new RegExp(network)).source})$`, "i"),
}));

/** True for the name of a network and nothing else. */
export const isNetworkName = (text: string): boolean =>
  WORDS.some(({ whole }) => whole.test(text.trim().replace(/:$/, "")));

export interface Sourced {
  readonly text: string;
  readonly lines: readonly Line[];
}

interface Address {
  readonly url: string;
  readonly lines: readonly Line[];
}

/** A link, with the words that stand for it on the page. */
export interface Link extends Address {
  readonly label: string;
}

/** A handle as it is typed in an address: no spaces, nothing that only prose has. */
const HANDLE = /^@?[\p{L}\p{N}][\p{L}\p{N}._-]{1,38}[\p{L}\p{N}_]$/u;
/** `@name@server`: an account in the fediverse. */
const FEDIVERSE = /(?<![\p{L}\p{N}.])@([\p{L}\p{N}._-]+)@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/u;

const hostOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/^www\./i, "")
    .split(/[/?#]/)[0]!
    .toLowerCase();

const hasPath = (url: string): boolean => /^[^/]+\/./.test(url.replace(/^[a-z]+:\/\//i, ""));

const networkAt = (url: string): string | null =>
  NETWORKS.find(([, pattern]) => pattern.test(hostOf(url)))?.[0] ?? null;

/** The network an address belongs to; an address without a path names no person. */
export const networkOf = (url: string): string | null => (hasPath(url) ? networkAt(url) : null);

/**
 * Addresses that a narrow column broke, made whole: “https://github.com/” above “name”, or
 * “linkedin.com/in/ name” with the space that the break left.
 */
export function withWholeAddresses(texts: readonly Sourced[]): Sourced[] {
  const whole: Sourced[] = [];
  for (const { text, lines } of texts) {
    const last = whole.at(-1);
    const own = text
      .replace(/^((?:https?:\/\/|www\.)\S+)\/\s+(@?[\w.%~/-]+)$/i, "$1/$2")
      .replace(SPACED_EMAIL, (all, mail: string, rest: string) =>
        isCutEmail(mail) ? mail + rest : all,
      );
    const tail = /^@?[\w.%~-]+\/?(?:\s?[\w.%~-]+)?$/.test(own) ? own.replace(/\s/g, "") : null;
    const isOpen = last && (CUT_ADDRESS.test(last.text) || isCutEmail(last.text));
    if (last && tail !== null && isOpen && (!last.text.includes("@") || MAIL_END.test(tail))) {
      whole[whole.length - 1] = { text: last.text + tail, lines: [...last.lines, ...lines] };
    } else whole.push({ text: own, lines });
  }
  return whole;
}

/** An address that ends in a joint: a column broke it there. */
const CUT_ADDRESS = /(?:https?:\/\/|www\.|[\w-]\.(?:com|org|net|io|dev|me)\/)\S*[-/_=?&]$/i;

/** What can follow the break in an e-mail address. */
const MAIL_END = /^[\p{Ll}\d][\p{Ll}\d.-]{0,30}$/u;
const COMMON_ENDS =
  /^(?:com|org|net|edu|gov|info|biz|io|dev|app|me|co|ai|eu|email|mail|name|pro|tech|design|studio|online|site|example|test)$/;

/** An e-mail address and, after the space that a break left, a word in small letters. */
const SPACED_EMAIL = /^((?:[^\p{L}\d]+\s)?[^\s@]+@[^\s@]*)\s+([\p{Ll}\d][\p{Ll}\d.-]{0,30})$/u;

/** An e-mail address that ends in a joint, or in what is the end of no domain. */
function isCutEmail(text: string): boolean {
  const match = /^[^\p{L}\d]*([^\s@]+@[^\s@]*)$/u.exec(text);
  if (!match) return false;
  const end = /\.([\p{L}]+)$/u.exec(match[1]!)?.[1]?.toLowerCase();
  if (end === undefined) return true;
  return (
    !COMMON_ENDS.test(end) &&
    !isSupportedCountry(end.toUpperCase() === "UK" ? "GB" : end.toUpperCase())
  );
}

/** Profiles of a person: addresses and links of known networks, named handles, and handles among them. */
export function readProfiles(
  addresses: readonly Address[],
  links: readonly Link[],
  texts: readonly Sourced[],
): FoundTree[] {
  const profiles = new Profiles();
  for (const { text, lines } of texts) {
    const account = FEDIVERSE.exec(text);
    if (account)
      profiles.add(
        "Mastodon",
        `https://${account[2]!}/@${account[1]!}`,
        account[0],
        lines,
        "account in the fediverse",
      );
  }
  for (const { url, lines } of addresses) profiles.addAddress(url, lines, "");
  for (const { url, lines, label } of links) profiles.addAddress(url, lines, label);
  texts.forEach(({ text }, at) => {
    const value = texts[at + 1];
    if (!value || !isNetworkName(text) || !/^[^\s@]{2,40}$/.test(value.text)) return;
    if (!/\.\w+\//.test(value.text)) profiles.addNamed(text, value.text, value.lines);
  });
  for (const { text, lines } of texts)
    for (const piece of text.split(/\s*[|•·,;\ue000-\uf8ff]\s*|\s{2,}/)) {
      const named = namedProfile(piece);
      if (named) profiles.addNamed(named.network, named.username, lines);
    }
  return profiles.list;
}

class Profiles {
  readonly list: FoundTree[] = [];
  readonly #seen = new Set<string>();
  readonly #networks = new Set<string>();

  add(network: string, url: string, username: string, lines: readonly Line[], rule: string): void {
    const keys = [url, `${network}|${username || url}`]
      .filter((key) => key !== "")
      .map((key) => key.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/$/g, ""));
    if (keys.some((key) => this.#seen.has(key))) return;
    for (const key of keys) this.#seen.add(key);
    this.#networks.add(network.toLowerCase());
    this.list.push({
      network: found(network, lines, 0.9, rule),
      username: found(username, lines, 0.85, rule),
      url: url ? found(url, lines, 0.9, rule) : undefined,
    });
  }

  /** An address of a known network; what stands for it on the page is the handle that people know. */
  addAddress(url: string, lines: readonly Line[], label: string): void {
    const network = networkAt(url);
    // What a column cut off and nothing continues is no address; neither are three dots.
    if (!network || /[-?=]$|\/\.*$/.test(url.replace(/\/$/, ""))) return;
    if (!hasPath(url)) {
      if (HANDLE.test(label)) this.addNamed(network, label, lines);
      return;
    }
    const tail = url.replace(/\/$/, "").split("/").at(-1) ?? "";
    const shown = label && !isNetworkName(label) && !/[/:]|\.\p{L}{2,}$/u.test(label) ? label : "";
    const username = shown && shown.length <= 40 ? shown : /[?=]/.test(tail) ? "" : tail;
    const whole = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
    this.add(network, whole, username, lines, "address of a network");
  }

  /** “LinkedIn: name”: a profile without an address; one with an address says the same better. */
  addNamed(label: string, username: string, lines: readonly Line[]): void {
    const name = label.trim().replace(/:$/, "");
    const network = WORDS.find(({ whole }) => whole.test(name))?.network ?? name;
    if (!this.#networks.has(network.toLowerCase()))
      this.add(network, "", username, lines, "name of a network");
  }
}

function namedProfile(piece: string): { network: string; username: string } | null {
  const before = /^([^:()]{1,20}):\s*(\S+)$/.exec(piece);
  if (before && isNetworkName(before[1]!) && !/\.\w+\//.test(before[2]!))
    return { network: before[1]!, username: before[2]! };
  const after = /^(\S{2,50})\s*\(([^()]{1,20})\)$/.exec(piece);
  if (after && isNetworkName(after[2]!)) return { network: after[2]!, username: after[1]! };
  return null;
}
