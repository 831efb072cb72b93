/**
 * Edits of a JSON document by JSON Pointer (RFC 6901). Every edit gives a new document that shares
 * all untouched parts with the old one, so that unknown keys survive and unchanged fields don't
 * render again.
 */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type JsonObject = { readonly [key: string]: Json };

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Splits `/work/0/name` into its segments; `""` is the whole document. */
export function pointerSegments(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((segment) => segment.replace(/~1/g, "/").replace(/~0/g, "~"));
}

/** Joins segments into a pointer. */
export function pointerTo(...segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replace(/~/g, "~0").replace(/\//g, "~1")}`)
    .join("");
}

/** The value at a pointer, or `undefined` where there is none. */
export function valueAt(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const segment of pointerSegments(pointer)) {
    if (isList(value)) value = value[Number(segment)];
    else if (isObject(value) && Object.hasOwn(value, segment)) value = value[segment];
    else return undefined;
  }
  return value;
}

/**
 * Sets the value at a pointer; missing parents are made (a list where the next segment is a number).
 * `undefined` takes the key or list item away.
 */
export function setAt(document: Json, pointer: string, value: Json | undefined): Json {
  const [first, ...rest] = pointerSegments(pointer);
  if (first === undefined) return value ?? null;
  return setIn(document, [first, ...rest], value);
}

function setIn(
  parent: Json | undefined,
  [key, ...rest]: readonly [string, ...string[]],
  value: Json | undefined,
): Json {
  const [next, ...others] = rest;
  const known = isList(parent) ? parent[Number(key)] : isObject(parent) ? parent[key] : undefined;
  const child =
    next === undefined ? value : setIn(known ?? emptyFor(next), [next, ...others], value);
  return isList(parent) ? withItem(parent, Number(key), child) : withKey(parent, key, child);
}

const emptyFor = (segment: string): Json => (/^\d+$/.test(segment) ? [] : {});

function withItem(list: readonly Json[], index: number, item: Json | undefined): Json {
  if (item === undefined) return list.filter((_, at) => at !== index);
  const copy = [...list];
  copy[Math.min(index, list.length)] = item;
  return copy;
}

function withKey(parent: Json | undefined, key: string, value: Json | undefined): Json {
  const source = isObject(parent) ? parent : {};
  if (value !== undefined) return { ...source, [key]: value };
  return Object.fromEntries(Object.entries(source).filter(([name]) => name !== key));
}

const listAt = (document: Json, pointer: string): readonly Json[] => {
  const value = valueAt(document, pointer);
  return isList(value) ? value : [];
};

/** Puts an item into the list at a pointer, at its end unless `index` says where. */
export function insertItem(document: Json, pointer: string, item: Json, index?: number): Json {
  const list = [...listAt(document, pointer)];
  list.splice(index ?? list.length, 0, item);
  return setAt(document, pointer, list);
}

/** Takes an item out of the list at a pointer; a list left empty goes too. */
export function removeItem(document: Json, pointer: string, index: number): Json {
  const list = listAt(document, pointer).filter((_, at) => at !== index);
  return setAt(document, pointer, list.length === 0 ? undefined : list);
}

/** Copies an item to the place right after it. */
export function duplicateItem(document: Json, pointer: string, index: number): Json {
  const item = listAt(document, pointer)[index];
  return item === undefined ? document : insertItem(document, pointer, item, index + 1);
}

/** Puts the list at a pointer into a new order: `order[i]` is the old index of the new item `i`. */
export function reorderItems(document: Json, pointer: string, order: readonly number[]): Json {
  const list = listAt(document, pointer);
  const isPermutation =
    order.length === list.length &&
    new Set(order).size === list.length &&
    !order.some((at) => !(at in list));
  return isPermutation
    ? setAt(
        document,
        pointer,
        order.map((at) => list[at]!),
      )
    : document;
}
