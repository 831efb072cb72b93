import type { PlainContext } from "../plain-kind.ts";
import type { Mention } from "./mention.ts";

/** A request that is to be understood, and what was found in it. */
export interface Asked {
  /** With plain marks of quotation. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly context: PlainContext;
}

/**
 * What one act can mean here: plain requests that `understand` carries out, several joined by `;`. The
 * likeliest first; none where what the act needs isn’t in the text.
 */
export type Propose = (asked: Asked) => readonly string[];

export type Proposals = Readonly<Record<string, Propose>>;

export const inQuotes = (words: string): string => `"${words.replace(/"/gu, "'")}"`;

/** A request that is likely meant because what it speaks of stands in the texts. */
export interface Evident {
  readonly request: string;
  /** 0 to 1. */
  readonly likelihood: number;
  /** Puts something in the place of what stands there: so nothing is removed, or called otherwise. */
  readonly isSwap?: boolean;
}
