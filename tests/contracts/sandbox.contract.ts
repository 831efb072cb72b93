import { afterEach, describe, expect, test } from "vitest";
import type { Sandbox, SandboxEvent } from "../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { smallProject } from "./small-project.ts";

/** A sandbox as the suite sees it: it may live in another process. */
export interface SandboxUnderTest extends Pick<Sandbox, "files" | "start" | "build" | "snapshot"> {
  /** Every event since it was opened. */
  events(): Promise<readonly SandboxEvent[]>;
  /** Resolves when an event of this kind with these values has come. */
  until(type: SandboxEvent["type"], values?: Readonly<Record<string, unknown>>): Promise<void>;
  dispose(): Promise<void>;
}

const BROKEN = "export const = 1;\n";
const APP = "src/App.tsx";

/** What every adapter of the sandbox port promises; run against each of them and the fake (R3.1). */
export function sandboxContract(
  name: string,
  open: (files: ProjectFiles) => Promise<SandboxUnderTest>,
): void {
  describe(`sandbox contract: ${name}`, () => {
    const opened: SandboxUnderTest[] = [];
    const openOne = async (files: ProjectFiles = smallProject()) => {
      const sandbox = await open(files);
      opened.push(sandbox);
      return sandbox;
    };
    afterEach(async () => {
      for (const sandbox of opened.splice(0)) await sandbox.dispose();
    });
    const ofType = async <T extends SandboxEvent["type"]>(sandbox: SandboxUnderTest, type: T) =>
      (await sandbox.events()).filter(
        (event): event is Extract<SandboxEvent, { type: T }> => event.type === type,
      );

    test("starts, tells its states in order, and ends its first build", async () => {
      const sandbox = await openOne();
      expect(await sandbox.start()).toEqual({ ok: true });
      const states = (await ofType(sandbox, "status")).map(({ status }) => status);
      expect(states[0]).toBe("starting");
      expect(states.at(-1)).toBe("running");
      const [ended] = await ofType(sandbox, "build-end");
      expect(ended).toMatchObject({ revision: 1 });
      expect(ended!.durationMs).toBeGreaterThanOrEqual(0);
    });

    test("keeps files: reads, lists, writes and deletes", async () => {
      const sandbox = await openOne();
      await sandbox.start();
      const bytes = new Uint8Array([0, 1, 254, 255]);
      const written = await sandbox.files.write([
        { path: "src/new.txt", content: "new" },
        { path: "src/new.bin", content: bytes },
        { path: "src/app.css", content: null },
        { path: APP, content: "export function App() { return null; }\n" },
      ]);
      expect(written).toEqual({ ok: true });
      expect(await sandbox.files.read("src/new.txt")).toBe("new");
      expect(await sandbox.files.read("src/new.bin")).toEqual(bytes);
      expect(await sandbox.files.read("src/app.css")).toBeNull();
      const list = await sandbox.files.list();
      expect(list).toContain("src/new.bin");
      expect(list).not.toContain("src/app.css");
      const files = await sandbox.snapshot();
      expect(Object.keys(files).sort()).toEqual([...list].sort());
      expect(files["src/new.txt"]).toBe("new");
    });

    test("a batch is one build, and builds are numbered", async () => {
      const sandbox = await openOne();
      await sandbox.start();
      await sandbox.files.write([
        { path: "src/a.ts", content: "export const a = 1;" },
        { path: "src/b.ts", content: "export const b = 1;" },
      ]);
      const ends = await ofType(sandbox, "build-end");
      expect(ends.map(({ revision }) => revision)).toEqual([1, 2]);
      const starts = await ofType(sandbox, "build-start");
      expect(starts.map(({ revision }) => revision)).toEqual([1, 2]);
    });

    test("writes before the start belong to the first build", async () => {
      const sandbox = await openOne();
      await sandbox.files.write([{ path: APP, content: "export function App() { return null; }" }]);
      expect(await ofType(sandbox, "build-end")).toEqual([]);
      await sandbox.start();
      expect(await ofType(sandbox, "build-end")).toHaveLength(1);
    });

    test("tells what is wrong with its file, and that it is mended", async () => {
      const sandbox = await openOne();
      await sandbox.start();
      const good = (await sandbox.files.read(APP))!;
      expect(await sandbox.files.write([{ path: APP, content: BROKEN }])).toEqual({ ok: true });
      const [problems] = (await ofType(sandbox, "problems")).slice(-1);
      expect(problems!.problems[0]).toMatchObject({ kind: "build", path: APP, line: 1 });
      expect((await ofType(sandbox, "build-end")).at(-1)).toMatchObject({ update: "none" });
      await sandbox.files.write([{ path: APP, content: good }]);
      expect((await ofType(sandbox, "problems")).at(-1)!.problems).toEqual([]);
    });

    test("builds the site, and fails as a value when a file is wrong", async () => {
      const sandbox = await openOne();
      await sandbox.start();
      const built = await sandbox.build();
      if (!built.ok) throw new Error(built.failure.detail);
      expect(Object.keys(built.value.files)).toContain("index.html");
      await sandbox.files.write([{ path: APP, content: BROKEN }]);
      const failed = await sandbox.build();
      expect(failed).toMatchObject({ ok: false, failure: { kind: "build-failed" } });
      expect(failed.ok ? "" : failed.failure.detail).toContain(APP);
    });

    test("after dispose, twice if need be, calls fail and nothing throws", async () => {
      const sandbox = await openOne();
      await sandbox.start();
      await sandbox.dispose();
      await sandbox.dispose();
      const gone = { ok: false, failure: { kind: "unavailable" } };
      expect(await sandbox.start()).toMatchObject(gone);
      expect(await sandbox.files.write([])).toMatchObject(gone);
      expect(await sandbox.build()).toMatchObject(gone);
    });
  });
}
