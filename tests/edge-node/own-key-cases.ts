import type postgres from "postgres";
import { describe, expect, test, vi } from "vitest";
import type { Tier } from "../../shared/limits.ts";
import type { AnthropicAnswer, AnthropicCall } from "../stand-ins/anthropic.ts";
import type { somebodyWhoTalks } from "./somebody-who-talks.ts";

/** What holds of a person's own key for the model (R4.6); for a worker that runs already. */
export function ownKeyCases(given: {
  readonly somebody: (tier?: Tier) => ReturnType<typeof somebodyWhoTalks>;
  readonly callsWith: (text: string) => readonly AnthropicCall[];
  readonly answers: Map<string, (call: AnthropicCall) => AnthropicAnswer>;
  readonly sql: () => postgres.Sql;
}): void {
  const { somebody, callsWith, answers } = given;
  describe("one’s own key", () => {
    const OWN = "sk-ant-own-0123456789-x9Qz";

    test("is used, counts against no quota, is never given back, and can be taken away", async () => {
      const ada = await somebody();
      expect(await (await ada.call("PUT", "/api/ai/key", { key: OWN })).json()).toEqual({
        kept: true,
        ending: "x9Qz",
      });
      const status = await (await ada.call("GET", "/api/ai/key")).text();
      expect(JSON.parse(status)).toEqual({ kept: true, ending: "x9Qz" });
      await (await ada.say("With my key")).text();
      expect(callsWith("With my key")[0]!.key).toBe(OWN);
      await vi.waitFor(async () => {
        expect((await ada.meter("ai-calls")).used).toBe(1);
        expect((await ada.meter("ai-tokens")).used).toBe(0);
      });
      const rows = await given.sql()`select * from vault_keys where owner_id = ${ada.id}`;
      expect(rows).toHaveLength(1);
      expect(Buffer.from(rows[0]!.sealed_key).includes("sk-ant")).toBe(false);
      const taken = await ada.call("GET", "/api/privacy/export");
      expect(Buffer.from(await taken.arrayBuffer()).includes(OWN)).toBe(false);
      await ada.call("DELETE", "/api/ai/key");
      expect(await given.sql()`select id from vault_keys where owner_id = ${ada.id}`).toHaveLength(
        0,
      );
      await (await ada.say("Without my key")).text();
      expect(callsWith("Without my key")[0]!.key).toBe("service-key");
    });

    test("can be tried before it is needed", async () => {
      const ada = await somebody();
      const tried = async () => (await ada.call("POST", "/api/ai/key/try")).json();
      expect(await tried()).toMatchObject({ code: "not-found" });
      await ada.call("PUT", "/api/ai/key", { key: OWN });
      expect(await tried()).toEqual({ works: true });
      await ada.call("PUT", "/api/ai/key", { key: `${OWN}-bad` });
      expect(await tried()).toEqual({ works: false });
    });

    test("that is refused is its owner’s to mend", async () => {
      const ada = await somebody();
      await ada.call("PUT", "/api/ai/key", { key: OWN });
      answers.set("Bad key", () => ({ status: 401, type: "authentication_error" }));
      const answer = await ada.say("Bad key");
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain("sk-ant");
    });

    test("takes an account", async () => {
      const ada = await somebody("anonymous");
      expect((await ada.call("PUT", "/api/ai/key", { key: OWN })).status).toBe(401);
    });

    test("is another person’s business in no way", async () => {
      const [ada, eve] = [await somebody(), await somebody()];
      await ada.call("PUT", "/api/ai/key", { key: OWN });
      expect(await (await eve.call("GET", "/api/ai/key")).json()).toEqual({
        kept: false,
        ending: null,
      });
      await eve.call("DELETE", "/api/ai/key");
      expect(await (await ada.call("GET", "/api/ai/key")).json()).toMatchObject({ kept: true });
    });
  });
}
