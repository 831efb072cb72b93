/**
 * What a file can reach outside, found in its text: hosts it loads from or sends to, and the ways by
 * which code reaches out. It is a net, not a proof: code can hide what it does. The proof is that the
 * page runs where it can’t reach out, and that the finished page is looked at again.
 */
const WAYS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bfetch\b\s*[(.`[,)]|[=:(,[]\s*fetch\b|\[\s*["'`]fetch["'`]\s*\]/g, "fetch"],
  [/\bXMLHttpRequest\b/g, "XMLHttpRequest"],
  [/\bsendBeacon\b/g, "sendBeacon"],
  [/\bWebSocket\b/g, "WebSocket"],
  [/\bEventSource\b/g, "EventSource"],
  [/\bWebTransport\b/g, "WebTransport"],
  [/\bRTCPeerConnection\b/g, "RTCPeerConnection"],
  [/\bimportScripts\b/g, "importScripts"],
  [/\bserviceWorker\b/g, "a service worker"],
  [/\bnew\s+(?:Shared)?Worker\b/g, "a worker"],
  [/\bnew\s+Image\b/g, "a picture made by code"],
  [
    /\bcreateElement\s*\(\s*["'`](?:script|iframe|link|img|object|embed|form)["'`]/gi,
    "an element made by code",
  ],
  [/<script\b/gi, "a script"],
  [/<(?:iframe|object|embed|portal|frame|form)\b/gi, "an embedded page or form"],
  [/\bdocument\s*\.\s*write/g, "document.write"],
  [/(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bsrcdoc\b/gi, "markup made by code"],
  [
    /\b(?:window|document|self|globalThis|top|parent)\s*\.\s*location\b|\blocation\s*\.\s*(?:href|assign|replace)\b|\bwindow\s*\.\s*open\b/g,
    "leaving the page",
  ],
  [
    /\bdocument\s*\.\s*cookie\b|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b/g,
    "what the browser keeps",
  ],
];

/** Never, not even with a yes: it runs texts as code, or the machine that builds the site. */
const NEVER: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\beval\s*\(|\(\s*0\s*,\s*eval\s*\)|\bnew\s+Function\b|\bFunction\s*\(/g, "runs text as code"],
  [/(?:^|[\s"'`(=:,])(?:javascript|vbscript)\s*:/gi, "holds a javascript: address"],
  [/\bdata:text\/html/gi, "holds a page as an address"],
  [/<base\b/gi, "moves all addresses of the page"],
  [/http-equiv/gi, "changes the page’s own rules"],
  [
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'`](?:node:|(?:fs|child_process|os|net|http|https|tls|dns|vm|worker_threads|process|path|module|cluster|dgram|inspector)(?:\/[\w/]+)?["'`])/g,
    "takes parts of Node, which aren’t there in a page",
  ],
  [/\bprocess\s*(?:\.|\[|\?\.)/g, "reads the machine that builds the site"],
  [/\bimport\s*\(\s*(?!["'`])/g, "imports something that can’t be known beforehand"],
];

const ADDRESS =
  /(?:\b(?:https?|wss?|ftp):)?(?:\/\/|\\\/\\\/)((?:[\w-]+\.)+[a-z]{2,}|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])(?::\d+)?/gi;

/** Addresses that are names of vocabularies, loaded by nobody. */
const NAMES_ONLY = new Set(["www.w3.org", "schema.org", "json-schema.org", "ogp.me"]);

export interface Reach {
  readonly hosts: readonly string[];
  readonly ways: readonly string[];
  readonly never: readonly string[];
}

/** What is new in the text against what was there before. Counted: a second fetch is new too. */
export function newReach(path: string, before: string, after: string): Reach {
  const [old, now] = [reachOf(path, before), reachOf(path, after)];
  const added = (one: readonly string[], other: readonly string[]) => {
    const left = countsOf(one);
    return [...countsOf(other)]
      .filter(([name, count]) => count > (left.get(name) ?? 0))
      .map(([name]) => name);
  };
  return {
    hosts: added(old.hosts, now.hosts),
    ways: added(old.ways, now.ways),
    never: added(old.never, now.never),
  };
}

const countsOf = (names: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

function reachOf(path: string, text: string): Reach {
  const isCode = /\.(tsx?|html|svg|css)$/.test(path);
  const readable = unescaped(withoutComments(path, text));
  const found = (table: readonly (readonly [RegExp, string])[]) =>
    table.flatMap(([pattern, name]) => (readable.match(pattern) ?? []).map(() => name));
  return {
    hosts: loadedHosts(path, readable),
    ways: isCode ? found(WAYS) : [],
    never: isCode ? found(NEVER) : found(NEVER.filter(([, why]) => why.includes("address"))),
  };
}

/** Comments load nothing; strings that only look like one must stay: `"https://…"`, `"/*"`. */
function withoutComments(path: string, text: string): string {
  if (path.endsWith(".html") || path.endsWith(".svg")) return text.replace(/<!--[\s\S]*?-->/g, "");
  // In code a comment that follows a space or begins a line; others are read as code: rather too much.
  if (/\.tsx?$/.test(path)) return text.replace(/^\s*\/\/.*$/gm, "");
  return text;
}

/** Code and markup can write a letter by its number. */
const unescaped = (text: string) =>
  text
    .replace(/\\u\{([\da-f]{1,6})\}/gi, (_, hex: string) => letter(Number.parseInt(hex, 16)))
    .replace(/\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (_, four?: string, two?: string) =>
      letter(Number.parseInt(four ?? two ?? "0", 16)),
    )
    .replace(/&#x([\da-f]{1,6});?/gi, (_, hex: string) => letter(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, number: string) => letter(Number(number)))
    .replace(/\\([\da-f]{2,6})\s?/gi, (whole, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code >= 0x20 && code < 0x7f ? String.fromCodePoint(code) : whole;
    });

const letter = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

/** An address that is only linked to is loaded by nobody until a visitor wants it. */
const LINK = /<a\b[^>]*?\bhref\s*=\s*(?:\{\s*)?["'`][^"'`]*["'`]/gi;

function loadedHosts(path: string, text: string): readonly string[] {
  // In data, addresses are links, but for the picture (see `judgeChange`).
  if (/\.(md|txt)$/.test(path)) return [];
  if (path.startsWith("src/data/")) return [];
  return [...text.replace(LINK, "<a").matchAll(ADDRESS)]
    .map(([, host]) => host!.toLowerCase())
    .filter((host) => !NAMES_ONLY.has(host));
}

/**
 * Hosts from which a finished page loads by itself: pictures, scripts, styles, fonts, frames.
 * @param html the whole document
 */
export function hostsLoadedBy(html: string): readonly string[] {
  const rest = html
    .replace(/<script\b[^>]*type="application\/ld\+json"[^>]*>[\s\S]*?<\/script>/gi, "")
    .replace(/<meta\b[^>]*>/gi, "")
    .replace(/<a\b[^>]*>/gi, "<a>");
  const loading = [
    ...rest.matchAll(/\b(?:src|srcset|href|poster|data|action|style)\s*=\s*("[^"]*"|'[^']*')/gi),
    ...rest.matchAll(/(?:url\(|@import\s*)([^);]*)/gi),
  ].map(([, value]) => value!.replaceAll("&amp;", "&"));
  const hosts = loading.flatMap((value) => [...value.matchAll(ADDRESS)].map(([, host]) => host!));
  return [...new Set(hosts.map((host) => host.toLowerCase()))].filter(
    (host) => !NAMES_ONLY.has(host),
  );
}
