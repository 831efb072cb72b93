// The process that `startLocalRunner` runs: the local runner. It gets its settings by the first message,
// says whether it started, and ends all that it runs when it is asked to, or when its starter is gone.
import type { Failure } from "../../shared/failure.ts";
import { startRunner, type RunnerSettings } from "./start-runner.ts";

export type RunnerMessage =
  { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

process.once("message", (settings: RunnerSettings) => void run(settings));

async function run(settings: RunnerSettings): Promise<void> {
  const started = await startRunner(settings);
  if (!started.ok) {
    process.send?.({ ok: false, failure: started.failure } satisfies RunnerMessage);
    process.exitCode = 1;
    process.disconnect();
    return;
  }
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await started.value.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  process.on("disconnect", () => void stop());
  // The starter may have gone before anybody listened for that.
  if (!process.connected) return stop();
  process.send?.({ ok: true } satisfies RunnerMessage);
}
