import { expect, test } from "vitest";
import { ok } from "../../shared/failure.ts";
import type { FileChange } from "../../shared/project.ts";
import { rememberBuild, rememberLast } from "./prepared.ts";

const FAILURE = { kind: "build-failed", message: "No", nextStep: "", retryable: false } as const;

test("what was built is there again for the same files and the same hidden fields alone", async () => {
  let builds = 0;
  let isBroken = false;
  const build = rememberBuild(async () => {
    builds += 1;
    if (isBroken) return { ok: false, failure: FAILURE };
    return ok({ files: { "index.html": String(builds) }, durationMs: 1 });
  });
  const files = { "a.ts": "1" };
  const hide = (phone: string): FileChange[] => [
    { path: "r.json", content: phone },
    { path: "p.png", content: new Uint8Array([1]) },
  ];
  const page = async (...given: Parameters<typeof build>) => {
    const built = await build(...given);
    return built.ok ? built.value.files["index.html"] : null;
  };
  expect(await page(files, hide("x"))).toBe("1");
  expect(await page(files, hide("x"))).toBe("1");
  expect(await page(files, hide("y"))).toBe("2");
  expect(await page(files, [])).toBe("3");
  expect(await page({ ...files }, [])).toBe("4");
  isBroken = true;
  expect(await page(files, [])).toBeNull();
  isBroken = false;
  expect(await page(files, [])).toBe("6");
});

test("work on the last thing is remembered, a failure of it isn’t", async () => {
  const seen: string[] = [];
  const work = rememberLast(
    async (word: string) => {
      seen.push(word);
      if (word === "bad") throw new Error(word);
      return word.length;
    },
    (word) => word,
  );
  expect([await work("one"), await work("one"), await work("three")]).toEqual([3, 3, 5]);
  await expect(work("bad")).rejects.toThrow("bad");
  await expect(work("bad")).rejects.toThrow("bad");
  expect(seen).toEqual(["one", "three", "bad", "bad"]);
});
