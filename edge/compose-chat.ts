import type { Configuration } from "./configuration.ts";
import type { Dependencies } from "./dependencies.ts";
import { databaseUrl } from "./db/open-database.ts";
import { requestDatabase } from "./db/request-database.ts";
import { addGeneration } from "./db/rows/generation-rows.ts";
import { sealedNameOf } from "./db/rows/owned-tables.ts";
import { noteVaultKeyUse } from "./db/rows/vault-rows.ts";
import { openKeyRing, type KeyMemory } from "./keys/key-ring.ts";
import type { Generation } from "./model/chat.ts";
import { waitFor } from "./outbound/wait-for.ts";
import { openChatWith, tryKeyWith } from "./model/open-chat.ts";

/** What of the worker's bindings it needs. */
export interface ChatEnv extends Configuration {
  readonly HYPERDRIVE?: Hyperdrive;
}

interface Surroundings extends Pick<Dependencies, "log"> {
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly requestId: string;
  readonly keyMemory: KeyMemory;
}

/** The model that people talk to, for one request. */
export function composeChat(env: ChatEnv, around: Surroundings): Pick<Dependencies, "chat"> {
  const { waitUntil, requestId, log } = around;
  const note = async (generation: Generation): Promise<void> => {
    // A stream outlasts its request by far: it must not hold the request's connection all the while.
    const { database, answered } = requestDatabase(databaseUrl(env), waitUntil, requestId);
    const keys = openKeyRing({
      masterKeys: env.MASTER_KEYS,
      database,
      now: () => Date.now(),
      memory: around.keyMemory,
    });
    try {
      const key = await keys.person(generation.personId);
      if (!key.ok) return log({ level: "error", event: "generation-not-noted" });
      const { id, personId, usage, model, component } = generation;
      const seal = (what: string, value: unknown) =>
        key.value.sealJson(value, sealedNameOf("ai_generations", what, id));
      await addGeneration(database(), {
        id,
        ownerId: personId,
        component,
        sealedPrompt: await seal("prompt", generation.prompt),
        sealedAnswer: await seal("answer", generation.answer),
        model,
        inputTokens: usage.input + usage.cacheWrite + usage.cacheRead,
        outputTokens: usage.output,
        cachedTokens: usage.cacheRead,
        cacheWriteTokens: usage.cacheWrite,
        costMicros: microsOf(generation.cost),
        uncachedMicros: microsOf(generation.uncachedCost),
        wholeFilesMicros: microsOf(generation.wholeFilesCost),
        messageId: generation.messageId,
        isRepair: generation.isRepair,
        vaultKeyId: generation.vaultKeyId,
        apiKeyId: generation.apiKeyId,
        cacheKey: await key.value.idOf("generation", JSON.stringify(generation.prompt)),
      });
      if (generation.vaultKeyId)
        await noteVaultKeyUse(database(), generation.vaultKeyId, new Date());
    } catch (error) {
      log({ level: "error", event: "generation-not-noted", error });
    } finally {
      answered();
    }
  };
  return {
    chat: {
      hasServiceKey: Boolean(env.ANTHROPIC_API_KEY),
      open: openChatWith(env, { requestId, now: () => Date.now(), wait: waitFor }),
      tryKey: tryKeyWith(env, requestId),
      stay: waitUntil,
      note,
    },
  };
}

const microsOf = (dollars: number | null) =>
  dollars === null ? null : Math.round(dollars * 1_000_000);
