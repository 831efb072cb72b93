import { expect, test } from "vitest";
import { context } from "../plain/test-site.ts";
import { understand } from "../plain/understand.ts";
import { chooseSize } from "./choose-size.ts";
import { componentRequest, OWN_COMPONENTS } from "./component-requests.ts";

test.each(OWN_COMPONENTS)("a $id of one’s own is for the large model, in one file", (component) => {
  const request = componentRequest(component);
  expect(chooseSize(request)).toBe("large");
  expect(understand(request, context)).toBeNull();
  expect(request.match(/src\/own\/\w+\.tsx/g)).toHaveLength(1);
});
