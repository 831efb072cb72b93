import { MOST_CONTENTS } from "../../shared/api/portfolios.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { FileContent } from "../../shared/project.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import type { AccountStorage } from "./account-storage.ts";

/** Bytes of one upload; a single larger content goes alone. */
const BATCH_BYTES = 4_000_000;

/** A byte order mark is part of the text: its checksum says so. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

type Sides = { readonly storage: PortfolioStorage; readonly account: AccountStorage };

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Sends those of these contents that the account doesn't have; cut off, it goes on where it was. */
export async function sendContents(
  { storage, account }: Sides,
  keys: readonly string[],
): Promise<Result<void>> {
  for (const chunk of chunks([...new Set(keys)], MOST_CONTENTS)) {
    const missing = await account.missingContents(chunk);
    if (!missing.ok) return missing;
    const contents = await storage.readContents(missing.value);
    if (!contents.ok) return contents;
    for (const batch of batches(contents.value)) {
      const sent = await account.sendContents(batch);
      if (!sent.ok) return sent;
    }
  }
  return ok(undefined);
}

function* batches(
  contents: ReadonlyMap<string, FileContent>,
): Generator<ReadonlyMap<string, Uint8Array>> {
  let batch = new Map<string, Uint8Array>();
  let size = 0;
  for (const [key, content] of contents) {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    if (batch.size > 0 && size + bytes.length > BATCH_BYTES) {
      yield batch;
      batch = new Map();
      size = 0;
    }
    batch.set(key, bytes);
    size += bytes.length;
  }
  if (batch.size > 0) yield batch;
}

/** Fetches those of these contents that aren't here; what has come stays when it is cut off. */
export async function fetchContents(
  { storage, account }: Sides,
  keys: readonly string[],
): Promise<Result<void>> {
  for (const chunk of chunks([...new Set(keys)], MOST_CONTENTS)) {
    for (;;) {
      const here = await storage.readContents(chunk);
      if (!here.ok) return here;
      const wanted = chunk.filter((key) => !here.value.has(key));
      if (wanted.length === 0) break;
      const got = await account.readContents(wanted);
      if (!got.ok) return got;
      const contents = [...got.value].map(([key, bytes]) =>
        key.startsWith("t-") ? decoder.decode(bytes) : bytes,
      );
      if (contents.length === 0) return fail(CONTENT_GONE);
      const kept = await storage.keepContents(contents);
      if (!kept.ok) return kept;
      const now = await storage.readContents(wanted);
      if (now.ok && now.value.size === 0) return fail(CONTENT_GONE);
    }
  }
  return ok(undefined);
}

const CONTENT_GONE: Failure = {
  kind: "not-found",
  message: "A file of this portfolio couldn’t be fetched from your account.",
  nextStep: "Open the portfolio on the device where it was made; it is saved again from there.",
  retryable: true,
};
