import type { FileChange, FileContent, ProjectFiles } from "../../shared/project.ts";
import type { SealedRows } from "./sealed-rows.ts";

/**
 * A project's files in a Durable Object, encrypted, each content once: what a hosted sandbox was last known
 * to hold. It is what comes back when the machine is lost.
 */
export interface ProjectMirror {
  /**
   * Contents that are the same cost nothing.
   * @param onChange called before anything that differs is written down
   */
  put(changes: readonly FileChange[], onChange?: () => void): Promise<void>;
  files(): Promise<ProjectFiles>;
  /** Makes it hold these files and no others. */
  replace(files: ProjectFiles, onChange?: () => void): Promise<void>;
}

/** Path → the row of its content, and whether that is text. */
type Index = Readonly<Record<string, { readonly row: string; readonly isText: boolean }>>;

const INDEX = "files";

/** @param names the object's key for names that tell nothing */
export function openProjectMirror(rows: SealedRows, names: CryptoKey): ProjectMirror {
  /** One change after another: each reads the index and writes it. */
  let writing: Promise<unknown> = Promise.resolve();
  const index = async () => ((await rows.getJson(INDEX)) ?? {}) as Index;

  async function apply(changes: readonly FileChange[], onChange = () => {}): Promise<void> {
    const before = await index();
    const next: Record<string, Index[string]> = { ...before };
    for (const { path, content } of changes) {
      if (content === null) {
        delete next[path];
        continue;
      }
      const isText = typeof content === "string";
      const bytes = isText ? new TextEncoder().encode(content) : content;
      const row = `file ${await nameOf(names, bytes)}`;
      if (!Object.values(next).some((known) => known.row === row)) await rows.put(row, bytes);
      next[path] = { row, isText };
    }
    if (changes.every(({ path }) => before[path]?.row === next[path]?.row)) return;
    onChange();
    await rows.putJson(INDEX, next);
    const used = new Set(Object.values(next).map(({ row }) => row));
    for (const { row } of Object.values(before)) if (!used.has(row)) rows.remove(row);
  }
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = writing.then(work);
    writing = done.catch(() => undefined);
    return done;
  };
  async function files(): Promise<ProjectFiles> {
    const found: Record<string, FileContent> = {};
    for (const [path, { row, isText }] of Object.entries(await index())) {
      const bytes = await rows.get(row);
      if (bytes) found[path] = isText ? textOf(bytes) : bytes;
    }
    return found;
  }

  return {
    put: (changes, onChange) => inTurn(() => apply(changes, onChange)),
    files,
    replace: (wanted, onChange) =>
      inTurn(async () => {
        const gone = Object.keys(await index()).filter((path) => !(path in wanted));
        const all = [
          ...gone.map((path) => ({ path, content: null })),
          ...Object.entries(wanted).map(([path, content]) => ({ path, content })),
        ];
        await apply(all, onChange);
      }),
  };
}

const textOf = (bytes: Uint8Array) =>
  new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(bytes);

/** Rows are named by a keyed hash of their content. */
async function nameOf(names: CryptoKey, bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.sign("HMAC", names, bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
