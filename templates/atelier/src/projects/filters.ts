import { filled, textOf } from "../filled";
import { pieces, type Piece } from "./pieces";

/** One way to look at a part of the gallery. */
export interface Filter {
  readonly label: string;
  readonly ids: ReadonlySet<string>;
}

/** As many as filters.css has rules for. */
const MOST = 7;
/** Fewer pieces are seen at a glance. */
const ENOUGH = 4;

/** What pieces have in common, the commonest first; what all have or only one has parts nothing. */
function sharedBy(labelsOf: (piece: Piece) => readonly unknown[]): readonly Filter[] {
  const found = new Map<string, { label: string; ids: Set<string> }>();
  for (const piece of pieces) {
    for (const label of filled(labelsOf(piece).map(textOf))) {
      const key = label.toLocaleLowerCase();
      const group = found.get(key) ?? { label, ids: new Set<string>() };
      group.ids.add(piece.id);
      found.set(key, group);
    }
  }
  return [...found.values()]
    .filter(({ ids }) => ids.size > 1 && ids.size < pieces.length)
    .sort((a, b) => b.ids.size - a.ids.size);
}

/** The filters worth having: types of project first, then keywords. */
function chooseFilters(): readonly Filter[] {
  if (pieces.length < ENOUGH) return [];
  const types = sharedBy(({ project }) => [project.type]);
  const named = new Set(types.map(({ label }) => label.toLocaleLowerCase()));
  const keywords = sharedBy(({ project }) => filled(project.keywords)).filter(
    ({ label }) => !named.has(label.toLocaleLowerCase()),
  );
  const all = [...types, ...keywords].slice(0, MOST);
  return all.length > 1 ? all : [];
}

export const filters = chooseFilters();
