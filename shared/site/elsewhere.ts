/** Where a portfolio can be sent beside our own sites (R2.6). */
import { fail, ok, type Failure, type Result } from "../failure.ts";

export const OTHER_HOSTS = ["github", "netlify", "vercel"] as const;
export type OtherHostId = (typeof OTHER_HOSTS)[number];

export const HOST_NAMES: Readonly<Record<OtherHostId, string>> = {
  github: "GitHub",
  netlify: "Netlify",
  vercel: "Vercel",
};

/** What goes to each: GitHub gets the project and builds it, the others get the finished site. */
export const WHAT_GOES: Readonly<Record<OtherHostId, "project" | "site">> = {
  github: "project",
  netlify: "site",
  vercel: "site",
};

/** How a host names a content: Git hashes a header along with it, the others the content alone. */
export const HASH_HEADER: Readonly<Record<OtherHostId, (bytes: number) => string>> = {
  github: (bytes) => `blob ${bytes}\0`,
  netlify: () => "",
  vercel: () => "",
};

/** Path → SHA-1 in hex, as the host names contents, and size in bytes. */
export type SentManifest = Readonly<
  Record<string, { readonly hash: string; readonly size: number }>
>;

export interface RepositoryName {
  /** `null`: the account’s own. */
  readonly owner: string | null;
  readonly name: string;
}

/** `walks`, `ada/walks` or its address at GitHub. Fails with `invalid`. */
export function parseRepository(raw: string): Result<RepositoryName> {
  const short = raw
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, "")
    .replace(/(?:\.git)?\/?$/, "");
  const match = /^(?:([a-z\d](?:[a-z\d-]{0,38}))\/)?([\w.-]{1,100})$/i.exec(short);
  const name = match?.[2];
  if (!name || /^\.+$/.test(name)) return fail(NO_REPOSITORY);
  return ok({ owner: match[1] ?? null, name });
}

/** A branch’s name, by the part of Git’s rules that people meet (git-check-ref-format). Fails with `invalid`. */
export function parseBranch(raw: string): Result<string> {
  const branch = raw.trim();
  const isFine =
    /^[\w][\w./-]{0,99}$/.test(branch) &&
    !/\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)/.test(branch) &&
    !/[./]$/.test(branch);
  return isFine ? ok(branch) : fail(NO_BRANCH);
}

/** The name of a site at Netlify or Vercel: what both of them take. Fails with `invalid`. */
export function parseSiteName(raw: string): Result<string> {
  const name = raw.trim().toLowerCase();
  const isFine = /^[a-z\d](?:[a-z\d-]{1,50})[a-z\d]$/.test(name) && !name.includes("---");
  return isFine ? ok(name) : fail(NO_SITE_NAME);
}

export const WORKFLOW_PATH = ".github/workflows/pages.yml";

/**
 * The workflow that builds a pushed project and shows it by GitHub Pages (actions/starter-workflows,
 * pages/static.yml, with a build). Templates build with relative addresses, so no base is needed.
 */
export const pagesWorkflow = (branch: string): string => `name: Pages
on:
  push:
    branches: [${JSON.stringify(branch)}]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm ci
      - run: npm run build
      - uses: actions/configure-pages@v5
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - id: deployment
        uses: actions/deploy-pages@v4
`;

const NO_REPOSITORY: Failure = {
  kind: "invalid",
  message: "That isn’t a repository’s name.",
  nextStep: "Use letters, digits, dashes and dots: walks, or ada/walks for somebody else’s.",
  retryable: false,
};
const NO_BRANCH: Failure = {
  kind: "invalid",
  message: "That isn’t a branch’s name.",
  nextStep: "Use letters, digits, dashes and slashes; main is the usual one.",
  retryable: false,
};
const NO_SITE_NAME: Failure = {
  kind: "invalid",
  message: "That can’t be a site’s name there.",
  nextStep: "Use 3 to 52 small letters, digits and single dashes.",
  retryable: false,
};
