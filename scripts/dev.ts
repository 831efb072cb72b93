// `npm run dev`: SPA and worker in Vite's dev server with hot reload; the kit is rebuilt when a
// template changes.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { resolve } from "node:path";
import { startServices } from "./local/services.ts";
import { fromRoot, PROGRAMS, ROOT } from "./paths.ts";
import { runProgram } from "./run-program.ts";

const KIT = fromRoot("scripts/kit/build-kit.ts");
if ((await runProgram(KIT, [])) !== 0) process.exit(1);

let timer: NodeJS.Timeout | undefined;
watch(fromRoot("templates"), { recursive: true }, (_event, name) => {
  if (name === null || /node_modules|dist|\.prerender/.test(name)) return;
  clearTimeout(timer);
  timer = setTimeout(() => void runProgram(KIT, []), 200);
});

const state = resolve(ROOT, process.env.CV2WEB_STATE ?? ".cv2web");
const services = await startServices(state, (line) => console.log(line));
for (const note of services.notes) console.log(note);

const server = spawn(process.execPath, [PROGRAMS.vite, "--port", process.env.PORT ?? "8787"], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, CV2WEB_BINDINGS: JSON.stringify(services.bindings) },
});
// A Ctrl-C reaches Vite as well, which ends by itself; the database goes after it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => server.kill(signal));
}
server.on("exit", async (code) => {
  await services.stop();
  process.exit(code ?? 0);
});
