import { expect, test } from "vitest";
import { HUNDREDS, plainOutcomes } from "../bench/agent/plain-share.ts";

test.each(HUNDREDS)(
  "the %s requests of people are answered rightly or left to a model",
  async (name) => {
    const outcomes = await plainOutcomes(name);
    expect(outcomes).toHaveLength(100);
    const wrong = outcomes.filter(({ said, right }) => said !== right);
    expect(wrong).toEqual([]);
    expect(outcomes.filter(({ said }) => said !== null).length).toBeGreaterThanOrEqual(60);
  },
);
