import { expect, it } from "vitest";
import type { SandboxEvent } from "../../../shared/ports/sandbox.ts";
import { sandboxView, type SandboxView } from "./use-sandbox-events.ts";

const after = (events: readonly SandboxEvent[], from?: SandboxView) =>
  events.reduce(sandboxView, from ?? sandboxView({} as SandboxView, { type: "new-sandbox" }));

it("follows a start: step, build, paint", () => {
  const view = after([
    { type: "status", status: "starting", step: "Putting the site together" },
    { type: "build-start", revision: 1 },
  ]);
  expect(view).toMatchObject({ step: "Putting the site together", building: true, painted: false });
  expect(
    after(
      [
        { type: "build-end", revision: 1, durationMs: 80, update: "reload" },
        { type: "status", status: "running" },
        { type: "preview-painted", revision: 1 },
      ],
      view,
    ),
  ).toMatchObject({ step: null, building: false, painted: true, lastBuildMs: 80 });
});

it("takes the whole list of problems each time", () => {
  const broken = after([{ type: "problems", problems: [{ kind: "build", message: "no" }] }]);
  expect(broken.problems).toHaveLength(1);
  expect(after([{ type: "problems", problems: [] }], broken).problems).toEqual([]);
});
