import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, effectiveChanges } from "../../shared/portfolio/apply-changes.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import {
  COALESCE_MS,
  EMPTY_HISTORY,
  forgetPaths,
  recordEdit,
  redoEdit,
  undoEdit,
  type EditHistory,
} from "./edit-history.ts";

interface Scene {
  readonly files: ProjectFiles;
  readonly history: EditHistory;
}

function act(scene: Scene, changes: readonly FileChange[], at: number, group?: string): Scene {
  const effective = effectiveChanges(scene.files, changes);
  if (effective.length === 0) return scene;
  const done = { label: "Edit", at, ...(group === undefined ? {} : { group }) };
  return {
    files: applyChanges(scene.files, effective),
    history: recordEdit(scene.history, scene.files, effective, done),
  };
}

function turn(scene: Scene, way: typeof undoEdit): Scene {
  const turned = way(scene.history);
  if (!turned) return scene;
  return { files: applyChanges(scene.files, turned.changes), history: turned.history };
}

function allTheWay(scene: Scene, way: typeof undoEdit): Scene {
  let now = scene;
  while (way(now.history)) now = turn(now, way);
  return now;
}

const path = fc.constantFrom("a", "b", "c");
const content = fc.oneof(
  fc.constantFrom("", "1", "2", "3"),
  fc.constant(null),
  fc.uint8Array({ minLength: 1, maxLength: 2 }),
);
type Move =
  | { kind: "act"; changes: FileChange[]; group: string | undefined; wait: number }
  | { kind: "undo" | "redo" };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant("act" as const),
    changes: fc.array(fc.record({ path, content }), { minLength: 1, maxLength: 3 }),
    group: fc.constantFrom(undefined, "typing a", "typing b"),
    wait: fc.constantFrom(1, COALESCE_MS + 1),
  }),
  fc.constantFrom<Move[]>({ kind: "undo" }, { kind: "redo" }),
);

const START: ProjectFiles = { a: "at first", b: new Uint8Array([7]) };

function play(moves: readonly Move[]): Scene {
  let at = 0;
  return moves.reduce<Scene>(
    (scene, move) => {
      if (move.kind !== "act") return turn(scene, move.kind === "undo" ? undoEdit : redoEdit);
      at += move.wait;
      return act(scene, move.changes, at, move.group);
    },
    { files: START, history: EMPTY_HISTORY },
  );
}

describe("undo and redo", () => {
  it("after any sequence: undoing everything gives the beginning, redoing everything the same state again", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30, size: "max" }), (moves) => {
        const scene = play(moves);
        const end = allTheWay(scene, redoEdit);
        const start = allTheWay(end, undoEdit);
        expect(start.files).toEqual(START);
        expect(allTheWay(start, redoEdit).files).toEqual(end.files);
      }),
    );
  });

  it("an undo and a redo together change nothing", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30, size: "max" }), (moves) => {
        const scene = play(moves);
        if (!undoEdit(scene.history)) return;
        expect(turn(turn(scene, undoEdit), redoEdit).files).toEqual(scene.files);
      }),
    );
  });

  it("never touch a file that somebody else has changed since", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30, size: "max" }), path, (moves, theirs) => {
        const scene = play(moves);
        const files = { ...scene.files, [theirs]: "theirs" };
        const history = forgetPaths(scene.history, new Set([theirs]));
        for (const way of [undoEdit, redoEdit]) {
          expect(allTheWay({ files, history }, way).files[theirs]).toBe("theirs");
        }
      }),
    );
  });
});

describe("typing", () => {
  const typed = (texts: readonly string[], step: number) =>
    texts.reduce<Scene>(
      (scene, text, at) => act(scene, [{ path: "a", content: text }], at * step, "typing a"),
      { files: { a: "" }, history: EMPTY_HISTORY },
    );

  it("in one go is one act", () => {
    const scene = typed(["h", "he", "hey"], COALESCE_MS);
    expect(scene.history.past).toHaveLength(1);
    expect(turn(scene, undoEdit).files).toEqual({ a: "" });
  });

  it("after a pause is another", () => {
    expect(typed(["h", "he"], COALESCE_MS + 1).history.past).toHaveLength(2);
  });

  it("back to what was there leaves nothing to undo", () => {
    expect(typed(["h", ""], 1).history.past).toHaveLength(0);
  });

  it("after an undo drops what could have been redone", () => {
    const scene = turn(typed(["h", "he"], COALESCE_MS + 1), undoEdit);
    const next = act(scene, [{ path: "a", content: "hi" }], 9_999);
    expect(redoEdit(next.history)).toBeNull();
  });

  it("keeps a lasting act one act, however long it takes, until something else comes between", () => {
    const part = (text: string, at: number) =>
      recordEdit(EMPTY_HISTORY, {}, [{ path: "a", content: text }], {
        label: "Agent",
        group: "agent-1",
        isLasting: true,
        at,
      });
    const more = recordEdit(part("one", 0), { a: "one" }, [{ path: "b", content: "two" }], {
      label: "Agent",
      group: "agent-1",
      isLasting: true,
      at: 90_000,
    });
    expect(more.past).toHaveLength(1);
    expect(undoEdit(more)?.changes).toEqual([
      { path: "a", content: null },
      { path: "b", content: null },
    ]);
    const typed = recordEdit(more, { a: "one", b: "two" }, [{ path: "a", content: "mine" }], {
      label: "Typing",
      at: 91_000,
    });
    const after = recordEdit(typed, { a: "mine", b: "two" }, [{ path: "b", content: "three" }], {
      label: "Agent",
      group: "agent-1",
      isLasting: true,
      at: 92_000,
    });
    expect(after.past.map(({ label }) => label)).toEqual(["Agent", "Typing", "Agent"]);
  });
});
