/**
 * Which room may import which. Doors deny by default: what isn't listed is closed. A room may always
 * import itself. Paths are prefixes; the longest that fits a file is its room.
 */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  "shared/ports": ["shared"],
  "shared/cv": ["shared"],
  "shared/portfolio": ["shared"],
  "shared/api": ["shared"],

  "web/ui": ["shared"],
  "web/storage": ["shared", "shared/ports", "shared/portfolio"],
  "web/cv": ["shared", "shared/cv", "web/ui"],
  "web/portfolio": ["shared", "shared/portfolio", "web/ui", "web/generated"],
  "web/project": ["shared", "shared/ports", "shared/portfolio"],
  "web/sandbox": ["shared", "shared/ports", "web/ui", "web/generated"],
  "web/api": ["shared", "shared/api"],
  "web/account": ["shared", "shared/api", "web/ui", "web/api"],
  "web/sync": ["shared", "shared/ports", "shared/api", "web/api"],
  "web/workbench": ["shared", "shared/ports", "web/ui", "web/sandbox", "web/project"],
  // The hall: the only room that knows the order of the others.
  "web/app": [
    "shared",
    "shared/ports",
    "shared/cv",
    "shared/portfolio",
    "web/ui",
    "web/storage",
    "web/cv",
    "web/portfolio",
    "web/project",
    "web/sandbox",
    "web/workbench",
    "web/api",
    "web/account",
    "web/sync",
    "shared/api",
    "web/generated",
  ],
  web: ["web/app", "web/ui"],
  "web/generated": ["shared"],

  // The worker reads CVs and fetches templates by the very code that the browser has.
  edge: [
    "shared",
    "shared/api",
    "shared/cv",
    "shared/portfolio",
    "web/cv",
    "web/portfolio",
    "web/generated",
  ],
  templates: [],
  scripts: [
    "shared",
    "shared/ports",
    "shared/cv",
    "shared/portfolio",
    "web/cv",
    "web/sandbox",
    "edge",
    "tests",
  ],
  tests: [
    "shared",
    "shared/ports",
    "shared/cv",
    "shared/portfolio",
    "shared/api",
    "web/cv",
    "web/sandbox",
    "web/storage",
    "web/project",
    "web/portfolio",
    "web/generated",
    "web/api",
    "web/sync",
    "edge",
    "scripts",
  ],
};

/** Packages that `shared/` may use: pure, without DOM, Node or Workers types. */
export const SHARED_PACKAGES = ["zod", "culori", "libphonenumber-js"];

/** SDKs and engines that exactly one file may know (its directory where the engine needs several). */
export const ONE_KNOWER: Readonly<Record<string, string>> = {
  "esbuild-wasm": "web/sandbox/instant/",
  "@babel/standalone": "web/sandbox/instant/",
  "pdfjs-dist": "web/cv/read/",
  "fast-xml-parser": "web/cv/read/",
  idb: "web/storage/",
  cmdk: "web/app/commands/",
  "workbox-window": "web/app/",
  "libphonenumber-js": "shared/cv/",
  culori: "shared/portfolio/",
  "@sentry/cloudflare": "edge/observe/",
  "@opentelemetry/sdk-trace-base": "edge/observe/",
  "better-auth": "edge/auth/",
  "@better-auth/passkey": "edge/auth/",
  "drizzle-orm": "edge/db/",
  postgres: "edge/db/",
  "zod-openapi": "edge/open-api.ts",
  "@google/generative-ai": "edge/model/",
  cockatiel: "edge/outbound/",
  sucrase: "edge/portfolio/",
  "eventsource-parser": "web/api/",
};
