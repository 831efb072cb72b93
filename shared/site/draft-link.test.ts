import { expect, test } from "vitest";
import { TIER_LIMITS } from "../limits.ts";
import { draftSlug, draftState, mayShowDraft } from "./draft-link.ts";
import { parseSlug } from "./slug.ts";

const LIVE = { buildId: "b", unpublishedAt: null, expiresAt: 100 };

test("a draft is shown until its end, and what ended it is said", () => {
  expect(draftState(LIVE, 99)).toBe("live");
  expect(draftState(LIVE, 100)).toBe("expired");
  expect(draftState({ ...LIVE, buildId: null }, 1)).toBe("empty");
  expect(draftState({ ...LIVE, buildId: null, unpublishedAt: 5 }, 200)).toBe("revoked");
  expect(draftState({ ...LIVE, unpublishedAt: 5, takenDownAt: 6 }, 1)).toBe("taken-down");
});

test("only links that work count towards how many somebody may have", () => {
  const most = TIER_LIMITS.anonymous.draftLinks;
  const live = Array.from({ length: most - 1 }, () => "live" as const);
  expect(mayShowDraft("anonymous", [...live, "expired", "taken-down", "revoked"])).toBe(true);
  expect(mayShowDraft("anonymous", [...live, "empty"])).toBe(false);
});

test("its name is a host’s label that nobody can guess or take as an address", () => {
  const all = Uint8Array.from({ length: 32 }, (_, n) => n * 8 + 7);
  const slug = draftSlug(all);
  expect(slug).toMatch(/^draft-[a-z2-7]{26}$/);
  expect(draftSlug(all.toReversed())).not.toBe(slug);
  expect(parseSlug(slug).ok).toBe(false);
  expect(parseSlug("draft-of-ada").ok).toBe(true);
});
