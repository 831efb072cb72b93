/** What the frame and the runner say to each other over the WebSocket: JSON, one message a frame. */
import { z } from "zod";

const path = z.string().max(4_096);
const process = z.int().positive();

/** What the frame asks; each is answered once, under its id. */
export const QUESTIONS = {
  open: z.object({
    forwardPreviewErrors: z.union([z.boolean(), z.literal("exceptions-only")]).optional(),
  }),
  /** `tree` as `@webcontainer/api` mounts it: `{ d: { name: { d } | { f: { c, b? } | { l } } } }`. */
  load: z.object({ tree: z.string(), at: path }),
  read: z.object({ path }),
  write: z.object({ path, base64: z.string() }),
  list: z.object({ path }),
  makeFolder: z.object({ path, recursive: z.boolean() }),
  remove: z.object({ path, recursive: z.boolean(), force: z.boolean() }),
  move: z.object({ from: path, to: path }),
  watch: z.object({ watch: z.int(), path, recursive: z.boolean() }),
  unwatch: z.object({ watch: z.int() }),
  run: z.object({
    command: z.string().min(1).max(4_096),
    args: z.array(z.string()).max(4_096),
    cwd: path.optional(),
    env: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    terminal: z.object({ cols: z.number(), rows: z.number() }).optional(),
  }),
  input: z.object({ process, text: z.string() }),
  resize: z.object({ process, cols: z.number(), rows: z.number() }),
  kill: z.object({ process }),
  serialize: z.object({ path, excludes: z.array(z.string()) }),
  setPreviewScript: z.object({
    source: z.string(),
    type: z.enum(["module", "importmap"]).optional(),
    defer: z.boolean().optional(),
    async: z.boolean().optional(),
  }),
} as const;

export type QuestionName = keyof typeof QUESTIONS;
export type QuestionOf<Name extends QuestionName> = z.infer<(typeof QUESTIONS)[Name]>;

export const questionSchema = z.object({
  id: z.int(),
  name: z.enum(Object.keys(QUESTIONS) as [QuestionName, ...QuestionName[]]),
  input: z.unknown(),
});

export interface AnswerTo {
  open: { readonly cwd: string; readonly path: string };
  read: { readonly base64: string };
  list: readonly { readonly name: string; readonly isFolder: boolean }[];
  run: { readonly process: number };
  serialize: { readonly tree: string };
}

/** From the runner: an answer, or what happens by itself. */
export type FromRunner =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string } }
  | { readonly event: "output"; readonly process: number; readonly text: string }
  | { readonly event: "exit"; readonly process: number; readonly code: number }
  | { readonly event: "watch"; readonly watch: number; readonly name: string }
  | {
      readonly event: "port";
      readonly port: number;
      readonly state: "open" | "close";
      readonly url: string;
    }
  | { readonly event: "preview-message"; readonly message: object }
  /** The workspace was ended: it used more than its share, say. */
  | { readonly event: "error"; readonly message: string };

/** What a page of a preview reports, for `forwardPreviewErrors`. */
export const previewMessageSchema = z.object({
  type: z.enum([
    "PREVIEW_UNCAUGHT_EXCEPTION",
    "PREVIEW_UNHANDLED_REJECTION",
    "PREVIEW_CONSOLE_ERROR",
  ]),
  message: z.string().max(20_000).optional(),
  args: z.array(z.unknown()).max(50).optional(),
  stack: z.string().max(50_000).optional(),
  pathname: z.string(),
  search: z.string(),
  hash: z.string(),
});
