// Runs inside the sandbox: where somebody else serves the site there (the note “served” says who), that
// one is ended and its port taken; then `serve.mjs` serves.
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const NOTE = new URL("./served", import.meta.url);
const LOOK_EVERY = 50;
/** Asked to end it has so long, then it is ended, in milliseconds. */
const PATIENCE = 3_000;
/** What another dev server of a project's is called by. A number may have gone to another program since. */
const SERVER = /vite|\.cv2web/;

const textOf = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

function isServer(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const words = textOf(`/proc/${pid}/cmdline`);
  return words === "" || SERVER.test(words);
}

async function end(pid) {
  if (!isServer(pid)) return;
  process.kill(pid, "SIGTERM");
  for (let waited = 0; isServer(pid) && waited < PATIENCE; waited += LOOK_EVERY)
    await wait(LOOK_EVERY);
  if (isServer(pid)) process.kill(pid, "SIGKILL");
}

const isFree = (port, host) =>
  new Promise((settle) => {
    const probe = createServer().once("error", () => settle(false));
    probe.listen(port, host, () => probe.close(() => settle(true)));
  });

const [pid, port, host] = textOf(NOTE).trim().split(" ");
if (host !== undefined) {
  const everywhere = "0.0.0.0";
  await end(Number(pid));
  for (let waited = 0; !(await isFree(Number(port), everywhere)) && waited < PATIENCE;)
    waited += await wait(LOOK_EVERY, LOOK_EVERY);
  writeFileSync(NOTE, `${process.pid} ${port} ${host}\n`);
  Object.assign(process.env, {
    PORT: port,
    CV2WEB_HOST: everywhere,
    // As Vite's own command is told by who started it there.
    __VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS: host,
  });
}
await import("./serve.mjs");
