import { TEST_SCRIPT } from "../../portfolio/test-files.ts";
import { no, YES, type Verdict } from "./verdict.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Fields that say which packages there are. */
const PACKAGES = ["dependencies", "devDependencies"] as const;
/** Fields that do nothing but say something. */
const WORDS = new Set([
  "name",
  "version",
  "description",
  "author",
  "license",
  "keywords",
  "homepage",
]);

/** A package of the registry, by version or range; no address, no folder, no repository. */
const NAME = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/;
const RANGE = /^[\^~]?\d[\w.+-]*$/;

/**
 * What an edit of package.json may do: words freely, packages with a yes, scripts never, but for one that
 * runs the tests where vitest is listed.
 */
export function judgePackageEdit(before: string | null, after: string): Verdict {
  const [old, now] = [fieldsOf(before ?? "{}"), fieldsOf(after)];
  if (now === null) return no("package.json would be no JSON object. Nothing was written.");
  const changed = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now)])].filter(
    (field) => JSON.stringify(old?.[field]) !== JSON.stringify(now[field]),
  );
  const closed = changed.filter(
    (field) =>
      !WORDS.has(field) &&
      !(PACKAGES as readonly string[]).includes(field) &&
      !(field === "scripts" && addsTests(old, now)),
  );
  if (closed.length > 0) {
    return no(`Only its owner changes “${closed.join("”, “")}” in package.json, by hand.`);
  }
  const packages: string[] = [];
  for (const field of PACKAGES) {
    const [had, has] = [old?.[field] ?? {}, now[field] ?? {}];
    if (!isFields(had) || !isFields(has)) return no(`“${field}” isn’t a list of packages.`);
    for (const name of new Set([...Object.keys(had), ...Object.keys(has)])) {
      if (had[name] === has[name]) continue;
      const range = has[name];
      if (range === undefined) packages.push(`without ${name}`);
      else if (!isPackage(name, range)) {
        return no(`“${name}” isn’t a package of the registry with a version. Nothing was written.`);
      } else packages.push(`${name} ${String(range)}`);
    }
  }
  if (packages.length === 0) return YES;
  const about = packages.join(", ");
  const said = "The site would use other packages: code of others, loaded from npm.";
  return { kind: "ask", wish: { what: "packages", about, said } };
}

function addsTests(old: Fields | null, now: Fields): boolean {
  const [had, has] = [old?.["scripts"] ?? {}, now["scripts"]];
  const isListed = PACKAGES.some((field) => {
    const list = now[field];
    return isFields(list) && "vitest" in list;
  });
  if (!isListed || !isFields(had) || !isFields(has) || "test" in had) return false;
  const { test, ...others } = has;
  return test === TEST_SCRIPT && JSON.stringify(others) === JSON.stringify(had);
}

const isPackage = (name: string, range: unknown) =>
  NAME.test(name) && name.length <= 214 && typeof range === "string" && RANGE.test(range);

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fieldsOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}
