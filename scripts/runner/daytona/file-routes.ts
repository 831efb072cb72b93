/** The toolbox's files. Paths and shapes are those of @daytona/toolbox-api-client. */
import { basename, join, matchesGlob } from "node:path";
import { fail } from "../../../shared/failure.ts";
import { Declined, declinedFor, readJson, valueOf } from "../answers.ts";
import { RUNNER_LIMITS } from "../limits.ts";
import { on, type Asked, type Handler, type Route } from "../router.ts";
import type { FileEntry, FileToWrite, Workspace } from "../workspace.ts";
import { readForm, writeParts, type Part } from "./multipart.ts";
import type { RunningSandbox } from "./sandboxes.ts";

/** What isn't text is left out where text is looked for. */
const MOST_SEARCHED_BYTES = 2 ** 20;
const MOST_MATCHES = 10_000;

const pathIn = ({ url }: Asked, name = "path"): string => {
  const path = url.searchParams.get(name);
  if (!path) throw new Declined(400, `The address lacks “${name}”.`, "INVALID_FILE_PATH");
  return path;
};

const modeIn = (text: string | null): number | undefined => {
  if (text === null || text === "") return undefined;
  if (!/^0?[0-7]{3}$/.test(text)) throw new Declined(400, "The mode isn’t octal, like 644.");
  return Number.parseInt(text, 8);
};

const LETTERS: Readonly<Record<FileEntry["kind"], string>> = {
  file: "-",
  folder: "d",
  link: "L",
  other: "?",
};

/** As Go writes a file's mode, which Daytona's daemon does: `-rw-r--r--`. */
const modeText = ({ kind, mode }: FileEntry): string =>
  LETTERS[kind] +
  [...mode.toString(2).padStart(9, "0")]
    .map((bit, index) => (bit === "1" ? "rwx"[index % 3] : "-"))
    .join("");

const shown = (entry: FileEntry, path?: string) => {
  const at = new Date(entry.modifiedAt).toISOString();
  return {
    name: entry.name,
    ...(path === undefined ? {} : { path }),
    size: entry.size,
    isDir: entry.kind === "folder",
    mode: modeText(entry),
    permissions: entry.mode.toString(8).padStart(4, "0"),
    modTime: at,
    modifiedAt: at,
    owner: "dev",
    group: "dev",
  };
};

/** The routes of a sandbox's files. */
export function fileRoutes(open: (asked: Asked) => RunningSandbox): Route<Handler>[] {
  const of = (asked: Asked): Workspace => open(asked).workspace;
  return [
    on("GET /files", async (asked) => listTo(of(asked), asked)),
    on("DELETE /files", async (asked) => {
      const recursive = asked.url.searchParams.get("recursive") === "true";
      valueOf(await of(asked).files.remove(pathIn(asked), recursive));
      return {};
    }),
    on("GET /files/info", async (asked) =>
      shown(valueOf(await of(asked).files.stat(pathIn(asked)))),
    ),
    on("POST /files/folder", async (asked) => {
      const mode = modeIn(asked.url.searchParams.get("mode"));
      valueOf(await of(asked).files.makeFolder(pathIn(asked), mode));
      return {};
    }),
    on("POST /files/move", async (asked) => {
      const [from, to] = [pathIn(asked, "source"), pathIn(asked, "destination")];
      valueOf(await of(asked).files.move(from, to));
      return {};
    }),
    on("POST /files/permissions", async (asked) => {
      const mode = modeIn(asked.url.searchParams.get("mode"));
      if (mode === undefined) throw new Declined(400, "Only the mode can be changed here.");
      valueOf(await of(asked).files.setMode(pathIn(asked), mode));
      return {};
    }),
    on("GET /files/search", async (asked) => searchNames(of(asked), asked)),
    on("GET /files/find", async (asked) => searchText(of(asked), asked)),
    on("POST /files/replace", async (asked) => replace(of(asked), asked)),
    ...transferRoutes(of),
  ];
}

function transferRoutes(of: (asked: Asked) => Workspace): Route<Handler>[] {
  return [
    on("GET /files/download", async (asked, response) => {
      const path = pathIn(asked);
      const bytes = valueOf(await of(asked).files.read(path));
      response.writeHead(200, {
        "content-type": "application/octet-stream",
        "content-length": bytes.length,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      });
      response.end(bytes);
    }),
    on("POST /files/upload-v2", async (asked) => {
      const workspace = of(asked);
      const path = pathIn(asked);
      const file = (await readForm(asked.request, RUNNER_LIMITS.uploadBytes)).get("file");
      if (!(file instanceof File)) throw new Declined(400, "The form lacks “file”.");
      const bytes = await file.bytes();
      valueOf(await workspace.files.write([{ path, bytes }]));
      return { path, size: bytes.length };
    }),
    on("POST /files/bulk-upload", async (asked) => {
      const workspace = of(asked);
      const form = await readForm(asked.request, RUNNER_LIMITS.uploadBytes);
      valueOf(await workspace.files.write(await filesIn(form)));
      return {};
    }),
    on("POST /files/bulk-download", async (asked, response) => {
      const { files } = of(asked);
      const paths = textList((await readJson(asked.request)).paths, "paths");
      const parts: Part[] = [];
      for (const path of paths) parts.push(partOf(path, await files.read(path)));
      const { type, body } = writeParts(parts);
      response.writeHead(200, { "content-type": type, "content-length": body.length });
      response.end(body);
    }),
  ];
}

