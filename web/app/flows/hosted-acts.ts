import { z } from "zod";
import { sandboxes, type HostedView } from "../../../shared/api/sandboxes.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import type { ApiClient } from "../../api/open-client.ts";
import { noteLink } from "./sandbox-surroundings.ts";

export interface HostedLink {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** An SVG picture. */
  readonly qrCode: string;
}

/** What a person does with the hosted sandbox of the open portfolio, beside editing in it. */
export interface HostedActs {
  /** Where it stands; `null`: there is none. */
  look(): Promise<Result<HostedView | null>>;
  /** A link for others; with a password where one is given. `forMs`: milliseconds until it ends. */
  link(wanted: { readonly forMs: number; readonly password: string }): Promise<Result<HostedLink>>;
  stop(): Promise<Result<unknown>>;
  remove(): Promise<Result<unknown>>;
}

const SESSION = { method: "GET", path: "/api/auth/get-session" } as const;
const LONG_MS = 60_000;

const NONE: Failure = {
  kind: "not-found",
  message: "This portfolio has no hosted sandbox.",
  nextStep: "Choose “Hosted preview” first.",
  retryable: false,
};

export function hostedActs(given: {
  readonly client: ApiClient;
  readonly storage: Pick<PortfolioStorage, "readSetting" | "writeSetting">;
  readonly portfolioId: string;
}): HostedActs {
  const { client, storage, portfolioId } = given;
  const look = async (): Promise<Result<HostedView | null>> => {
    const session = await client.callAt(SESSION, z.unknown().nullish());
    // Nobody has none.
    if (!session.ok || !session.value) return session.ok ? ok(null) : session;
    const listed = await client.call(sandboxes.list, {});
    if (!listed.ok) return listed;
    const mine = listed.value.sandboxes.find(({ portfolio_id }) => portfolio_id === portfolioId);
    return ok(mine ?? null);
  };
  const withIt = async <T>(act: (params: { sandbox_id: string }) => Promise<Result<T>>) => {
    const there = await look();
    if (!there.ok) return there;
    return there.value === null ? fail(NONE) : act({ sandbox_id: there.value.sandbox_id });
  };
  return {
    look,
    link: ({ forMs, password }) =>
      withIt(async (params) => {
        const body = { expires_in_ms: forMs, ...(password === "" ? {} : { password }) };
        const made = await client.call(sandboxes.link, { params, body });
        if (!made.ok) return made;
        const { url, expires_at: expiresAt, qr_code: qrCode } = made.value;
        await noteLink(storage, portfolioId, expiresAt);
        return ok({ url, expiresAt, qrCode });
      }),
    stop: () => withIt((params) => client.call(sandboxes.stop, { params }, { timeoutMs: LONG_MS })),
    remove: () =>
      withIt(async (params) => {
        const removed = await client.call(sandboxes.delete, { params }, { timeoutMs: LONG_MS });
        if (removed.ok) await noteLink(storage, portfolioId, 0);
        return removed;
      }),
  };
}
