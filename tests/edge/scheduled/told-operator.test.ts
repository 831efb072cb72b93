import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Health } from "../../../edge/domain/incidents.ts";
import { tellOperator } from "../../../edge/observe/tell-operator.ts";
import { watchHealth } from "../../../edge/scheduled/watch-health.ts";
import type { Told } from "../../stand-ins/operator-inbox.ts";
import { openSpareDatabase } from "./spare-database.ts";

const WELL: Health = {
  runningSandboxes: 15,
  longestWorkMs: 45_000,
  memoryRatio: 0.9,
  quotaLeft: { gemini: 0.2 },
  requests: 100,
  failed: 1,
  hostedDown: false,
};

const inbox = () => (env as unknown as { OPERATOR_INBOX: string }).OPERATOR_INBOX;
const configuration = () => ({
  PREVIEW_HOST: "",
  APP_ORIGIN: "",
  ALERT_WEBHOOK_URL: `${inbox()}/hook`,
  OPERATOR_EMAIL: "operator@cv2web.example",
  MAIL_URL: `${inbox()}/emails`,
  MAIL_KEY: "mail-key",
});
const takeTold = async () => (await (await fetch(`${inbox()}/told`)).json()) as Told[];

const INCIDENTS: readonly (readonly [string, Partial<Health>, RegExp])[] = [
  ["sandboxes", { runningSandboxes: 16 }, /16 hosted sandboxes run/],
  ["slow-work", { longestWorkMs: 46_000 }, /46 s/],
  ["memory", { memoryRatio: 0.93 }, /Memory is at 93 %/],
  ["quota:gemini", { quotaLeft: { gemini: 0.19 } }, /gemini has 19 %/],
  ["error-rate", { failed: 2 }, /2 of 100 requests failed/],
  ["hosted-down", { hostedDown: true }, /Hosted sandboxes don’t answer/],
];

test("each of the six incidents is told by webhook and e-mail, once as it begins and once as it is over", async () => {
  const database = await openSpareDatabase("told");
  const look = async (health: Health) => {
    await watchHealth({
      database,
      now: new Date("2026-11-21T10:00:00Z"),
      newId: () => crypto.randomUUID(),
      health: async () => health,
      tell: (subject, lines) =>
        tellOperator(configuration(), { log: () => undefined, send: fetch }, subject, lines),
    });
    return takeTold();
  };
  expect(await look(WELL)).toEqual([]);
  for (const [key, change, message] of INCIDENTS) {
    const bad = { ...WELL, ...change };
    const begun = await look(bad);
    expect(begun.map(({ by }) => by).toSorted(), key).toEqual(["mail", "webhook"]);
    for (const { text } of begun) expect(text).toMatch(message);
    expect(begun.find(({ by }) => by === "mail")?.to).toBe("operator@cv2web.example");
    expect(await look(bad), key).toEqual([]);
    const over = await look(WELL);
    expect(over.map(({ by }) => by).toSorted(), key).toEqual(["mail", "webhook"]);
    for (const { text } of over) expect(text).toContain(`Over: ${key}`);
    expect(await look(WELL), key).toEqual([]);
  }
});

test("a webhook that fails doesn’t keep the e-mail back, and the log has it all", async () => {
  const logged: string[] = [];
  await tellOperator(
    { ...configuration(), ALERT_WEBHOOK_URL: `${inbox()}/fail-hook` },
    { log: ({ event }) => void logged.push(event), send: fetch },
    "CV2WEB: trouble",
    ["One line."],
  );
  expect(await takeTold()).toEqual([
    { by: "mail", to: "operator@cv2web.example", text: "CV2WEB: trouble\nOne line." },
  ]);
  expect(logged).toEqual(["operator-told", "webhook-failed"]);
});
