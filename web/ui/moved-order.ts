/** The ids with `moved` (in their present order) put before or after `target`. Unknown ids are ignored. */
export function movedTo(
  ids: readonly string[],
  moved: readonly string[],
  target: string,
  where: "before" | "after",
): readonly string[] {
  if (!ids.includes(target)) return ids;
  const going = ids.filter((id) => moved.includes(id));
  // The target may be among what moves: its place is then counted by what stays before it.
  const at = ids.indexOf(target) + (where === "after" ? 1 : 0);
  const before = ids.slice(0, at).filter((id) => !going.includes(id));
  const after = ids.slice(at).filter((id) => !going.includes(id));
  return [...before, ...going, ...after];
}

/** The ids with one moved a place up (-1) or down (1); the same order at either end. */
export function movedBy(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id);
  const other = ids[from + by];
  if (from < 0 || other === undefined) return ids;
  return movedTo(ids, [id], other, by === -1 ? "before" : "after");
}
