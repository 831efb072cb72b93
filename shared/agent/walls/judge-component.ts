import { COMPONENT_LIMITS } from "../../limits.ts";
import type { OwnComponentId } from "../../ports/model.ts";
import { newReach } from "./outside-requests.ts";
import { no, YES, type Verdict } from "./verdict.ts";

/** Packages that a component may use where the project has them. */
const PACKAGES: ReadonlySet<string> = new Set([
  "react",
  "motion",
  "motion/react",
  "clsx",
  "lucide-react",
]);
/** Modules of a template, but for those that begin the page. */
const OF_THE_SITE =
  /^\.\.\/(?:(?:parts|sections|fit)\/)?(?!(?:App|Page|main|prerender)$)[A-Za-z][\w-]*$/;

const IMPORTED = /\b(?:from|import)\s*(["'`])((?:(?!\1)[^\n])*)\1/g;
const EXPORTED = /(?:^|[;}])\s*export\b/gm;
const SOURCE_OF_PICTURE = /\bsrc\s*[=:]\s*(?:\{([^}]*)\}|[^\s,>]*)/g;
const PORTRAIT = /^\s*(?:resume\.)?(?:basics\??\.)?image\s*$/;

/** What no component needs, found in its text; beside all that `newReach` knows. */
const NEVER: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\bimport\s*[(.]|\brequire\b/, "imports something while it runs"],
  [
    /\b(?:window|document|globalThis|navigator|self)\s*(?:[.[!]|\?\.)|[=(,:[]\s*(?:window|document|globalThis|navigator|self)\s*[;,)\]\n]/,
    "reaches for the browser",
  ],
  [/\bconstructor\b/, "reaches for what makes code"],
  [/\b(?:createElement|cloneElement|createPortal)\b/, "makes elements by code"],
  [
    /<(?:style|link|meta|base|template|video|audio|source|track|image|use|feImage)\b/i,
    "has an element that isn’t for components",
  ],
  [/\burl\s*\(|\bimage-set\s*\(|\bsrcSet\b|\bposter\s*=/i, "loads a picture"],
  [/\b(?:ping|action|formAction)\s*=/i, "sends something"],
];

/**
 * Whether the source of a component that a model wrote may stand in a site (R2.5): one function as the
 * default export, imports of known packages and the template's own modules, nothing that reaches outside.
 * A net over the text, as `newReach` is: whether it builds is for the build to say.
 */
export function judgeComponent(id: OwnComponentId, source: string): Verdict {
  const wrong = shapeOf(source) ?? importsOf(source) ?? picturesOf(id, source) ?? reachOf(source);
  return wrong === null ? YES : no(wrong);
}

function shapeOf(source: string): string | null {
  if (source.length > COMPONENT_LIMITS.letters) return "it is too long";
  const exported = source.match(EXPORTED)?.length ?? 0;
  return exported === 1 && /^export default function [A-Z]\w*\(/m.test(source)
    ? null
    : "it isn’t one function as the default export";
}

function importsOf(source: string): string | null {
  for (const [, , specifier = ""] of source.matchAll(IMPORTED)) {
    if (!PACKAGES.has(specifier) && !OF_THE_SITE.test(specifier)) return `it imports ${specifier}`;
  }
  return null;
}

/** The one picture is the person's portrait, at the opening of the page. */
function picturesOf(id: OwnComponentId, source: string): string | null {
  if (id !== "hero" && /<img\b/i.test(source)) return "it loads a picture";
  const isPortrait = ([, value = ""]: RegExpMatchArray) => PORTRAIT.test(value);
  return [...source.matchAll(SOURCE_OF_PICTURE)].every(isPortrait) ? null : "it loads a picture";
}

function reachOf(source: string): string | null {
  const found = NEVER.find(([pattern]) => pattern.test(source));
  if (found) return `it ${found[1]}`;
  // Links too come from the résumé: an address that is written into the source is somebody else's.
  const { hosts, ways, never } = newReach("src/own/X.tsx", "", source.replaceAll(/<a\b/g, "<i"));
  const [reached] = [...hosts, ...ways];
  if (never[0] !== undefined) return `it ${never[0]}`;
  return reached === undefined ? null : `it reaches outside (${reached})`;
}
