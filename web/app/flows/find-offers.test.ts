import { expect, it } from "vitest";
import { resume, theme } from "../../../shared/agent/plain/test-site.ts";
import { RESUME_PATH, THEME_PATH } from "../../../shared/project.ts";
import { answerRequest } from "./answer-request.ts";
import { findOffers } from "./find-offers.ts";

const files = {
  [RESUME_PATH]: JSON.stringify({ ...resume, interests: [{ name: "pottery" }] }),
  [THEME_PATH]: JSON.stringify({ ...theme, template: "own" }),
};

it("finds what a request nearly says, and a press on it does just that", async () => {
  const near = await findOffers("dont want the pottery thing on there", "", files);
  expect(near.isLikely).toBe(true);
  expect(near.offers[0]?.label).toBe("Remove the interest “pottery”");
  const answer = await answerRequest(near.offers[0]!.request, {
    project: { getState: () => ({ files }) as never, apply: () => undefined },
    changeTemplate: () => expect.fail("the template stays"),
    runCommand: () => expect.fail("nothing is run"),
  });
  const [change] = answer?.changes ?? [];
  expect(answer?.changes).toHaveLength(1);
  expect(JSON.parse(change!.after!)).toMatchObject({ interests: [] });
});

it("offers nothing about a site that can’t be read", async () => {
  const broken = { ...files, [RESUME_PATH]: "{" };
  const near = await findOffers("dont want the pottery thing on there", "", broken);
  expect(near.offers).toEqual([]);
});
