import { NETWORK_WORDS } from "../network-names.ts";
import { networkOf } from "../profile-kinds.ts";
import type { Asked } from "./proposal.ts";
import { addressIn, handleIn, withoutOld } from "./values.ts";

const SAID = new RegExp(
  `(?<![\\p{L}\\d@./])(?:${[
    ...NETWORK_WORDS,
    "insta",
    "linked in",
    "gh",
    "stackoverflow",
    "stack overflow",
  ]
    .toSorted((a, b) => b.length - a.length)
    .join("|")})(?![\\p{L}\\d]|\\.\\p{L})`,
  "iu",
);
const SHORT: Readonly<Record<string, string>> = {
  insta: "instagram",
  gh: "github",
  "linked in": "linkedin",
  stackoverflow: "stack overflow",
};

/** The network that a text names, as requests call it. */
export function networkSaid(text: string): string | null {
  const said = SAID.exec(text)?.[0]?.toLowerCase();
  return said === undefined ? null : (SHORT[said] ?? said);
}

const NO_HANDLE =
  /^(?:it|its|on|me|to|the|my|is|a|an|as|add|link|profile|account|page|address|username|user|name|handle|changed|wrong|old|new|spelt|spelled|next|there|now|not|in|put|please|pls|i|im|i'm|called|with|for|and|one|ending|show|use|should|be|missing|here|also|too|thanks|channel|icon)$/iu;
/** What only a user name looks like: “vnovak-dev”, “m0hammed_r”, “coco.delacroix”. */
const ODD = /^(?=.*(?:\d|_|\p{L}[.-]\p{L}))[\p{L}\d][\p{L}\d_.-]{2,}$/u;
const CUES: readonly RegExp[] = [
  /\bin\/(?<handle>[\p{L}\d_-]{3,})/iu,
  /\b(?:i'm|i am|im|called|known as|username|user name|handle|account|name)\b:? (?:now |called |is |it's )*(?<handle>[\p{L}\d][\p{L}\d_.-]{2,})/iu,
  /^\s*(?:[:>,-]|is|handle|username)+:?\s*(?<handle>[\p{L}\d][\p{L}\d_.-]{2,})\s*$/iu,
  /\b(?:is|it's|its|to|as|be|put|use|add|also)\b:? (?<handle>[\p{L}\d][\p{L}\d_.-]{2,})/iu,
  /[:,>] ?(?<handle>[\p{L}\d][\p{L}\d_.-]{2,})(?=$|[\s,!?])/u,
];

function handleSaid(text: string): string | null {
  const at = handleIn(text);
  if (at !== null) return at;
  const words = text.split(/[\s,;!?]+/u).map((word) => word.replace(/[.:]+$/u, ""));
  const odd = words.find((word) => ODD.test(word) && !NO_HANDLE.test(word));
  if (odd !== undefined) return odd;
  const cued = CUES.map((cue) => cue.exec(text)?.groups?.["handle"]?.replace(/[.,]+$/u, ""));
  return cued.find((one) => one !== undefined && !NO_HANDLE.test(one)) ?? null;
}

/** An address or a user name of a network, where both are said. */
export function profileSet(asked: Asked): readonly string[] {
  const { text, context } = asked;
  const fresh = withoutOld(text).text;
  // “theovance.bsky.social” is a name there, no address.
  const address = addressIn(fresh) ?? addressIn(text);
  const ofAddress = address ? networkOf(address) : null;
  const network = ofAddress ?? networkSaid(text);
  if (network === null) return [];
  const isPath = address !== null && (ofAddress !== null || address.includes("/"));
  const value = isPath ? address : (handleSaid(fresh.replace(SAID, " ")) ?? address);
  const known = (context.resume.basics?.profiles ?? []).find(
    (one) => one.network?.toLowerCase() === network,
  );
  if (value === null || known?.username === value) return [];
  return [`my ${network} is ${value.replace(/[.,]+$/u, "")}`];
}
