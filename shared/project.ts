/**
 * A portfolio's files: a real Vite + React + TypeScript project (R2.1), as a flat record of
 * project-relative POSIX paths. Text is a string; anything else is bytes.
 */
import { fail, ok, type Result } from "./failure.ts";

export type ProjectPath = string;
export type FileContent = string | Uint8Array;
export type ProjectFiles = Readonly<Record<ProjectPath, FileContent>>;

/** One change to one file; `content: null` deletes it. */
export interface FileChange {
  readonly path: ProjectPath;
  readonly content: FileContent | null;
}

export const RESUME_PATH = "src/data/resume.json";
export const THEME_PATH = "src/theme.json";
/** The portrait that the form keeps: served from the site's root by Vite. */
export const PORTRAIT_PATH = "public/portrait.webp";
/** As the résumé names it. */
export const PORTRAIT_ADDRESS = "./portrait.webp";
/** What npm writes of its own; nothing else ever comes up from a sandbox. */
export const NPM_FILES = ["package.json", "package-lock.json"] as const;

/** Limits of R5.3, in bytes and counts. */
export const PROJECT_LIMITS = {
  textBytes: 1_000_000,
  binaryBytes: 10_000_000,
  totalBytes: 50_000_000,
  files: 2_000,
  pathLength: 240,
} as const;

const ILLEGAL = /[\\:*?"<>|\u0000-\u001f]/;

/**
 * Mints a project path from what a person or tool typed: no leading slash, no `.` or `..` segment,
 * no character that Windows or a shell would trip over. Every path from outside passes here.
 */
export function parseProjectPath(raw: string): Result<ProjectPath> {
  const path = raw.normalize("NFC").replace(/^\.\//, "").replace(/^\/+/, "").trim();
  const segments = path.split("/");
  const bad =
    path === "" ||
    path.length > PROJECT_LIMITS.pathLength ||
    ILLEGAL.test(path) ||
    segments.some((s) => s === "" || s === "." || s === ".." || s.endsWith(" ") || s.endsWith("."));
  if (bad) {
    return fail({
      kind: "invalid",
      message: `“${raw}” can’t be used as a file name.`,
      nextStep:
        "Use letters, digits, dots, dashes and slashes, for example src/sections/Talks.tsx.",
      retryable: false,
    });
  }
  return ok(path);
}
