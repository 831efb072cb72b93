import { Worker } from "node:worker_threads";

/** How one request to a thread ended. */
export type ThreadAnswer<Out> =
  | { readonly kind: "answer"; readonly value: Out }
  | { readonly kind: "hung" }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "broke"; readonly error: string };

export interface KillableThread<In, Out> {
  /** One at a time: the next request only after the last one's answer. */
  ask(input: In): Promise<ThreadAnswer<Out>>;
  close(): Promise<void>;
}

/**
 * A thread that costs only the request that breaks it: ended after `hangsAfter` ms or beyond `heapMb`
 * megabytes of heap, and begun anew for the next request. After `renewAfter` answers it is renewed too,
 * so that what a library keeps between files never adds up. `script` answers each message with one.
 */
export function openKillableThread<In, Out>(
  script: string,
  limits: { readonly hangsAfter: number; readonly heapMb: number; readonly renewAfter: number },
): KillableThread<In, Out> {
  let worker: Worker | null = null;
  let answers = 0;

  const close = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    answers = 0;
    await ending?.terminate();
  };
  const begin = (): Worker =>
    new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32 },
    });

  return {
    close,
    async ask(input) {
      const asked = (worker ??= begin());
      const answer = await new Promise<ThreadAnswer<Out>>((resolve) => {
        const timer = setTimeout(() => resolve({ kind: "hung" }), limits.hangsAfter);
        const settle = (result: ThreadAnswer<Out>): void => {
          clearTimeout(timer);
          resolve(result);
        };
        asked.removeAllListeners();
        asked.once("message", (value: Out) => settle({ kind: "answer", value }));
        asked.once("error", (error: NodeJS.ErrnoException) =>
          settle(
            error.code === "ERR_WORKER_OUT_OF_MEMORY"
              ? { kind: "out-of-memory" }
              : { kind: "broke", error: error.stack ?? String(error) },
          ),
        );
        asked.once("exit", (code) => settle({ kind: "broke", error: `ended with ${code}` }));
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin to name
        asked.postMessage(input);
      });
      answers += 1;
      if (answer.kind !== "answer" || answers >= limits.renewAfter) await close();
      return answer;
    },
  };
}
