import type { Evidence } from "../cv-document.ts";
import { RESUME_LISTS, type Resume } from "../resume.ts";
import { isFound, type Found, type FoundList, type FoundTree } from "./found.ts";

type Node = Found | FoundTree | FoundList;

/** Last step: the tree of found values becomes a JSON Resume and, beside it, evidence for each leaf. */
export function assemble(
  tree: FoundTree,
  language: string,
): { readonly resume: Resume; readonly evidence: readonly Evidence[] } {
  const evidence: Evidence[] = [];
  const resume: Record<string, unknown> = {};
  for (const key of ["basics", ...RESUME_LISTS]) {
    const node = tree[key];
    const value = node && plainValue(node, `/${key}`, evidence);
    if (value !== undefined) resume[key] = value;
  }
  resume["meta"] = { version: "v1.0.0", language };
  return { resume: resume as Resume, evidence };
}

function plainValue(node: Node, pointer: string, evidence: Evidence[]): unknown {
  if (Array.isArray(node)) {
    const values: unknown[] = [];
    for (const child of node as FoundList) {
      const value = plainValue(child, `${pointer}/${values.length}`, evidence);
      if (value !== undefined) values.push(value);
    }
    return values.length ? values : undefined;
  }
  const tree = node as Found | FoundTree;
  if (isFound(tree)) {
    const { places, confidence, rule } = tree as Found;
    const value: string | undefined = pointer.endsWith("/url")
      ? absoluteUrl((tree as Found).value)
      : (tree as Found).value;
    if (value === undefined) return undefined;
    evidence.push({ pointer, places: uniquePlaces(places), confidence, rule });
    return value;
  }
  const result: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(tree)) {
    const value = child && plainValue(child, `${pointer}/${key}`, evidence);
    if (value !== undefined) result[key] = value;
  }
  return Object.keys(result).length ? result : undefined;
}

/** JSON Resume wants whole addresses; a CV prints them without `https://`. What is no address is left out. */
function absoluteUrl(text: string): string | undefined {
  const address = encodeURI(
    decodeSafely(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`),
  );
  return /^https?:\/\/[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s<>"{}|\\^`]*)?$/i.test(address)
    ? address
    : undefined;
}

/** Keeps what is encoded already from being encoded twice. */
function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

function uniquePlaces(places: Found["places"]): Found["places"] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = JSON.stringify(place);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
