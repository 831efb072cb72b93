import { expect, it } from "vitest";
import { hostedState, kindDetail, kindName, runNotice } from "./sandbox-words.ts";

const ELSEWHERE = { nodeFrom: "stackblitz", hostedFrom: "provider" } as const;
const HERE = { nodeFrom: "local-runner", hostedFrom: "local-runner" } as const;

it("says where each runs, and on one machine that nothing isolates it", () => {
  expect(kindName("hosted", ELSEWHERE)).toBe("Hosted preview · on our servers");
  expect(kindName("hosted", HERE)).toBe("Hosted preview · on this machine");
  expect(kindName("webcontainer", ELSEWHERE)).toBe("Node · in this browser");
  expect(kindName("webcontainer", HERE)).toBe("Node · on this machine");
  expect(kindName("instant", HERE)).toBe("Instant · in this browser");
  expect(kindDetail("hosted", ELSEWHERE)).toContain("Your files go to a server of ours.");
  expect(kindDetail("webcontainer", ELSEWHERE)).toContain("StackBlitz");
  for (const kind of ["hosted", "webcontainer"] as const) {
    expect(runNotice(kind, ELSEWHERE)).toBeNull();
    expect(runNotice(kind, HERE)).toBe("Runs on this machine, not isolated.");
  }
  expect(runNotice("instant", HERE)).toBeNull();
});

it("says in what state a hosted one is, until when it is kept, and why it failed", () => {
  const date = (at: number) => `day ${at}`;
  const view = { expires_at: 7, failure: null };
  expect(hostedState({ ...view, status: "running" }, date)).toBe(
    "It runs. Unused, it is kept until day 7.",
  );
  expect(hostedState({ ...view, status: "queued" }, date)).toBe("It waits for a place.");
  const failure = { message: "The machine broke." };
  expect(hostedState({ ...view, failure, status: "failed" }, date)).toBe("The machine broke.");
});
