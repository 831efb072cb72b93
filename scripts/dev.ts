// `npm run dev`: SPA and worker in Vite's dev server with hot reload; the kit is rebuilt when a
// template changes.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
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

const server = spawn(process.execPath, [PROGRAMS.vite, "--port", process.env.PORT ?? "8787"], {
  cwd: ROOT,
  stdio: "inherit",
});
server.on("exit", (code) => process.exit(code ?? 0));
