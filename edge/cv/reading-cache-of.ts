import { EXTRACTOR_VERSION } from "../../shared/cv/extractor-version.ts";
import { cvExtractionSchema, type CvExtraction } from "../../shared/job-result.ts";
import type { ReadingCalls } from "../objects/reading-messages.ts";

/** One file's place in its person's cache (R1.6). */
export interface CachedReading {
  read(): Promise<CvExtraction | null>;
  keep(extraction: CvExtraction): Promise<void>;
}

/**
 * By the file's bytes, the extractor's version and who reads (`rules`, or a model's name). The cache
 * keys the name again, each person's otherwise.
 */
export async function cachedReading(
  cache: ReadingCalls,
  file: Uint8Array,
  reader: string,
): Promise<CachedReading> {
  const salt = new TextEncoder().encode(`${EXTRACTOR_VERSION} ${reader} `);
  const whole = new Uint8Array(salt.length + file.length);
  whole.set(salt);
  whole.set(file, salt.length);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  const name = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return {
    async read() {
      const bytes = await cache.get(name);
      if (!bytes) return null;
      const parsed = cvExtractionSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
      return parsed.success ? { ...parsed.data, fromCache: true } : null;
    },
    keep: (extraction) => cache.put(name, new TextEncoder().encode(JSON.stringify(extraction))),
  };
}
