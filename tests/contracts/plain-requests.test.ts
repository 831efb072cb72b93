import { expect, test } from "vitest";
import { REQUEST_LISTS, plainOutcomes } from "../bench/agent/plain-share.ts";

/** At least so many of a hundred need no model: answered at once, or done by one press of an offer. */
const LEAST_SHARE = 0.6;
/** At most so often is something offered before a model is asked that nobody meant. */
const MOST_ASKED_IN_VAIN = 0.2;

test.each(REQUEST_LISTS)(
  "the %s requests of people are answered rightly, offered or left to a model",
  async (name) => {
    const outcomes = await plainOutcomes(name);
    const wrong = outcomes.filter(({ said, right }) => said !== right);
    expect(wrong).toEqual([]);
    const shareOf = (count: number) => count / outcomes.length;
    const offered = outcomes.filter(({ isAsked, offeredAt }) => isAsked && offeredAt >= 0);
    const answered = outcomes.filter(({ said }) => said !== null);
    expect(shareOf(answered.length + offered.length)).toBeGreaterThanOrEqual(LEAST_SHARE);
    const inVain = outcomes.filter(({ isAsked, offeredAt }) => isAsked && offeredAt < 0);
    expect(shareOf(inVain.length)).toBeLessThanOrEqual(MOST_ASKED_IN_VAIN);
  },
);
