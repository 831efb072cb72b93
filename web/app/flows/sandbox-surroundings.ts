import { z } from "zod";
import { sandboxes } from "../../../shared/api/sandboxes.ts";
import { usage } from "../../../shared/api/usage.ts";
import type { Tier } from "../../../shared/limits.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import type { Situation } from "../../../shared/sandbox/situation.ts";
import { knownPerson } from "../../account/known-person.ts";
import type { ApiClient } from "../../api/open-client.ts";
import { readConfigured } from "../../api/read-configured.ts";
import { configureHosted, configureNode } from "../../sandbox/open-sandbox.ts";
import { ensurePerson } from "./ensure-person.ts";

/** What decides where a portfolio runs, as far as the account and this installation say it. */
export interface SandboxSurroundings extends Pick<Situation, "tier" | "offer" | "isShared"> {
  /** Who runs hosted ones. */
  readonly hostedFrom: "off" | "provider" | "local-runner";
  /** Said where many use hosted sandboxes just now. */
  readonly demand: string | null;
}

type Settings = Pick<PortfolioStorage, "readSetting" | "writeSetting">;

/**
 * Asks the server; `null` when nobody can say it now. It also tells the adapters where they find what
 * they need.
 */
export async function readSurroundings(given: {
  readonly client: ApiClient;
  readonly storage: Settings;
  readonly portfolioId: string;
  readonly now: number;
}): Promise<SandboxSurroundings | null> {
  const { client, storage, portfolioId, now } = given;
  const configured = await readConfigured(client);
  if (!configured.ok) return null;
  const { webcontainer, frameOrigin, apiKey, hosted } = configured.value.sandbox;
  await configureNode({ frameOrigin, apiKey });
  const tier = await readTier(client);
  const off: SandboxSurroundings = {
    tier,
    isShared: false,
    offer: { webcontainer, hosted: "off" },
    hostedFrom: "off",
    demand: null,
  };
  if (hosted === "off") return off;
  const [isShared, offer] = await Promise.all([
    hasOpenLink(storage, portfolioId, now),
    client.call(sandboxes.offer, {}),
    configureHosted({ client, ensurePerson: () => ensurePerson(client) }),
  ]);
  if (!offer.ok) return off;
  const { state, is_high_demand, message } = offer.value;
  return {
    tier,
    isShared,
    offer: { webcontainer, hosted: state },
    hostedFrom: hosted,
    demand: is_high_demand ? message : null,
  };
}

/** Who isn't signed in as far as this browser knows isn't asked for: they have no meters to read. */
async function readTier(client: ApiClient): Promise<Tier> {
  if (knownPerson() === null) return "anonymous";
  const read = await client.call(usage.read, {});
  return read.ok ? read.value.tier : "anonymous";
}

const linkSetting = (portfolioId: string) => `hosted-link/${portfolioId}`;
const linkSchema = z.object({ expiresAt: z.number() });

/** Whether somebody else was given a link that still opens (`noteLink`). */
async function hasOpenLink(storage: Settings, portfolioId: string, now: number): Promise<boolean> {
  const kept = await storage.readSetting(linkSetting(portfolioId));
  const link = linkSchema.safeParse(kept.ok ? kept.value : null);
  return link.success && link.data.expiresAt > now;
}

/** Notes until when a link to the portfolio's hosted sandbox opens (epoch milliseconds); 0: none does. */
export const noteLink = (storage: Settings, portfolioId: string, expiresAt: number) =>
  storage.writeSetting(linkSetting(portfolioId), { expiresAt });
