import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { SourceCv } from "../../shared/ports/portfolio-storage.ts";
import type { AccountStorage } from "./account-storage.ts";

/**
 * Keeps the CV that a portfolio came from in the account, with what was read of it. Call it when the
 * person has chosen so for this portfolio, and never else (R5.3). Fails with `unavailable` while the
 * portfolio itself isn't in the account yet, and as the account does.
 */
export async function keepOriginal(
  account: Pick<AccountStorage, "sendContents" | "saveSource">,
  portfolioId: string,
  { name, bytes, document, extraction }: SourceCv,
): Promise<Result<void>> {
  const reading = new TextEncoder().encode(JSON.stringify({ document, extraction }));
  const source = {
    name,
    content: `b-${await sha256(bytes)}`,
    reading: `t-${await sha256(reading)}`,
  };
  const sent = await account.sendContents(
    new Map([
      [source.content, bytes],
      [source.reading, reading],
    ]),
  );
  if (!sent.ok) return sent;
  const saved = await account.saveSource(portfolioId, source);
  if (!saved.ok) return saved;
  return saved.value.status === "kept" ? ok(undefined) : fail(NOT_KEPT);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const NOT_KEPT: Failure = {
  kind: "unavailable",
  message: "The CV couldn’t be kept in the account.",
  nextStep: "It stays in this browser. Try again in a moment.",
  retryable: true,
};
