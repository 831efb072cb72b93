import type { SandboxEvent } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { kit } from "../../generated/kit.ts";
import type { EngineQuestion, FromEngine, ToEngine } from "./messages.ts";

/** The app's end of an engine's worker. */
export interface EngineLink {
  open(files: ProjectFiles): void;
  ask<T>(question: EngineQuestion): Promise<T>;
  connectFrame(port: MessagePort): void;
  reload(): void;
  onEvent(listener: (event: SandboxEvent) => void): void;
  close(): void;
}

let spare: Worker | null = null;

function startWorker(): Worker {
  const worker = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  worker.postMessage({ type: "warm", kit } satisfies ToEngine, []);
  return worker;
}

/** Starts a worker before a project is there, so that its script and React are at hand. */
export function startSpareWorker(): void {
  spare ??= startWorker();
}

/** Starts an engine, in the spare worker when there is one. */
export function linkEngine(): EngineLink {
  const worker = spare ?? startWorker();
  spare = null;
  const waiting = new Map<number, (value: unknown) => void>();
  let listener: (event: SandboxEvent) => void = () => undefined;
  let asked = 0;
  const send = (message: ToEngine, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);

  worker.addEventListener("message", ({ data }: MessageEvent<FromEngine>) => {
    if (data.type === "event") listener(data.event);
    else {
      waiting.get(data.id)?.(data.value);
      waiting.delete(data.id);
    }
  });
  return {
    open: (files) => send({ type: "open", kit, files }),
    ask: <T>(question: EngineQuestion) =>
      new Promise<T>((settle) => {
        asked += 1;
        waiting.set(asked, settle as (value: unknown) => void);
        send({ type: "ask", id: asked, question });
      }),
    connectFrame: (port) => send({ type: "frame", port }, [port]),
    reload: () => send({ type: "reload" }),
    onEvent: (next) => (listener = next),
    close: () => worker.terminate(),
  };
}
