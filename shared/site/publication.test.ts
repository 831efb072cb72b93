import { expect, test } from "vitest";
import { PUBLISH_LIMITS } from "../limits.ts";
import { buildsToForget, expiryOf, mayAddSite, missingHashes, siteState } from "./publication.ts";

const live = { buildId: "b", unpublishedAt: null, expiresAt: null };
const down = { ...live, unpublishedAt: 5 };

test("what a site’s address answers", () => {
  expect(siteState({ ...live, buildId: null }, 10)).toBe("draft");
  expect(siteState(live, 10)).toBe("live");
  expect(siteState({ ...live, expiresAt: 11 }, 10)).toBe("live");
  expect(siteState({ ...live, expiresAt: 10 }, 10)).toBe("expired");
  expect(siteState({ ...down, expiresAt: 1 }, 10)).toBe("unpublished");
});

test("a premium site doesn’t end, a registered one does", () => {
  expect(expiryOf("premium", 1_000)).toBeNull();
  expect(expiryOf("registered", 1_000)).toBe(1_000 + 365 * 86_400_000);
});

test("as many sites as the tier says, beside a few that are down", () => {
  expect(mayAddSite("anonymous", [])).toBe(false);
  expect(mayAddSite("registered", [])).toBe(true);
  expect(mayAddSite("registered", [live])).toBe(false);
  expect(mayAddSite("registered", [down, down])).toBe(true);
  expect(
    mayAddSite(
      "premium",
      Array.from({ length: 9 }, () => live),
    ),
  ).toBe(true);
  const hoard = Array.from({ length: 1 + PUBLISH_LIMITS.unpublished }, () => down);
  expect(mayAddSite("registered", hoard)).toBe(false);
});

test("the oldest builds go, and those that show what is hidden now; never the one that is served", () => {
  const hidden = ["phone"] as const;
  const builds = Array.from({ length: 12 }, (_, at) => ({ id: `b${at}`, at, hidden }));
  expect(buildsToForget(builds, builds[11]!)).toEqual(["b1", "b0"]);
  expect(buildsToForget(builds, builds[0]!)).toEqual(["b2", "b1"]);
  expect(buildsToForget(builds.slice(0, 3), builds[0]!)).toEqual([]);
  const open = { id: "open", at: 5, hidden: [] };
  const closed = { id: "closed", at: 6, hidden: ["phone", "email"] as const };
  expect(buildsToForget([open, builds[0]!, closed], builds[0]!)).toEqual(["open"]);
  expect(buildsToForget([open, builds[0]!, closed], closed)).toEqual(["open", "b0"]);
  expect(buildsToForget([open, closed], open)).toEqual([]);
});

test("only contents that aren’t there are asked for, each once", () => {
  const of = (hash: string) => ({ hash, size: 1 });
  const manifest = { "index.html": of("a"), "copy.html": of("a"), "b.css": of("b") };
  expect(missingHashes(manifest, new Set(["b"]))).toEqual(["a"]);
});
