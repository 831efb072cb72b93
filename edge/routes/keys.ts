import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import { API_KEYS } from "../../shared/limits.ts";
import { keyHashOf } from "../auth/key-hash.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import {
  addApiKey,
  listApiKeys,
  readKeysSpent,
  removeApiKey,
  replaceApiKey,
} from "../db/rows/api-key-rows.ts";
import { apiKeyOf, scopesIn, scopesText } from "../domain/api-key.ts";
import { route, type EdgeHono } from "../route.ts";

const DAY = 24 * 3_600_000;

/** Keys for the API (R4.11, R5.11). No key opens these: a stolen one can't make others. */
export function addKeyRoutes(app: EdgeHono): void {
  route(app, api.keys.list, async ({ caller, dependencies }) => {
    const { database, now } = dependencies;
    const kept = await listApiKeys(database(), caller.personId);
    const spent = await readKeysSpent(database(), caller.personId, monthOf(now()));
    const keys = kept.map(({ id, name, start, scopes, requests, ...times }) => {
      const used = spent.find(({ keyId }) => keyId === id);
      const { calls = 0, tokens = 0, costDollars = 0 } = used ?? {};
      return {
        id,
        name,
        start,
        scopes: [...scopesIn(scopes)],
        createdAt: times.createdAt.getTime(),
        expiresAt: times.expiresAt?.getTime() ?? null,
        usedAt: times.usedAt?.getTime() ?? null,
        requests,
        month: { calls, tokens, costDollars },
      };
    });
    return ok({ keys });
  });

  route(app, api.keys.make, async ({ caller, dependencies, input, requestId }) => {
    const { database, newId, now, afterAnswer } = dependencies;
    const { personId } = caller;
    const { name, scopes, expiresInDays } = input.body;
    const { key, start, hash } = await newKey();
    const id = newId();
    const row = {
      id,
      ownerId: personId,
      name,
      start,
      hash,
      scopes: scopesText(scopes),
      expiresAt: expiresInDays === null ? null : new Date(now() + expiresInDays * DAY),
    };
    if (!(await addApiKey(database(), row, API_KEYS.most))) return fail(TOO_MANY);
    afterAnswer(noteAct(database(), { personId, act: "api-key-made", requestId }));
    return ok({ key, id, start });
  });

  route(app, api.keys.rotate, async ({ caller, dependencies, input, requestId }) => {
    const { database, afterAnswer } = dependencies;
    const { keyId } = input.params;
    const { key, start, hash } = await newKey();
    await replaceApiKey(database(), keyId, { start, hash });
    const { personId } = caller;
    afterAnswer(noteAct(database(), { personId, act: "api-key-rotated", requestId }));
    return ok({ key, id: keyId, start });
  });

  route(app, api.keys.revoke, async ({ caller, dependencies, input, requestId }) => {
    const { database, afterAnswer } = dependencies;
    await removeApiKey(database(), input.params.keyId);
    const { personId } = caller;
    afterAnswer(noteAct(database(), { personId, act: "api-key-revoked", requestId }));
    return ok({ status: "ok" as const });
  });
}

async function newKey() {
  const made = apiKeyOf(crypto.getRandomValues(new Uint8Array(32)));
  return { ...made, hash: await keyHashOf(made.key) };
}

const monthOf = (now: number) => new Date(`${new Date(now).toISOString().slice(0, 7)}-01T00:00Z`);

const TOO_MANY: Failure = {
  kind: "conflict",
  message: `There are ${API_KEYS.most} API keys already.`,
  nextStep: "Revoke one that isn’t used any more.",
  retryable: false,
};
