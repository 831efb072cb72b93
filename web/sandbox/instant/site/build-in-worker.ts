import type { BuildOutput } from "../../../../shared/build.ts";
import type { Result } from "../../../../shared/failure.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import { kit } from "../../../generated/kit.ts";
import type { FromBuilder, ToBuilder } from "./build.worker.ts";
import { renderInFrame } from "./render-in-frame.ts";

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (result: Result<BuildOutput>) => void>();

function builder(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL("./build.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromBuilder>) => {
    if (data.type === "prerender") void render(data.id, data.code);
    else {
      waiting.get(data.id)?.(data.result);
      waiting.delete(data.id);
    }
  });
  return worker;
}

async function render(id: number, code: string) {
  const answer = await renderInFrame(code);
  builder().postMessage(
    (answer.ok
      ? { type: "rendered", id, page: answer.value }
      : { type: "not-rendered", id, message: answer.message }) satisfies ToBuilder,
    [],
  );
}

/** Gets the builder ready for a build that is about to be asked for. */
export function warmBuilder(): void {
  builder().postMessage({ type: "warm", kit } satisfies ToBuilder, []);
}

/** Builds the static site; one worker serves all sandboxes and stays for the next build. */
export function buildInWorker(files: ProjectFiles): Promise<Result<BuildOutput>> {
  return new Promise((settle) => {
    asked += 1;
    waiting.set(asked, settle);
    builder().postMessage({ type: "build", id: asked, kit, files } satisfies ToBuilder, []);
  });
}
