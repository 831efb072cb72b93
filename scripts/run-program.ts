import { spawn, type SpawnOptions } from "node:child_process";
import { ROOT } from "./paths.ts";

/**
 * Runs a JavaScript program with the project's own Node and waits for its end.
 * @returns the exit code; 1 when a signal ended it
 */
export function runProgram(program: string, args: string[], options: SpawnOptions = {}) {
  return new Promise<number>((settle) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: "inherit",
      ...options,
    });
    child.on("exit", (code) => settle(code ?? 1));
  });
}

/** The same with its output kept, to be shown only when it fails. */
export function runQuietly(program: string, args: string[], options: SpawnOptions = {}) {
  return new Promise<{ code: number; output: string }>((settle) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("exit", (code) => settle({ code: code ?? 1, output }));
  });
}
