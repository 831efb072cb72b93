import type { ChatRequest } from "../../shared/api/ai.ts";
import type { Failure, Result } from "../../shared/failure.ts";
import type { PricedTokens } from "../../shared/model-prices.ts";

/** Tokens of one call. */
export type ChatUsage = PricedTokens;

/** All of them: what a person's month is charged with. */
export const allTokens = ({ input, cacheWrite, cacheRead, output }: ChatUsage): number =>
  input + cacheWrite + cacheRead + output;

/** An answer that has begun. */
export interface OpenedChat {
  readonly model: string;
  /** The provider's event stream, byte for byte. */
  readonly body: ReadableStream<Uint8Array>;
}

/** What is kept of a call (R5.3). */
export interface Generation {
  readonly id: string;
  readonly personId: string;
  readonly component: string;
  readonly model: string;
  readonly prompt: unknown;
  readonly answer: string;
  readonly usage: ChatUsage;
  /** US dollars, and what they had been without the provider's cache; `null` where no price is known. */
  readonly cost: number | null;
  readonly uncachedCost: number | null;
  /** … and what they had been with whole files besides (`domain/whole-files.ts`). */
  readonly wholeFilesCost: number | null;
  readonly messageId: string | null;
  readonly isRepair: boolean;
  /** Of the person's own key that was used; `null` for the service's. */
  readonly vaultKeyId: string | null;
  /** The API key that the call came with; `null`: from the app. */
  readonly apiKeyId: string | null;
}

/** The model that people talk to, for one request. */
export interface ChatGateway {
  readonly hasServiceKey: boolean;
  /**
   * Asks the model of the wanted size, or its fallback where it is retired; waits while the provider is
   * busy. Fails as `Outbound.call` does, with `forbidden` where an own key is refused, and with
   * `invalid` where the provider can't take the conversation.
   * @param order.ownKey the person's own key; the service's when `null`
   */
  readonly open: (order: {
    readonly request: ChatRequest;
    readonly ownKey: string | null;
    readonly signal: AbortSignal;
  }) => Promise<Result<OpenedChat>>;
  /** Whether a person's own key is taken; costs no tokens. Fails as `Outbound.call` does. */
  readonly tryKey: (key: string, signal: AbortSignal) => Promise<Result<boolean>>;
  /** Keeps the worker for a stream that goes on after the answer's head; holds no connection. */
  readonly stay: (work: Promise<unknown>) => void;
  /** Writes down what was asked and answered, sealed under the person's key. */
  readonly note: (generation: Generation) => Promise<void>;
}

/** There is no key: neither the service's nor one's own. */
export const NO_MODEL: Failure = {
  kind: "unavailable",
  message: "No model is configured here.",
  nextStep: "Add a key of your own under Account, or make the change by hand; all else works.",
  retryable: false,
};
