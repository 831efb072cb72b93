import { readHead, voteOrder, type Chunk, type Head } from "../chunks.ts";
import { findEntries, type Entry } from "../entries.ts";
import { found, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import type { Line } from "../line.ts";
import { organisationScore, positionScore } from "./role-words.ts";
import { endsInTowns, splitTown, splitTrailingPlace } from "./places.ts";

interface Names {
  readonly organisation: string;
  readonly position: string;
  readonly place: string;
  readonly lines: readonly Line[];
  readonly confidence: number;
}

/** Jobs and voluntary work: an organisation, a position, dates, a place, what was done. */
export function readWork(items: readonly Item[], key: "name" | "organization"): FoundTree[] {
  const entries = findEntries(items);
  const heads = entries.map((entry) => readHead(entry.head));
  const positionFirst = voteOrder(
    heads,
    (a, b) => positionScore(a) - organisationScore(a) - (positionScore(b) - organisationScore(b)),
  );
  const all: Names[] = [];
  let last: Names | null = null;
  entries.forEach((entry, i) => {
    const head = heads[i]!;
    const names = entry.under && last ? nestedNames(head, last) : namesOf(head, positionFirst);
    last = names;
    all.push(names);
  });
  const withTowns = endsInTowns(all.map(({ organisation }) => organisation).filter(Boolean));
  return entries.flatMap((entry, i) => {
    const names = withTowns ? partTown(all[i]!) : all[i]!;
    const tree = workTree(entry, heads[i]!, names, key);
    return Object.values(tree).some(Boolean) ? [tree] : [];
  });
}

/** In a section that writes “Name, Town”. */
function partTown(names: Names): Names {
  const town = splitTown(names.organisation);
  return town ? { ...names, organisation: town.name, place: names.place || town.place } : names;
}

/** A further position at the employer named above it. */
function nestedNames(head: Head, above: Names): Names {
  const chunk = head.chunks[0];
  if (head.chunks.length > 1 && organisationScore(head.chunks[1]!.text) > 0)
    return namesOf(head, true);
  return {
    organisation: above.organisation,
    position: chunk?.text ?? "",
    place: head.place?.text ?? above.place,
    lines: chunk?.lines ?? above.lines,
    confidence: 0.6,
  };
}

function namesOf(head: Head, positionFirst: boolean): Names {
  const pair = bestPair(head.chunks, positionFirst);
  if (pair) {
    const { role, house } = pair;
    const split = splitTrailingPlace(house.text);
    const tail = head.chunks.find(
      (chunk) =>
        chunk !== role && chunk !== house && chunk.text.length < 45 && !positionScore(chunk.text),
    );
    return {
      organisation: split?.name ?? house.text,
      position: role.text,
      place: head.place?.text ?? split?.place ?? tail?.text ?? "",
      lines: [...new Set([...role.lines, ...house.lines])],
      confidence: confidenceOf(role, house),
    };
  }
  const first = head.chunks[0];
  const names = first ? splitOneChunk(first) : { organisation: "", position: "" };
  return {
    ...names,
    place: head.place?.text ?? "",
    lines: first?.lines ?? [],
    confidence: 0.55,
  };
}

/** Of the first pieces of a head, the two that name a role and a house best; their order is the section's. */
function bestPair(
  chunks: readonly Chunk[],
  positionFirst: boolean,
): { role: Chunk; house: Chunk } | null {
  const pieces = chunks.slice(0, 4);
  let best: { role: Chunk; house: Chunk } | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  pieces.forEach((role, r) =>
    pieces.forEach((house, h) => {
      if (r === h) return;
      const words = votes(role, house);
      const order = r < h === positionFirst ? 0.8 : 0;
      const prose = (role.text.length > 80 ? 1.5 : 0) + (house.text.length > 90 ? 1.5 : 0);
      const score = words + order - 0.7 * (r + h) - prose;
      if (score > bestScore) {
        best = { role, house };
        bestScore = score;
      }
    }),
  );
  return best;
}

/** How much the words speak for this role at this house; more than one word of a kind says no more. */
const votes = (role: Chunk, house: Chunk): number => {
  const lean = (text: string): number =>
    Math.max(-1, Math.min(1, positionScore(text) - organisationScore(text)));
  return lean(role.text) - lean(house.text);
};

const confidenceOf = (role: Chunk, house: Chunk): number => {
  const score = votes(role, house);
  return score > 1 ? 0.92 : score > 0 ? 0.85 : score === 0 ? 0.65 : 0.45;
};

const AT = /\s+(?:at|@|bei|beim|chez|presso|bij)\s+(?=\p{Lu}|\d)/u;

/** Position and organisation in one stretch of text: “X at Y”, or the comma that parts them best. */
function splitOneChunk(chunk: Chunk): { organisation: string; position: string } {
  const at = AT.exec(chunk.text);
  if (at)
    return {
      position: chunk.text.slice(0, at.index),
      organisation: chunk.text.slice(at.index + at[0].length),
    };
  const parts = chunk.text.split(/\s*[,，]\s+/);
  let best = { score: 0, organisation: "", position: "" };
  for (let i = 1; i < parts.length; i += 1) {
    const [a, b] = [parts.slice(0, i).join(", "), parts.slice(i).join(", ")];
    // Of two commas that part as well, the one a house's own word follows.
    const named = organisationScore(parts[i]!) > 0 ? 0.2 : 0;
    const forward = positionScore(a) + organisationScore(b) - organisationScore(a) + named;
    const backward = organisationScore(a) + positionScore(b) - positionScore(a);
    if (forward > best.score) best = { score: forward, position: a, organisation: b };
    if (backward > best.score) best = { score: backward, position: b, organisation: a };
  }
  if (best.score > 0) return best;
  return positionScore(chunk.text) > organisationScore(chunk.text)
    ? { position: chunk.text, organisation: "" }
    : { position: "", organisation: chunk.text };
}

function workTree(entry: Entry, head: Head, names: Names, key: "name" | "organization"): FoundTree {
  const place =
    key === "name" ? found(names.place, names.lines, 0.7, "place in the entry’s head") : undefined;
  return {
    [key]: found(
      names.organisation,
      names.lines,
      names.confidence,
      "organisation in the entry’s head",
    ),
    position: found(names.position, names.lines, names.confidence, "position in the entry’s head"),
    location: place,
    url: head.url
      ? found(head.url.text, head.url.lines, 0.9, "address in the entry’s head")
      : undefined,
    ...datesOf(head, entry, "end"),
    ...textsOf(entry),
  };
}

/** Dates as a résumé has them. A lone date is an end or a start, as the section has it. */
export function datesOf(head: Head, entry: Entry, lone: "start" | "end"): FoundTree {
  const inBody = entry.body.find((item) => item.dates !== null && item.dates.range.isRange)?.dates;
  const dates = head.dates ?? (inBody ? { range: inBody.range, lines: [inBody.line] } : null);
  if (!dates) return {};
  const { range, lines } = dates;
  const rule = range.isRange ? "range of dates" : "lone date";
  const of = (value: string | undefined): Found | undefined =>
    value ? found(value, lines, range.isRange ? 0.95 : 0.7, rule) : undefined;
  if (!range.isRange && lone === "end") return { endDate: of(range.start) };
  return { startDate: of(range.start), endDate: of(range.end) };
}

/** Points by which a list stands in from its entry's head, where its signs are not text. */
const LIST_INDENT = 6;

/** Prose becomes the summary, list items the highlights. */
export function textsOf(entry: Entry, prose: "summary" | "description" = "summary"): FoundTree {
  const { body } = entry;
  const texts = body.filter((item) => item.text.length > 1);
  const bullets = texts.filter((item) => item.bullet);
  const plain = texts.filter((item) => !item.bullet);
  const left = entry.head[0]?.indent ?? 0;
  const indented = plain.filter((item) => item.indent > left + LIST_INDENT);
  const listed =
    bullets.length > 0 ? bullets : indented.length > 0 ? indented : plain.length > 1 ? plain : [];
  const before = texts.filter((item) => !listed.includes(item));
  const summary = before.map((item) => item.text).join("\n");
  const list = listed.flatMap((item) => found(item.text, item.lines, 0.9, "list item") ?? []);
  return {
    [prose]: found(
      summary,
      before.flatMap((item) => item.lines),
      0.85,
      "prose under the head",
    ),
    ...(list.length ? { highlights: list } : {}),
  };
}
