import { z } from "zod";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import { COMPONENT_LIMITS } from "../../../shared/limits.ts";
import type { ComponentCache } from "../../agent/write-component.ts";

const keptSchema = z.array(
  z.object({
    /** SHA-256 of all that the model was told, in hex. */
    told: z.string(),
    source: z.string(),
    /** Epoch milliseconds. */
    at: z.number(),
  }),
);
type Kept = z.infer<typeof keptSchema>;
const SETTING = "own-components";

/**
 * Components that a model has written and that stood their checks, kept in this browser: the same for the
 * same data and template costs nothing again. A storage that is full or closed keeps none.
 */
export function keptComponents(
  storage: Pick<PortfolioStorage, "readSetting" | "writeSetting">,
  now: () => number,
): ComponentCache {
  const read = async (): Promise<Kept> => {
    const setting = await storage.readSetting(SETTING);
    const kept = keptSchema.safeParse(setting.ok ? setting.value : null);
    const from = now() - COMPONENT_LIMITS.keptMs;
    return kept.success ? kept.data.filter(({ at }) => at > from) : [];
  };
  return {
    find: async (told) => {
      const name = await hashOf(told);
      return (await read()).find((one) => one.told === name)?.source ?? null;
    },
    keep: async (told, source) => {
      const name = await hashOf(told);
      const others = (await read()).filter((one) => one.told !== name);
      const kept = [{ told: name, source, at: now() }, ...others];
      await storage.writeSetting(SETTING, kept.slice(0, COMPONENT_LIMITS.kept));
    },
  };
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
