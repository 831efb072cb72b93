import { z } from "zod";
import type { OwnComponentId } from "../../shared/ports/model.ts";
import type { ReadingCalls } from "../objects/reading-messages.ts";

const keptSchema = z.object({ kind: z.literal("component"), source: z.string() });

/**
 * Components of one person by what they were written from, for as long as readings are kept, among them:
 * encrypted, in the export, and gone with the person. Looking costs nothing.
 */
export const cachedComponent = (cache: ReadingCalls) => ({
  /**
   * By all that the model is told: our instruction, the template's own component and its modules, the data.
   * Another wording, template or résumé is another name.
   */
  async nameOf(told: string): Promise<string> {
    const hash = new Uint8Array(
      await crypto.subtle.digest("SHA-256", new TextEncoder().encode(told)),
    );
    return `component ${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  },
  async read(name: string): Promise<string | null> {
    const bytes = await cache.get(name);
    if (!bytes) return null;
    const kept = keptSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return kept.success ? kept.data.source : null;
  },
  /** It didn't stand a later check: it ends now, and the cache removes it by itself. */
  forget: (name: string): Promise<void> => cache.put(name, new Uint8Array(), Date.now()),
  keep: (name: string, component: OwnComponentId, source: string): Promise<void> =>
    cache.put(
      name,
      new TextEncoder().encode(JSON.stringify({ kind: "component", component, source })),
    ),
});
