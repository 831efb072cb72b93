import type { SandboxEvent } from "../../shared/ports/sandbox.ts";
import { fakeSandbox } from "../fakes/fake-sandbox.ts";
import { sandboxContract } from "./sandbox.contract.ts";

sandboxContract("fake", async (files) => {
  const sandbox = fakeSandbox(files);
  const events: SandboxEvent[] = [];
  sandbox.subscribe((event) => events.push(event));
  return {
    files: sandbox.files,
    start: sandbox.start,
    build: sandbox.build,
    snapshot: sandbox.snapshot,
    dispose: sandbox.dispose,
    events: async () => events,
    until: async () => undefined,
  };
});
