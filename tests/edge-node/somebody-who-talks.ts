import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Meter } from "../../shared/api/usage.ts";
import type { Tier } from "../../shared/limits.ts";

/** A person who is in the database, and what they ask of the model. */
export async function somebodyWhoTalks(
  { url, sql }: { readonly url: string; readonly sql: postgres.Sql },
  tier: Tier = "registered",
) {
  const id = randomUUID();
  await sql`insert into people (id, name, email, is_anonymous)
    values (${id}, 'sealed', ${`sealed.${id}`}, ${tier === "anonymous"})`;
  const headers = { "x-test-person": id, "x-test-tier": tier, "cf-connecting-ip": addressOf(id) };
  const call = (method: string, path: string, body?: unknown, signal?: AbortSignal) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  const meter = async (name: string): Promise<Meter> => {
    const { meters } = (await (await call("GET", "/api/usage")).json()) as { meters: Meter[] };
    return meters.find((one) => one.id === name)!;
  };
  const say = (text: string, more: object = {}, signal?: AbortSignal) => {
    const messages = [{ role: "user", content: text }];
    return call("POST", "/api/ai/messages", { messages, max_tokens: 500, ...more }, signal);
  };
  return { id, call, meter, say };
}
const addressOf = (id: string) => `2001:db8::${id.slice(0, 4)}:${id.slice(4, 8)}`;
