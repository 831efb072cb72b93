import type { BuildOutput } from "../../../shared/build.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { listFiles, readFiles } from "./collect-files.ts";
import type { Container, ContainerProcess } from "./container.ts";
import { readLines } from "./output-lines.ts";

const OUTPUT = "dist";
const NOTHING: ReadonlySet<string> = new Set();

/** The project's own `npm run build`. Fails with `build-failed` and the end of what it printed. */
export async function buildSite(
  container: Container,
  onLine: (line: string) => void,
  onProcess: (process: ContainerProcess) => void,
): Promise<Result<BuildOutput>> {
  const began = performance.now();
  const process = await container.spawn("npm", ["run", "build"]);
  onProcess(process);
  const lines: string[] = [];
  const read = readLines(process.output, (line) => {
    lines.push(line);
    onLine(line);
  });
  const code = await process.exit;
  await read;
  const paths = code === 0 ? await listFiles(container, OUTPUT, NOTHING) : [];
  if (!paths.includes(`${OUTPUT}/index.html`)) {
    return fail({
      kind: "build-failed",
      message: "The site couldn’t be built.",
      nextStep: "Look at the problems, or at the log of npm run build.",
      detail: lines.slice(-60).join("\n").trim(),
      retryable: false,
    });
  }
  const files = await readFiles(container, paths, {});
  return ok({
    files: Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path.slice(OUTPUT.length + 1), content]),
    ),
    durationMs: performance.now() - began,
  });
}
