import { describe, expect, it } from "vitest";
import type { ProjectFiles } from "../../../shared/project.ts";
import { followPackages } from "./follow-packages.ts";
import type { MachineProcess, NodeMachine } from "./node-machine.ts";

const listing = (dependencies: object) => ({ "package.json": JSON.stringify({ dependencies }) });

/** A machine whose npm ends when it is told to. */
function machine() {
  const ran: string[] = [];
  const ended: PromiseWithResolvers<number>[] = [];
  const parts: Pick<NodeMachine, "spawn" | "read"> = {
    spawn: async (program, args) => {
      ran.push([program, args[0]].join(" "));
      const exit = Promise.withResolvers<number>();
      ended.push(exit);
      const output = new ReadableStream<string>({ start: (stream) => stream.close() });
      return { output, exit: exit.promise } as unknown as MachineProcess;
    },
    read: async () => null,
  };
  return { machine: parts as NodeMachine, ran, end: () => ended.at(-1)!.resolve(0) };
}

function following(before: ProjectFiles, after: ProjectFiles) {
  let files = before;
  const { machine: there, ran, end } = machine();
  const steps: string[] = [];
  const follower = followPackages(there, {
    files: () => files,
    onChange: () => undefined,
    install: () => ({
      onLine: () => undefined,
      onProgress: () => undefined,
      onProcess: () => undefined,
    }),
    onStep: (step) => steps.push(step),
  });
  files = after;
  return { follower, ran, end, steps };
}

describe("what package.json lists", () => {
  it("is installed before another npm runs, without waiting for more typing", async () => {
    const { follower, ran, end, steps } = following(listing({ a: "1.0.0" }), listing({}));
    follower.listed();
    let isInstalled = false;
    const installed = follower.untilInstalled().then(() => (isInstalled = true));
    await expect.poll(() => ran).toEqual(["npm install"]);
    expect(isInstalled).toBe(false);
    end();
    await installed;
    expect(steps).toEqual(["Installing packages", ""]);
    await follower.untilInstalled();
    expect(ran).toHaveLength(1);
    follower.stop();
  });

  it("is waited for by nobody where nothing was listed", async () => {
    const { follower, ran } = following(listing({}), listing({}));
    await follower.untilInstalled();
    expect(ran).toEqual([]);
  });
});
