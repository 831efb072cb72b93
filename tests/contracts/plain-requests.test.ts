import { expect, test } from "vitest";
import { REQUEST_LISTS, plainOutcomes } from "../bench/agent/plain-share.ts";

/** Nothing but the size of text and the shape of the portrait was widened by this one: it measures. */
const UNSEEN = "eighth-hundred";

test.each(REQUEST_LISTS)(
  "the %s requests of people are answered rightly or left to a model",
  async (name) => {
    const outcomes = await plainOutcomes(name);
    expect(outcomes.length).toBeGreaterThanOrEqual(100);
    const wrong = outcomes.filter(({ said, right }) => said !== right);
    expect(wrong).toEqual([]);
    const answered = outcomes.filter(({ said }) => said !== null).length;
    expect(answered).toBeGreaterThanOrEqual(name === UNSEEN ? 30 : 60);
  },
);
