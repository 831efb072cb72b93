import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { addressOf } from "../address.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { readVaultKey, removeVaultKeys, writeVaultKey } from "../db/rows/vault-rows.ts";
import { askGateway } from "../model/ask-gateway.ts";
import { ownKeyOf, PROVIDER } from "../model/own-key.ts";
import { route, type Call, type EdgeHono } from "../route.ts";

const NO_KEY = { kept: false, ending: null };

/** The model that people talk to (R4.5), and their own key for it (R4.6). */
export function addAiRoutes(app: EdgeHono): void {
  route(app, api.ai.messages, (call) => answer(call));

  route(app, api.ai.key, async ({ caller, dependencies }) => {
    const kept = await readVaultKey(dependencies.database(), caller.personId, PROVIDER);
    return ok(kept ? { kept: true, ending: kept.ending } : NO_KEY);
  });

  route(app, api.ai.keepKey, async ({ caller, dependencies, input, requestId }) => {
    const { database, keys, newId, afterAnswer } = dependencies;
    const { personId } = caller;
    const person = await keys.person(personId);
    if (!person.ok) return person;
    const id = newId();
    const ending = input.body.key.slice(-4);
    const name = sealedNameOf("vault_keys", "key", id);
    const sealedKey = await person.value.sealJson(input.body.key, name);
    await writeVaultKey(database(), personId, PROVIDER, { id, sealedKey, ending });
    afterAnswer(noteAct(database(), { personId, act: "model-key-kept", requestId }));
    return ok({ kept: true, ending });
  });

  route(app, api.ai.tryKey, async ({ caller, dependencies, context }) => {
    const own = await ownKeyOf(dependencies, caller);
    if (!own.ok) return own;
    if (!own.value) return fail(NO_OWN_KEY);
    const taken = await dependencies.chat.tryKey(own.value.key, context.req.raw.signal);
    return taken.ok ? ok({ works: taken.value }) : taken;
  });

  route(app, api.ai.removeKey, async ({ caller, dependencies, requestId }) => {
    const { database, afterAnswer } = dependencies;
    const { personId } = caller;
    await removeVaultKeys(database(), personId, PROVIDER);
    afterAnswer(noteAct(database(), { personId, act: "model-key-removed", requestId }));
    return ok(NO_KEY);
  });
}

/** Asks, and passes the answer on. */
async function answer(call: Call<typeof api.ai.messages>): Promise<Result<never> | Response> {
  const { caller, dependencies, context, input } = call;
  const asked = await askGateway(
    {
      ...dependencies,
      quota: dependencies.quotaOf({ ...caller, address: addressOf(context.req.raw) }),
      ownKey: () => ownKeyOf(dependencies, caller),
    },
    {
      request: input.body,
      caller,
      signal: context.req.raw.signal,
      onUsedUp: ({ limit, left }, ms) => {
        context.header("ratelimit-limit", String(limit));
        context.header("ratelimit-remaining", String(left));
        context.header("ratelimit-reset", String(Math.ceil(ms / 1_000)));
      },
    },
  );
  if (!asked.ok) return asked;
  return new Response(asked.value, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}

const NO_OWN_KEY: Failure = {
  kind: "not-found",
  message: "No key of your own is kept.",
  nextStep: "Add one first.",
  retryable: false,
};
