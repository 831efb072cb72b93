import { describe, expect, test } from "vitest";
import { scriptedModel } from "../../../tests/fakes/scripted-model.ts";
import { analyseResume } from "../../cv/analysis/analyse-resume.ts";
import type { Resume } from "../../resume.ts";
import { deeperFindings, hasPlace } from "./deeper-findings.ts";

const RESUME: Resume = {
  basics: {
    name: "Ana Sousa",
    email: "ana@example.org",
    phone: "+351 21 000 0000",
    location: { city: "Porto", address: "Rua das Flores 3", postalCode: "4050-262" },
  },
  work: [{ name: "Foto Lapa", position: "Assistant", highlights: ["Helped with 120 weddings"] }],
};
const finding = (place: string, what = "It says nothing of results.", kind = "weak") => ({
  place,
  kind,
  what,
  why: "Results convince.",
  todo: "Say what came of it.",
});

async function look(findings: readonly unknown[]) {
  const { model, requests } = scriptedModel([{ text: JSON.stringify({ findings }) }]);
  const known = analyseResume(RESUME, "2026-11-21");
  const { signal } = new AbortController();
  const asked = await deeperFindings({ model, signal, resume: RESUME, known, language: "en" });
  return { found: asked.ok ? asked.value : null, asked, requests };
}

describe("a deeper look at a CV", () => {
  test("is tied to places, and says why and what to do", async () => {
    const { found } = await look([finding("/work/0/highlights/0")]);
    expect(found).toEqual([
      {
        rule: "ai-weak",
        pointer: "/work/0/highlights/0",
        sentence: "It says nothing of results.",
        why: "Results convince.",
        todo: "Say what came of it.",
      },
    ]);
  });

  test("drops what is about no place of this CV, and what speaks of facts that it doesn't hold", async () => {
    const { found } = await look([
      finding("/work/3/highlights/0"),
      finding("/work/0/highlights/0", "You say that you helped with 300 weddings."),
      finding("/work/0/highlights/0", "Helping with 120 weddings is no result."),
      finding("/work/0/highlights/0", "The same place and kind again."),
      finding("work", "No pointer."),
      finding("/basics/constructor"),
      finding("/work/0/startDate", "It isn't said when.", "missing"),
      finding("/work/1/startDate", "There is no such job.", "missing"),
    ]);
    expect(found?.map(({ pointer, sentence }) => `${pointer}: ${sentence}`)).toEqual([
      "/work/0/highlights/0: Helping with 120 weddings is no result.",
      "/work/0/startDate: It isn't said when.",
    ]);
  });

  test("sends no way to reach the person", async () => {
    const { requests } = await look([]);
    const sent = JSON.stringify(requests);
    expect(requests).toMatchObject([{ purpose: "analyse", size: "large", tools: [] }]);
    expect(sent).toContain("Foto Lapa");
    for (const secret of ["ana@example.org", "+351", "Rua das Flores", "4050-262"])
      expect(sent).not.toContain(secret);
  });

  test("is none when the answer is of another shape", async () => {
    const { asked } = await look([
      { place: "/work/0", kind: "bad", what: "x", why: "y", todo: "z" },
    ]);
    expect(asked).toMatchObject({ ok: false, failure: { retryable: true } });
  });
});

test.each([
  ["/basics/email", false, true],
  ["/basics/label", false, false],
  ["/basics/label", true, true],
  ["/skills", true, true],
  ["/work/0/highlights/7", true, false],
  ["/__proto__/x", true, false],
  ["", true, false],
])("the place %s, missing %s: %s", (pointer, isMissing, has) =>
  expect(hasPlace(RESUME, pointer, isMissing)).toBe(has),
);
