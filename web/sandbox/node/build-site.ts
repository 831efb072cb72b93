import type { BuildOutput } from "../../../shared/build.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { contentsOf } from "./machine-files.ts";
import type { MachineProcess, NodeMachine } from "./node-machine.ts";
import { readLines } from "./output-lines.ts";

const OUTPUT = "dist";

/** The project's own `npm run build`. Fails with `build-failed` and the end of what it printed. */
export async function buildSite(
  machine: NodeMachine,
  onLine: (line: string) => void,
  onProcess: (process: MachineProcess) => void,
): Promise<Result<BuildOutput>> {
  const began = performance.now();
  const process = await machine.spawn("npm", ["run", "build"]);
  onProcess(process);
  const lines: string[] = [];
  const read = readLines(process.output, (line) => {
    lines.push(line);
    onLine(line);
  });
  const code = await process.exit;
  await read;
  const made = code === 0 ? await machine.readAll(OUTPUT) : new Map();
  if (!made.has(`${OUTPUT}/index.html`)) {
    return fail({
      kind: "build-failed",
      message: "The site couldn’t be built.",
      nextStep: "Look at the problems, or at the log of npm run build.",
      detail: lines.slice(-60).join("\n").trim(),
      retryable: false,
    });
  }
  const files = Object.entries(contentsOf(made, {}));
  return ok({
    files: Object.fromEntries(
      files.map(([path, content]) => [path.slice(OUTPUT.length + 1), content]),
    ),
    durationMs: performance.now() - began,
  });
}
