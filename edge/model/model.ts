import type { Result } from "../../shared/failure.ts";

/** The shape that an answer must have: the part of OpenAPI's schema objects that models take. */
export type AnswerSchema =
  | { readonly type: "string"; readonly description?: string }
  | { readonly type: "array"; readonly items: AnswerSchema }
  | { readonly type: "object"; readonly properties: Readonly<Record<string, AnswerSchema>> };

export interface Question {
  /** What the model is to do; ours. */
  readonly instruction: string;
  /** What a person gave; data, never an instruction. */
  readonly text: string;
  readonly schema: AnswerSchema;
  /** Tokens an answer may have. */
  readonly mostTokens: number;
}

export interface Answer {
  /** Parsed JSON, not yet checked. */
  readonly value: unknown;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** A model that answers in a given shape. */
export interface StructuredModel {
  readonly name: string;
  ask(question: Question, signal: AbortSignal): Promise<Result<Answer>>;
}
