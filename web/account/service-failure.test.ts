import { expect, test } from "vitest";
import { serviceFailure } from "./service-failure.ts";

test("coming back without a session has a reason and a next step; coming to the page has none", () => {
  expect(serviceFailure("?next=%2Fstudio")).toBeNull();
  expect(serviceFailure("?error=access_denied")).toMatchObject({
    message: "You didn’t agree over there.",
  });
  const unknown = serviceFailure("?next=%2F&error=a_new_code");
  expect(unknown).toMatchObject({ detail: "a_new_code", nextStep: expect.stringMatching(/again/) });
});
