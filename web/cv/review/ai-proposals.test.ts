import { expect, test } from "vitest";
import type { Resume } from "../../../shared/resume.ts";
import { aiProposals } from "./ai-proposals.ts";

const read: Resume = {
  basics: { name: "Nadia Okonkwo", label: "Engineer" },
  work: [
    { name: "Harrow & Pike", position: "Engneer", highlights: ["Designed the market hall"] },
    { name: "Bridge Works", position: "Intern" },
  ],
};
const evidence = ["/basics/name", "/basics/label", "/work/0/position", "/work/1/position"].map(
  (pointer) => ({ pointer, places: [], confidence: 0.9, rule: "r" }),
);
const local = { resume: read, evidence };
const proposalsOf = (
  resume: Resume,
  now: Resume,
  proposals: { pointer: string; value: unknown }[] = [],
) =>
  aiProposals({ resume, proposals: proposals.map((one) => ({ ...one, reason: "" })) }, now, local);

test("only what differs is proposed, at its place in the résumé as it is now", () => {
  const now: Resume = { ...read, work: [read.work![1]!, read.work![0]!] };
  const model: Resume = {
    basics: { name: "NADIA OKONKWO", email: "nadia@okonkwo.example" },
    work: [{ name: "Harrow & Pike", position: "Engineer" }],
  };
  expect(
    proposalsOf(model, now).map(({ pointer, words, before }) => [pointer, words, before]),
  ).toEqual([
    ["/basics/email", "nadia@okonkwo.example", null],
    ["/work/1/position", "Engineer", "Engneer"],
  ]);
});

test("an entry that isn't there is one proposal; an item is added to its own entry", () => {
  const model: Resume = {
    work: [
      { name: "Harrow & Pike", highlights: ["Designed the market hall", "Led a crew of nine"] },
      { name: "Zephyr Airships", position: "Rigger" },
    ],
  };
  expect(proposalsOf(model, read)).toMatchObject([
    {
      pointer: "/work/0/highlights/-",
      value: "Led a crew of nine",
      label: "Highlight",
      of: "Work · Harrow & Pike",
    },
    { pointer: "/work/-", words: "Zephyr Airships · Rigger", label: "New under Work" },
  ]);
});

test("what the document doesn't hold is marked, and is gone once it is in the résumé", () => {
  const extra = [
    { pointer: "/basics/phone", value: "+1 555 0100" },
    { pointer: "/work/0/highlights/-", value: "Saved two million" },
  ];
  const model = { work: [{ name: "Harrow & Pike" }] };
  expect(proposalsOf(model, read, extra)).toMatchObject([
    { pointer: "/basics/phone", isInCv: false },
    { pointer: "/work/0/highlights/-", isInCv: false },
  ]);
  const accepted: Resume = { ...read, basics: { ...read.basics, phone: "+1 555 0100" } };
  expect(proposalsOf(model, accepted, extra).map(({ pointer }) => pointer)).toEqual([
    "/work/0/highlights/-",
  ]);
});

test("a value of an entry that isn't there waits for the entry", () => {
  const model = { work: [{ name: "Zephyr Airships", position: "Rigger" }] };
  const extra = [{ pointer: "/work/0/url", value: "https://zephyr.example" }];
  expect(proposalsOf(model, read, extra).map(({ pointer }) => pointer)).toEqual(["/work/-"]);
  const now: Resume = { ...read, work: [...read.work!, model.work[0]!] };
  expect(proposalsOf(model, now, extra).map(({ pointer }) => pointer)).toEqual(["/work/2/url"]);
});

test("what the person wrote is theirs; what was read here isn't", () => {
  const model: Resume = { basics: { name: "Nadia Okonkwo", label: "Structural engineer" } };
  expect(proposalsOf(model, read)).toMatchObject([{ before: "Engineer", isYours: false }]);
  const now: Resume = { ...read, basics: { ...read.basics, label: "Bridge engineer" } };
  expect(proposalsOf(model, now)).toMatchObject([{ before: "Bridge engineer", isYours: true }]);
});
