import type { OwnComponentId } from "../../ports/model.ts";
import type { ProjectFiles } from "../../project.ts";

/** Where a template renders what a component shows. */
export interface ComponentPlace {
  /** The file of the new component. */
  readonly path: string;
  /** The template's own: its file, and the name that it exports. */
  readonly original: string;
  readonly name: string;
  /** Who imports it, and is imported itself; nobody where an earlier one has taken its place. */
  readonly importers: readonly string[];
}

/** What templates call the component that shows it; the first that is there is meant. */
const NAMES: Readonly<Record<OwnComponentId, readonly string[]>> = {
  hero: ["Masthead", "Header", "Hero", "Cover"],
  skills: ["Skills"],
  timeline: ["Work", "Timeline"],
  gallery: ["Projects", "Gallery"],
  contact: ["Contact", "Ways"],
};
/** Where a page begins: nobody imports them. */
const BEGINNINGS = /^src\/(?:main|prerender)\.tsx$/;
const NAMED_IMPORT = /^import \{ (\w+) \} from "(\.{1,2}\/[\w/-]+)";$/gm;
const DEFAULT_IMPORT = /^import (\w+) from "(\.{1,2}\/[\w/-]+)";$/gm;
const ANY_IMPORT = /\bfrom "(\.{1,2}\/[\w/-]+)"/g;
const ENDINGS = [".tsx", ".ts"];

/**
 * The place of a component in a project, also where an earlier one of this kind has taken it; `null` where
 * its template shows none.
 */
export function placeOf(files: ProjectFiles, id: OwnComponentId): ComponentPlace | null {
  for (const name of NAMES[id]) {
    const place = freePlaceOf(files, id, name) ?? takenPlaceOf(files, id, name);
    if (place) return place;
  }
  return null;
}

function freePlaceOf(files: ProjectFiles, id: OwnComponentId, name: string): ComponentPlace | null {
  const path = ownPath(id);
  const used = importsIn(files, NAMED_IMPORT).filter(
    (one) => one.name === name && one.from !== path && one.to !== path && isUsed(files, one.from),
  );
  const original = used[0]?.to;
  if (original === undefined) return null;
  const importers = used.filter(({ to }) => to === original).map(({ from }) => from);
  return { path, original, name, importers };
}

/** Where an earlier one stands, the new one takes its file. */
function takenPlaceOf(
  files: ProjectFiles,
  id: OwnComponentId,
  name: string,
): ComponentPlace | null {
  const path = ownPath(id);
  const isTaken = importsIn(files, DEFAULT_IMPORT).some(
    (one) => one.name === name && one.to === path && isUsed(files, one.from),
  );
  if (!isTaken) return null;
  const exported = new RegExp(`^export (?:function|const) ${name}\\b`, "m");
  const original = sourcesOf(files).find((file) => exported.test(textOf(files, file)));
  return original === undefined ? null : { path, original, name, importers: [] };
}

/** The project with the component in the place of the template's own, whose file stays where it is. */
export function placeComponent(
  files: ProjectFiles,
  { path, original, name, importers }: ComponentPlace,
  source: string,
): ProjectFiles {
  const rewired = importers.map((importer) => {
    const text = textOf(files, importer).replace(NAMED_IMPORT, (line, imported, specifier) =>
      imported === name && resolved(files, importer, String(specifier)) === original
        ? `import ${name} from "${specifierFor(importer, path)}";`
        : line,
    );
    return [importer, text] as const;
  });
  return { ...files, ...Object.fromEntries(rewired), [path]: source };
}

/** Modules that a module of the project imports, in their order. */
export const modulesOf = (files: ProjectFiles, path: string): readonly string[] =>
  [...textOf(files, path).matchAll(ANY_IMPORT)].flatMap(
    ([, specifier = ""]) => resolved(files, path, specifier) ?? [],
  );

const ownPath = (id: OwnComponentId) => `src/own/${id[0]!.toUpperCase()}${id.slice(1)}.tsx`;

const textOf = (files: ProjectFiles, path: string): string => {
  const content = files[path];
  return typeof content === "string" ? content : "";
};

const sourcesOf = (files: ProjectFiles) =>
  Object.keys(files).filter((path) => /^src\/.*\.tsx?$/.test(path));

const importsIn = (files: ProjectFiles, how: RegExp) =>
  sourcesOf(files).flatMap((from) =>
    [...textOf(files, from).matchAll(how)].flatMap(([, name = "", specifier = ""]) => {
      const to = resolved(files, from, specifier);
      return to === null ? [] : [{ from, name, to }];
    }),
  );

/** A module whose place another component has taken is there, but nobody imports it. */
const isUsed = (files: ProjectFiles, path: string): boolean =>
  BEGINNINGS.test(path) ||
  sourcesOf(files).some((other) => other !== path && modulesOf(files, other).includes(path));

function resolved(files: ProjectFiles, from: string, specifier: string): string | null {
  const segments = from.split("/").slice(0, -1);
  for (const segment of specifier.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== ".") segments.push(segment);
  }
  const path = segments.join("/");
  return ENDINGS.map((ending) => path + ending).find((one) => Object.hasOwn(files, one)) ?? null;
}

/** Both lie below `src`. */
function specifierFor(from: string, to: string): string {
  const target = to.replace(/\.tsx$/, "");
  if (from.startsWith("src/own/")) return target.replace(/^src\/own/, ".");
  const depth = from.split("/").length - 2;
  return `${depth === 0 ? "./" : "../".repeat(depth)}${target.replace(/^src\//, "")}`;
}
