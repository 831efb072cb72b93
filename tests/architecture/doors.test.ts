import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import { DOORS, ONE_KNOWER, SHARED_PACKAGES } from "./doors.ts";
import { importsOf, sourceFiles, type Import } from "./imports.ts";

const files = await sourceFiles();
const imports: Import[] = (await Promise.all(files.map(importsOf))).flat();

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** The room of a file: the longest prefix in the table. */
function roomOf(path: string): string {
  const rooms = Object.keys(DOORS).filter((room) => path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? "(none)";
}

describe("doors", () => {
  test("there is something to check", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter((i) => i.file !== null).length).toBeGreaterThan(30);
  });

  test("rooms import only the rooms that the table opens to them", () => {
    const closed = imports.flatMap(({ from, file }) => {
      if (file === null || !/\.tsx?$/.test(file)) return [];
      // A unit test stands beside its code and may bring what its room is given at run time.
      if (isTest(from) && !roomOf(file).startsWith("edge")) return [];
      const [a, b] = [roomOf(from), roomOf(file)];
      return a === b || DOORS[a]?.includes(b) ? [] : [`${from} → ${file}`];
    });
    expect(closed).toEqual([]);
  });

  test("every relative import names an existing file, extension and all", () => {
    const missing = imports
      .filter(({ file }) => file !== null && !file.startsWith("web/generated/"))
      .filter(({ file }) => !existsSync(fromRoot(file!)))
      .map(({ from, file }) => `${from} → ${file}`);
    expect(missing).toEqual([]);
  });

  test("shared/ uses a few pure packages only", () => {
    const impure = imports
      .filter(({ from, packageName }) => from.startsWith("shared/") && !isTest(from) && packageName)
      .filter(({ packageName }) => !SHARED_PACKAGES.includes(packageName!))
      .map(({ from, packageName }) => `${from} → ${packageName}`);
    expect(impure).toEqual([]);
  });

  test("each engine is known by one place", () => {
    const second = imports
      .filter(
        ({ from, packageName }) =>
          packageName && !isTest(from) && /^(web|edge|shared)\//.test(from),
      )
      .filter(({ from, packageName }) => {
        const place = ONE_KNOWER[packageName!];
        return place !== undefined && !from.startsWith(place);
      })
      .map(({ from, packageName }) => `${from} → ${packageName}`);
    expect(second).toEqual([]);
  });

  test("no circle of files", () => {
    const graph = new Map<string, string[]>();
    for (const { from, file } of imports)
      if (file) graph.set(from, [...(graph.get(from) ?? []), file]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});
