import { statSync } from "node:fs";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkspaces } from "./workspaces.ts";
import type { Workspace } from "./workspace.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-runner-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function outputOf(workspace: Workspace, script: string): Promise<string> {
  const started = await workspace.spawn({ command: "/bin/sh", args: ["-c", script] });
  if (!started.ok) throw new Error(started.failure.message);
  let output = "";
  started.value.onOutput((bytes) => (output += Buffer.from(bytes).toString()));
  await started.value.exit;
  return output;
}

describe("kept workspaces", () => {
  it("have their files in the next start, and another account in a copy of the folder", async () => {
    const [first, copy] = [join(folder, "kept-first"), join(folder, "kept-copy")];
    const over = async (place: string) => {
      const opened = await openWorkspaces({ folder: place });
      if (!opened.ok) throw new Error(opened.failure.message);
      return opened.value;
    };
    const before = await over(first);
    const made = await before.create("mine", { kept: true });
    if (!made.ok) throw new Error(made.failure.message);
    await made.value.files.write([{ path: "a/b.txt", bytes: Buffer.from("mine") }]);
    await before.create("passing");
    const twice = await openWorkspaces({ folder: first });
    expect(twice.ok ? "opened" : twice.failure.kind).toBe("conflict");
    await before.close();
    await cp(first, copy, { recursive: true });
    const [again, copied] = [await over(first), await over(copy)];
    expect(await again.list()).toEqual(["mine"]);
    const places = [await again.open("mine"), await copied.open("mine")];
    const uids = new Set<number>();
    const ports = new Set<number>();
    for (const opened of places) {
      if (!opened.ok) throw new Error(opened.failure.message);
      ports.add(opened.value.ownPorts[0]!);
      uids.add(statSync(join(opened.value.folder, "a/b.txt")).uid);
      expect(await outputOf(opened.value, "cat a/b.txt && echo more >> a/b.txt")).toBe("mine");
    }
    expect(ports.size).toBe(2);
    expect(uids.size).toBe(process.getuid?.() === 0 ? 2 : 1);
    for (const each of [again, copied]) {
      await each.remove("mine");
      await each.close();
    }
  });
});
