/** Files as they go over the wire: text as it is, all else as base64. */
import type { SentFile } from "../../shared/api/sandboxes.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { parseProjectPath, type FileChange } from "../../shared/project.ts";

/** Checks every path; contents as they are meant. Fails with `invalid` for a path or content that isn’t one. */
export function changesOf(files: readonly SentFile[]): Result<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const { path: raw, content, encoding } of files) {
    const path = parseProjectPath(raw);
    if (!path.ok) return path;
    if (content === null || encoding === "utf8") changes.push({ path: path.value, content });
    else {
      const bytes = bytesFrom(content);
      if (bytes === null) return fail(NOT_BASE64);
      changes.push({ path: path.value, content: bytes });
    }
  }
  return ok(changes);
}

function bytesFrom(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** A file as it is sent. */
export const sentFile = ([path, content]: readonly [string, string | Uint8Array]): SentFile =>
  typeof content === "string"
    ? { path, content, encoding: "utf8" }
    : { path, content: Buffer.from(content).toString("base64"), encoding: "base64" };

const NOT_BASE64: Failure = {
  kind: "invalid",
  message: "A file’s content isn’t base64.",
  nextStep: "Send it again.",
  retryable: false,
};
