import { expect, test } from "vitest";
import { fail, ok } from "../../shared/failure.ts";
import type { SourceEntry } from "../../shared/api/portfolios.ts";
import { keepOriginal } from "./keep-original.ts";

const source = {
  name: "cv.pdf",
  bytes: new TextEncoder().encode("abc"),
  document: { kind: "flow", format: "txt", lines: [] },
  extraction: { resume: {}, evidence: [], counts: { pages: 1, sections: 0, facts: 0 }, steps: [] },
} as const;
/** SHA-256 of “abc” (FIPS 180-2, appendix B.1). */
const ABC = "b-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const written = { status: "kept", revision: 1, sequence: 1, life: 1 } as const;

test("the file and what was read of it go up before the portfolio names them", async () => {
  const acts: string[] = [];
  const saved: SourceEntry[] = [];
  const kept = await keepOriginal(
    {
      sendContents: async (contents) => {
        acts.push(`send ${[...contents.keys()].map((key) => key.slice(0, 2)).join()}`);
        expect(contents.get(ABC)).toEqual(source.bytes);
        return ok(undefined);
      },
      saveSource: async (id, entry) => {
        acts.push(`save ${id}`);
        saved.push(entry);
        return ok(written);
      },
    },
    "ada",
    source,
  );
  expect(kept.ok).toBe(true);
  expect(acts).toEqual(["send b-,t-", "save ada"]);
  expect(saved[0]).toMatchObject({ name: "cv.pdf", content: ABC });
});

test("nothing is said to be kept when its contents don't go up", async () => {
  const full = fail({
    kind: "quota-exceeded",
    message: "Full.",
    nextStep: "",
    retryable: false,
  } as const);
  const kept = await keepOriginal(
    {
      sendContents: async () => full,
      saveSource: async () => {
        throw new Error("must not be called");
      },
    },
    "ada",
    source,
  );
  expect(kept).toEqual(full);
});
