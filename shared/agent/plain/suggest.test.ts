import { expect, test } from "vitest";
import { FIRST_EXAMPLES, suggest } from "./suggest.ts";
import { context } from "./test-site.ts";
import { understand } from "./understand.ts";

test("what is suggested is near what was asked, and would be understood", () => {
  expect(suggest("could the skills be in another place")).toEqual(
    expect.arrayContaining([expect.stringContaining("skills")]),
  );
  expect(suggest("zzz")).toEqual(FIRST_EXAMPLES.slice(0, 3));
  for (const example of FIRST_EXAMPLES)
    expect(understand(example, context), example).not.toBeNull();
});
