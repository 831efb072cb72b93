import { describe, expect, test } from "vitest";
import { scriptedModel, type ScriptedAnswer } from "../../../tests/fakes/scripted-model.ts";
import { translateTexts } from "./translate-texts.ts";

const said = (texts: Record<string, string>): ScriptedAnswer => ({
  text: JSON.stringify({ texts }),
});

async function german(texts: readonly string[], script: readonly ScriptedAnswer[]) {
  const { model, requests } = scriptedModel(script);
  const done: number[] = [];
  const asked = { texts, from: "en", into: "de", onBatch: (count: number) => done.push(count) };
  const { signal } = new AbortController();
  return { outcome: await translateTexts({ model, signal, ...asked }), requests, done };
}

describe("texts in another language", () => {
  test("are taken where their facts are the same", async () => {
    const { outcome, requests } = await german(
      ["Led six gardeners since April 2016", "Grew 40,000 plants for https://kew.example/a"],
      [
        said({
          0: "Leitet seit April 2016 sechs Gärtner",
          1: "Zog 40.000 Pflanzen für https://kew.example/a",
        }),
      ],
    );
    expect(outcome).toEqual({
      ok: true,
      value: {
        texts: {
          "Led six gardeners since April 2016": "Leitet seit April 2016 sechs Gärtner",
          "Grew 40,000 plants for https://kew.example/a":
            "Zog 40.000 Pflanzen für https://kew.example/a",
        },
        refused: [],
        doubtful: [],
      },
    });
    expect(requests).toMatchObject([{ purpose: "translate", size: "small", tools: [] }]);
  });

  test("stay as they were where a fact is lost, changed or added, or no answer came", async () => {
    const texts = [
      "Led six gardeners",
      "Since 2016 at work",
      "See https://a.example/x",
      "Grew plants",
    ];
    const { outcome } = await german(texts, [
      said({ 0: "Leitete sieben Gärtner", 1: "Bei der Arbeit", 2: "Siehe https://b.example/x" }),
    ]);
    expect(outcome).toMatchObject({ ok: true, value: { texts: {}, refused: texts } });
  });

  test("are to be looked at where a name is another", async () => {
    const { outcome } = await german(["Worked in Munich"], [said({ 0: "Arbeitete in München" })]);
    expect(outcome).toMatchObject({ value: { refused: [], doubtful: ["Worked in Munich"] } });
  });

  test("go in batches; one that fails ends it", async () => {
    const texts = Array.from({ length: 50 }, (_, at) => `Word ${"x".repeat(at)}`);
    const same = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [at, `Wort ${"x".repeat(at)}`]),
    );
    const { outcome, requests, done } = await german(texts, [said(same), { text: "no" }]);
    expect(requests).toHaveLength(2);
    expect(done).toEqual([40]);
    expect(outcome).toMatchObject({ ok: false, failure: { retryable: true } });
  });
});
