import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { PROJECT_LIMITS } from "../../shared/project.ts";
import type { Database } from "../db/open-database.ts";
import {
  findStored,
  forgetBlob,
  markStored,
  reserveBlobs,
  retireThese,
  touchBlobs,
  type NewBlob,
} from "../db/rows/blob-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import type { PersonKey } from "../keys/person-key.ts";
import { pack } from "./pack.ts";
import { readBlobs, type ReadContent } from "./read-blobs.ts";

/** A content with its key: `t-` (text) or `b-` (bytes) and its SHA-256 in hex. */
export interface Content {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * One person's contents in the bucket: each once, compressed and encrypted under the person's key, named
 * by a keyed hash that tells nothing (R5.3).
 */
export interface Blobs {
  /** The ids under which contents of these keys are kept. */
  idsOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Which of these contents aren't kept yet; what is there stays for at least another month. */
  missing(keys: readonly string[]): Promise<string[]>;
  /**
   * Keeps contents; those that are kept already cost nothing. Fails with `invalid` (the key isn't the
   * content's), `too-large`, `quota-exceeded`, or `unauthenticated` (deleted meanwhile); then none of them is kept.
   */
  put(contents: readonly Content[]): Promise<Result<void>>;
  /** Removes those of these contents that nothing names, now instead of after a month. */
  discard(keys: readonly string[]): Promise<void>;
  /** The content; `not-found` when it isn't kept. */
  read(key: string): Promise<Result<Uint8Array>>;
  /** Contents in the order of their keys, some of them fetched ahead; `null` for one that isn't kept. */
  readEach(keys: readonly string[]): AsyncGenerator<ReadContent>;
}

/** What is used of an R2 bucket. */
export interface Bucket {
  put(name: string, bytes: Uint8Array): Promise<unknown>;
  get(name: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  delete(names: string | string[]): Promise<void>;
}

const TRIES = 3;

/** Where a person's objects lie in the bucket; everything below goes with the person. */
export const bucketFolder = (personId: string) => `blobs/${personId}/`;

export function openBlobs(input: {
  readonly bucket: Bucket;
  readonly database: Database;
  readonly key: PersonKey;
  readonly personId: string;
  /** Bytes that the person may have stored. */
  readonly limit: number;
  readonly newId: () => string;
}): Blobs {
  const { bucket, database, key } = input;
  const idOf = (contentKey: string) => key.idOf("blob", contentKey);

  async function prepare({ key: contentKey, bytes }: Content): Promise<Prepared> {
    const id = await idOf(contentKey);
    const sealed = await key.seal(await pack(bytes), `blob ${id}`);
    const objectName = `${bucketFolder(input.personId)}${id}.${input.newId()}`;
    return { id, objectName, size: bytes.length, storedSize: sealed.length, sealed };
  }

  /** Puts them into the bucket. @returns whether all of them are there by this */
  async function store(due: readonly Prepared[]): Promise<boolean> {
    await Promise.all(due.map(({ objectName, sealed }) => bucket.put(objectName, sealed)));
    const marked = await markStored(database, due);
    const spare = due.filter(({ id }) => !marked.has(id)).map(({ objectName }) => objectName);
    if (spare.length > 0) await bucket.delete(spare);
    return spare.length === 0;
  }

  const readEach: Blobs["readEach"] = (keys) => readBlobs({ bucket, database, key }, keys, idOf);

  return {
    idsOf: async (keys) => new Map(await pairs(keys, async (k) => [k, await idOf(k)])),
    missing: async (keys) => {
      const ids = new Map(await pairs(keys, async (k) => [await idOf(k), k]));
      const there = await findStored(database, [...ids.keys()]);
      await touchBlobs(
        database,
        there.filter(({ isFresh }) => !isFresh).map(({ id }) => id),
      );
      for (const { id } of there) ids.delete(id);
      return [...ids.values()];
    },
    put: async (contents) => {
      const wrong = await firstWrong(contents);
      if (wrong) return fail(wrong);
      const unique = [...new Map(contents.map((content) => [content.key, content])).values()];
      const prepared = await Promise.all(unique.map(prepare));
      // A removal may take one away between reserving and storing; the next round puts it again.
      for (let round = 0; round < TRIES; round++) {
        const rows: NewBlob[] = prepared.map(({ sealed: _sealed, ...row }) => row);
        const due = await reserveBlobs(database, input.personId, rows, input.limit);
        if (due === "full") return fail(storageFull(input.limit));
        if (due === "gone") return fail(PERSON_GONE);
        if (due.length === 0) return ok(undefined);
        const names = new Set(due.map(({ id }) => id));
        if (await store(prepared.filter(({ id }) => names.has(id)))) return ok(undefined);
      }
      return ok(undefined);
    },
    discard: async (keys) => discardBlobs(database, bucket, await Promise.all(keys.map(idOf))),
    read: async (contentKey) => {
      for await (const { bytes } of readEach([contentKey])) if (bytes) return ok(bytes);
      return fail(CONTENT_NOT_KEPT);
    },
    readEach,
  };
}

const pairs = (
  keys: readonly string[],
  pair: (key: string) => Promise<readonly [string, string]>,
): Promise<(readonly [string, string])[]> => Promise.all(keys.map(pair));

async function discardBlobs(
  database: Database,
  bucket: Pick<Bucket, "delete">,
  ids: readonly string[],
): Promise<void> {
  const retired = await retireThese(database, ids);
  await bucket.delete(retired.map(({ objectName }) => objectName));
  for (const blob of retired) await forgetBlob(database, blob);
}

interface Prepared extends NewBlob {
  readonly sealed: Uint8Array;
}

async function firstWrong(contents: readonly Content[]): Promise<Failure | null> {
  for (const { key, bytes } of contents) {
    const isText = key.startsWith("t-");
    const most = isText ? PROJECT_LIMITS.textBytes : PROJECT_LIMITS.binaryBytes;
    if (bytes.length > most) return tooLarge(isText, most);
    if (key.slice(2) !== (await sha256(bytes)) || (isText && !isUtf8(bytes))) return NOT_ITS_KEY;
  }
  return null;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const tooLarge = (isText: boolean, most: number): Failure => ({
  kind: "too-large",
  message: `A ${isText ? "text file" : "picture or other file"} may have ${most / 1_000_000} MB here.`,
  nextStep: "Make it smaller; it stays in this browser meanwhile.",
  retryable: false,
});
export const storageFull = (limit: number): Failure => ({
  kind: "quota-exceeded",
  message: `Your account keeps ${Math.round(limit / 1_000_000)} MB, and that is full.`,
  nextStep: "Delete a portfolio you no longer need. Everything is safe in this browser.",
  retryable: false,
});
const NOT_ITS_KEY: Failure = {
  kind: "invalid",
  message: "A file doesn’t match its checksum.",
  nextStep: "Send it again.",
  retryable: true,
};
export const CONTENT_NOT_KEPT: Failure = {
  kind: "not-found",
  message: "This file isn’t kept here.",
  nextStep: "Open the portfolio where it was made; it is saved again from there.",
  retryable: false,
};
