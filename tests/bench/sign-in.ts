// `npm run bench:sign-in`: processor time that signing in with a password takes of workerd, beside what
// Cloudflare's plans allow a request. Reads Linux' /proc. Last line: one JSON; fails beyond the paid plan.
import { execFileSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { loadavg } from "node:os";
import { buildIfStale } from "../../scripts/build.ts";
import { runEdge } from "../edge-node/run-edge.ts";
import { signIn, signUp, visitor } from "../edge-node/sign-up.ts";

/** Milliseconds a request (https://developers.cloudflare.com/workers/platform/limits/#cpu-time, 2026-11). */
const PLANS = { free: 10, paid: 30_000 } as const;
const TIMES = 50;

const TICK_MS = 1_000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** The fields of a process's `stat` after its name, which may hold anything (proc(5)). */
async function statOf(pid: number): Promise<{ name: string; fields: readonly string[] } | null> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  const parts = /^\d+ \((.*)\) (.*)$/s.exec(line ?? "");
  return parts && { name: parts[1]!, fields: parts[2]!.split(" ") };
}

/** workerd in a process group. @throws when there is none */
async function workerdOf(group: number): Promise<number> {
  for (const entry of await readdir("/proc")) {
    const stat = /^\d+$/.test(entry) ? await statOf(Number(entry)) : null;
    if (stat?.name === "workerd" && Number(stat.fields[2]) === group) return Number(entry);
  }
  throw new Error("workerd isn’t running.");
}

const machineLoad = loadavg()[0]!;
await buildIfStale();
const edge = await runEdge();
try {
  const pid = await workerdOf(edge.worker().groupId());
  const cpuMs = async () => {
    const { fields } = (await statOf(pid))!;
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  };
  const owner = visitor(edge, 1);
  const made = await signUp(edge, owner);
  if (!made.ok) throw new Error(`No account: ${made.status} ${await made.text()}`);
  // Each from an address of its own, one after the other: nothing but the act is measured.
  let address = 1;
  const another = () => ({ ...visitor(edge, ++address), email: owner.email });
  const eachMs = async (act: () => Promise<Response>) => {
    const began = await cpuMs();
    for (let time = 0; time < TIMES; time++) {
      const answer = await act();
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    }
    return Math.round(((await cpuMs()) - began) / TIMES);
  };
  const signingIn = () => signIn(edge, another());
  const asking = () => another().send(new Request(`${edge.url}/api/configured`));
  // The first ones pay for compiling.
  await eachMs(signingIn);
  const signInCpuMs = await eachMs(signingIn);
  const fits = Object.entries(PLANS).map(([plan, most]) => [plan, signInCpuMs <= most]);
  console.log(
    JSON.stringify({
      signInCpuMs,
      otherRequestCpuMs: await eachMs(asking),
      plansMs: PLANS,
      fits: Object.fromEntries(fits),
      times: TIMES,
      machineLoad,
    }),
  );
  if (signInCpuMs > PLANS.paid) process.exitCode = 1;
} finally {
  await edge.stop();
}
