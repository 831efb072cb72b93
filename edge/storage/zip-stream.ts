import { Zip, ZipPassThrough } from "fflate";

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files as a ZIP that is made while it is sent: a worker holds one file at a time. */
export function zipStream(entries: AsyncGenerator<ZipEntry>): ReadableStream<Uint8Array> {
  let push: (bytes: Uint8Array) => void = () => undefined;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    push(bytes);
  });
  return new ReadableStream({
    async pull(controller) {
      push = (bytes) => controller.enqueue(bytes);
      const next = await entries.next();
      if (next.done) {
        zip.end();
        controller.close();
        return;
      }
      const file = new ZipPassThrough(next.value.path);
      zip.add(file);
      file.push(next.value.bytes, true);
    },
    async cancel() {
      await entries.return(undefined);
    },
  });
}

/**
 * Answers with files as a ZIP to keep under `name` (ASCII). What the entries are read from stays open
 * until the last is sent, the receiver leaves, or one can't be read, which breaks the answer off.
 */
export function zipAnswer(
  entries: AsyncGenerator<ZipEntry>,
  name: string,
  afterAnswer: (work: Promise<unknown>) => void,
): Response {
  let ended = (): void => undefined;
  afterAnswer(new Promise<void>((settle) => (ended = settle)));
  const watched = async function* (): AsyncGenerator<ZipEntry> {
    try {
      yield* entries;
    } finally {
      ended();
    }
  };
  return new Response(zipStream(watched()), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