/** `files[0].path` says where `files[0].file` goes. */
async function filesIn(form: FormData): Promise<FileToWrite[]> {
  const files: FileToWrite[] = [];
  for (let index = 0; ; index++) {
    const file = form.get(`files[${index}].file`);
    const path = form.get(`files[${index}].path`);
    if (file === null && path === null) break;
    if (!(file instanceof File) || typeof path !== "string" || path === "") {
      throw new Declined(400, `files[${index}] lacks its path or its file.`, "INVALID_FILE_PATH");
    }
    files.push({ path, bytes: await file.bytes() });
  }
  if (files.length === 0) throw new Declined(400, "The form has no files.");
  return files;
}

function partOf(filename: string, read: Awaited<ReturnType<Workspace["files"]["read"]>>): Part {
  if (read.ok) {
    return { field: "file", filename, type: "application/octet-stream", bytes: read.value };
  }
  const { status, message, code } = declinedFor(read.failure);
  const error = { statusCode: status, message, code, source: "DAYTONA_DAEMON" };
  const bytes = Buffer.from(JSON.stringify(error));
  return { field: "error", filename, type: "application/json", bytes };
}

function textList(value: unknown, name: string): string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value;
  throw new Declined(400, `“${name}” isn’t a list of texts.`);
}

async function listTo({ files }: Workspace, asked: Asked): Promise<unknown[]> {
  const top = asked.url.searchParams.get("path") ?? ".";
  const depth = Number(asked.url.searchParams.get("depth") ?? 1);
  if (!Number.isInteger(depth) || depth < 1) throw new Declined(400, "The depth is from 1 on.");
  const visit = async (path: string, left: number): Promise<unknown[]> => {
    const entries = valueOf(await files.list(path));
    const found: unknown[] = [];
    for (const entry of entries) {
      const inner = join(path, entry.name);
      found.push(shown(entry, depth > 1 ? inner : undefined));
      if (entry.kind === "folder" && left > 1) found.push(...(await visit(inner, left - 1)));
    }
    return found;
  };
  return visit(top, depth);
}

async function searchNames({ files }: Workspace, asked: Asked): Promise<{ files: string[] }> {
  const top = pathIn(asked);
  const pattern = pathIn(asked, "pattern");
  const all = valueOf(await files.walk(top));
  const fits = (path: string) => matchesGlob(basename(path), pattern) || matchesGlob(path, pattern);
  return { files: all.filter(fits).map((path) => join(top, path)) };
}

async function readText({ files }: Workspace, path: string): Promise<string | null> {
  const read = await files.read(path);
  if (!read.ok || read.value.length > MOST_SEARCHED_BYTES || read.value.includes(0)) return null;
  return Buffer.from(read.value).toString("utf8");
}

async function searchText(workspace: Workspace, asked: Asked): Promise<unknown[]> {
  const top = pathIn(asked);
  const pattern = pathIn(asked, "pattern");
  const stats = valueOf(await workspace.files.stat(top));
  const isFolder = stats.kind === "folder";
  const paths = isFolder ? valueOf(await workspace.files.walk(top)) : [""];
  const matches: unknown[] = [];
  for (const path of paths) {
    const file = isFolder ? join(top, path) : top;
    const lines = (await readText(workspace, file))?.split("\n") ?? [];
    for (const [index, content] of lines.entries()) {
      if (content.includes(pattern)) matches.push({ file, line: index + 1, content });
      if (matches.length >= MOST_MATCHES) return matches;
    }
  }
  return matches;
}

async function replace(workspace: Workspace, asked: Asked): Promise<unknown[]> {
  const body = await readJson(asked.request);
  const { pattern, newValue } = body;
  if (typeof pattern !== "string" || pattern === "" || typeof newValue !== "string") {
    throw new Declined(400, "“pattern” and “newValue” are texts, the first not empty.");
  }
  const results: unknown[] = [];
  for (const file of textList(body.files, "files")) {
    const before = await readText(workspace, file);
    const written =
      before === null
        ? fail({ message: "The file isn’t there, or isn’t text." })
        : await workspace.files.write([
            { path: file, bytes: Buffer.from(before.replaceAll(pattern, () => newValue)) },
          ]);
    results.push(
      written.ok
        ? { file, success: true }
        : { file, success: false, error: written.failure.message },
    );
  }
  return results;
}
