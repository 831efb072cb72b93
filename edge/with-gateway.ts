import { fail, ok } from "../shared/failure.ts";
import type { Caller } from "./caller.ts";
import { composeChat, type ChatEnv } from "./compose-chat.ts";
import { NOT_REACHED } from "./db/is-ready.ts";
import { databaseUrl } from "./db/open-database.ts";
import { requestDatabase } from "./db/request-database.ts";
import { openKeyRing, type KeyMemory } from "./keys/key-ring.ts";
import type { GatewayParts } from "./model/ask-gateway.ts";
import { ownKeyOf } from "./model/own-key.ts";

type Around = Pick<GatewayParts, "log" | "quota"> &
  Pick<GatewayParts["metrics"], "count" | "observe"> & { readonly requestId: string };

/**
 * Works with the model's gateway in a Durable Object, over database clients of its own; what the gateway
 * counts afterwards has been counted when this settles.
 */
export async function withGateway<T>(
  env: ChatEnv,
  person: Pick<Caller, "personId" | "tier">,
  around: Around,
  work: (parts: GatewayParts) => Promise<T>,
): Promise<T> {
  const { requestId, log, quota, count, observe } = around;
  const pending = new Set<Promise<unknown>>();
  const stay = (begun: Promise<unknown>) => {
    pending.add(begun);
    const ended = () => void pending.delete(begun);
    begun.then(ended, ended);
  };
  const keyMemory: KeyMemory = new Map();
  const ownKey: GatewayParts["ownKey"] = async () => {
    const url = databaseUrl(env);
    if (url === null) return fail(NOT_REACHED);
    const { database, answered } = requestDatabase(url, stay, requestId);
    const now = () => Date.now();
    const keys = openKeyRing({ masterKeys: env.MASTER_KEYS, database, now, memory: keyMemory });
    try {
      const own = await ownKeyOf({ database, keys }, person);
      return own.ok ? ok(own.value) : own;
    } finally {
      answered();
    }
  };
  const { chat } = composeChat(env, { waitUntil: stay, requestId, log, keyMemory });
  const parts: GatewayParts = {
    chat,
    quota,
    ownKey,
    log,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    metrics: { count, observe, send: async () => undefined },
  };
  try {
    return await work(parts);
  } finally {
    while (pending.size > 0) await Promise.allSettled(pending);
  }
}
