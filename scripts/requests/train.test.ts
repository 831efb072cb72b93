import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { likelyActs } from "../../shared/agent/plain/near/act-likelihoods.ts";
import { fromRoot } from "../paths.ts";
import { allSayings, digestOf, placed, sayingsIn, train } from "./train.ts";

test("a file of sayings is read act by act, without what stands before the first", () => {
  const file = "stray\n# undo: take back\ngo back\n\n# redo\nagain please\n";
  expect(sayingsIn(file)).toEqual([
    { act: "undo", text: "go back" },
    { act: "redo", text: "again please" },
  ]);
});

test("a placeholder is a span of its kind", () => {
  const { text, spans } = placed("drop {hobby} from {job} now");
  expect(text).toBe("drop hobby from job now");
  expect(spans.map(({ start, end, as }) => [text.slice(start, end), as])).toEqual([
    ["hobby", "interests"],
    ["job", "work"],
  ]);
});

test("what is learnt of some names holds for others", () => {
  const model = train(
    ["take {hobby} off", "no {skill} please", "lose {hobby}"]
      .map((text) => ({ act: "entry-remove", text }))
      .concat(
        ["put {skill} first", "{hobby} to the top"].map((text) => ({ act: "entry-move", text })),
      ),
  );
  const [top] = likelyActs("lose Kendo", [{ start: 5, end: 10, as: "interests" }], [], model);
  expect(top?.act).toBe("entry-remove");
  expect(top?.likelihood).toBeGreaterThan(0.5);
});

test("the weights that the chat loads were learnt from the sayings as they are", async () => {
  const weights = JSON.parse(
    await readFile(fromRoot("shared/agent/plain/near/act-weights.json"), "utf8"),
  ) as { readonly learntFrom: string };
  expect(weights.learntFrom).toBe(digestOf(await allSayings()));
});
