import { ascending, round } from "../edge-figures.ts";

const TIMES = 60;

/** Milliseconds until the first token of an answer, read off the event stream. */
async function firstTokenMs(ask: () => Promise<Response>): Promise<number> {
  const began = performance.now();
  const answer = await ask();
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
  let seen = "";
  let at = Number.NaN;
  const decoder = new TextDecoder();
  for await (const chunk of answer.body) {
    seen += decoder.decode(chunk, { stream: true });
    if (Number.isNaN(at) && seen.includes("content_block_delta")) at = performance.now() - began;
  }
  return at;
}

/** What the gateway adds: the same question asked of the provider and of the gateway, turn by turn. */
export async function measureFirstToken(
  direct: () => Promise<Response>,
  through: () => Promise<Response>,
) {
  await firstTokenMs(direct);
  await firstTokenMs(through);
  const [alone, gateway]: [number[], number[]] = [[], []];
  for (let n = 0; n < TIMES; n += 1) {
    alone.push(await firstTokenMs(direct));
    gateway.push(await firstTokenMs(through));
  }
  const added = ascending(gateway.map((ms, n) => ms - alone[n]!));
  const at = (values: readonly number[], share: number) =>
    round(ascending(values)[Math.floor(values.length * share)]!);
  return {
    directMs: { p50: at(alone, 0.5), p95: at(alone, 0.95) },
    throughMs: { p50: at(gateway, 0.5), p95: at(gateway, 0.95) },
    addedMs: { p50: at(added, 0.5), p95: at(added, 0.95) },
    times: TIMES,
  };
}
