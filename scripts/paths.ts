import { resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "..");
export const fromRoot = (...parts: string[]) => resolve(ROOT, ...parts);

/** A package's command-line program, run by the Node that the project brings. */
export const PROGRAMS = {
  vite: fromRoot("node_modules/vite/bin/vite.js"),
  vitest: fromRoot("node_modules/vitest/vitest.mjs"),
  wrangler: fromRoot("node_modules/wrangler/bin/wrangler.js"),
  prettier: fromRoot("node_modules/prettier/bin/prettier.cjs"),
  oxlint: fromRoot("node_modules/oxlint/bin/oxlint"),
  tsc: fromRoot("node_modules/typescript/bin/tsc"),
} as const;
