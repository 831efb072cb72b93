import * as esbuild from "esbuild-wasm";

/** The part of esbuild's API that is used, so that the kit can hand in the native one. */
export type Esbuild = Pick<typeof esbuild, "build">;

let started: Promise<Esbuild> | null = null;

/** Starts esbuild's wasm in this worker, once. */
export function startEsbuild(wasmURL: string): Promise<Esbuild> {
  started ??= esbuild.initialize({ wasmURL, worker: false }).then(() => esbuild);
  started.catch(() => (started = null));
  return started;
}
