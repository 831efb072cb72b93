import { expect, it } from "vitest";
import { listedPackages, projectNeeds } from "./project-needs.ts";

const AT_HAND = ["react", "react/jsx-runtime", "react-dom", "clsx", "motion", "motion/react"];
const packages = (dependencies: Record<string, string>, devDependencies = {}) =>
  JSON.stringify({ dependencies, devDependencies });

it("finds packages beyond the set, and leaves build tools of our templates and types aside", () => {
  const own = { react: "19", clsx: "2", three: "1", "@visx/axis": "3" };
  const dev = { vite: "8", typescript: "7", "@types/three": "1", "@tailwindcss/vite": "4" };
  const needs = projectNeeds({ "package.json": packages(own, dev) }, AT_HAND);
  expect(needs.packagesOutside).toEqual(["@visx/axis", "three"]);
  expect(needs.nodeFeature).toBeNull();
});

it("takes a half-typed package.json for one without packages", () => {
  expect(listedPackages('{ "dependencies": { "three": ')).toEqual({});
  expect(listedPackages('{ "dependencies": "none" }')).toEqual({});
  expect(listedPackages("null")).toEqual({});
  expect(listedPackages(new Uint8Array([1]))).toEqual({});
});

it.each([
  ["Sass", { "src/app.scss": "" }],
  ["PostCSS", { "postcss.config.js": "" }],
  ["a Tailwind plug-in", { "src/app.css": '@import "tailwindcss";\n@plugin "x";' }],
  ["import.meta.glob", { "src/all.ts": 'import.meta.glob("./*.md")' }],
  ["path aliases", { "vite.config.ts": "resolve: { alias: {} }" }],
  [null, { "src/app.css": "a { color: red }", "src/a.ts": "import.meta.url" }],
])("names what only Node does: %s", (feature, files) => {
  expect(projectNeeds(files as Record<string, string>, AT_HAND).nodeFeature).toBe(feature);
});

it("counts bytes of text and of other files", () => {
  expect(projectNeeds({ a: "12345", b: new Uint8Array(7) }, []).bytes).toBe(12);
});
