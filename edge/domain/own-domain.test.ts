import { expect, test } from "vitest";
import { DOMAIN_LIMITS } from "../../shared/limits.ts";
import { judgeDomain } from "./own-domain.ts";

const { graceMs, unprovedMs } = DOMAIN_LIMITS;
const RIGHT = { hasProof: true, pointsHere: true };
const NEW = { createdAt: 0, verifiedAt: null, failingSince: null };
const PROVED = { createdAt: 0, verifiedAt: 5, failingSince: null };

test("both records prove a domain; one alone doesn’t, and one never proved is let go", () => {
  expect(judgeDomain(NEW, RIGHT, 7)).toEqual({ verifiedAt: 7, failingSince: null, act: "keep" });
  for (const found of [
    { hasProof: true, pointsHere: false },
    { hasProof: false, pointsHere: true },
  ]) {
    expect(judgeDomain(NEW, found, unprovedMs - 1)).toMatchObject({
      verifiedAt: null,
      act: "keep",
    });
    expect(judgeDomain(NEW, found, unprovedMs).act).toBe("unlink");
  }
});

test("a proved domain that leads elsewhere is warned of once, unlinked after the grace, saved by leading back", () => {
  const lost = { hasProof: true, pointsHere: false };
  expect(judgeDomain(PROVED, lost, 10)).toEqual({ verifiedAt: 5, failingSince: 10, act: "warn" });
  const failing = { ...PROVED, failingSince: 10 };
  expect(judgeDomain(failing, lost, 9 + graceMs)).toMatchObject({ failingSince: 10, act: "keep" });
  expect(judgeDomain(failing, { hasProof: false, pointsHere: true }, 10 + graceMs).act).toBe(
    "unlink",
  );
  expect(judgeDomain(failing, RIGHT, 10 + graceMs)).toEqual({
    verifiedAt: 5,
    failingSince: null,
    act: "keep",
  });
});
