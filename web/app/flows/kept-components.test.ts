import { expect, test } from "vitest";
import { COMPONENT_LIMITS } from "../../../shared/limits.ts";
import { openMemoryStorage } from "../../storage/portfolio-storage.ts";
import { keptComponents } from "./kept-components.ts";

test("a component is found by all that was told of it, for its time, the newest of them", async () => {
  let at = 0;
  const kept = keptComponents(openMemoryStorage(), () => at);
  await kept.keep("Told", "// One");
  expect(await kept.find("Told")).toBe("// One");
  expect(await kept.find("Told otherwise")).toBeNull();
  for (let n = 0; n < COMPONENT_LIMITS.kept; n += 1) await kept.keep(`${n}`, "// More");
  expect(await kept.find("Told")).toBeNull();
  expect(await kept.find("0")).toBe("// More");
  at = COMPONENT_LIMITS.keptMs;
  expect(await kept.find("0")).toBeNull();
});
