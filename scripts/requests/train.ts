import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  featuresOf,
  isHint,
  tokensOf,
  type MaskedSpan,
} from "../../shared/agent/plain/near/features.ts";
import { fromRoot } from "../paths.ts";

/**
 * Learns from `sayings/*.txt` which act a request asks for, and writes the weights that the chat loads.
 * Multinomial logistic regression by stochastic gradient descent (Adagrad), with weight decay; small weights
 * are dropped and the rest kept in tenths. The same sayings give the same weights: chance is seeded.
 */
const SAYINGS = fromRoot("scripts/requests/sayings");
const OUT = fromRoot("shared/agent/plain/near/act-weights.json");

const AS: Readonly<Record<string, MaskedSpan["as"]>> = {
  job: "work",
  title: "work",
  school: "education",
  degree: "education",
  project: "projects",
  skill: "skills",
  language: "languages",
  award: "awards",
  certificate: "certificates",
  publication: "publications",
  hobby: "interests",
  reference: "references",
  volunteer: "volunteer",
  line: "line",
  name: "name",
  label: "label",
  city: "city",
};
const TEMPLATES = ["Folio", "Commit", "Poster", "Atelier", "Scholar", "Path", "Prompt", "Sheet"];

export interface Saying {
  readonly act: string;
  readonly text: string;
}

export function sayingsIn(file: string): readonly Saying[] {
  let act = "";
  return file.split("\n").flatMap((line) => {
    const text = line.trim();
    if (text.startsWith("# ")) {
      act = text
        .slice(2)
        .trim()
        .split(/[\s(:]/u)[0]!;
      return [];
    }
    return text === "" || act === "" ? [] : [{ act, text }];
  });
}

/** A saying without its placeholders, and where they stood. */
export function placed(text: string): {
  readonly text: string;
  readonly spans: readonly MaskedSpan[];
} {
  const spans: MaskedSpan[] = [];
  let plain = "";
  let at = 0;
  for (const found of text.matchAll(/\{(\w+)\}/gu)) {
    const as = AS[found[1]!];
    plain += text.slice(at, found.index);
    if (as) spans.push({ start: plain.length, end: plain.length + found[1]!.length, as });
    plain += found[1]!;
    at = found.index + found[0].length;
  }
  return { text: plain + text.slice(at), spans };
}

/** The features of a saying; placeholders stand for names. */
export function sayingFeatures(saying: string): ReadonlySet<string> {
  const { text, spans } = placed(saying);
  return featuresOf(tokensOf(text, spans, TEMPLATES), text);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const ROUNDS = 14;
const RATE = 0.35;
const DECAY = 3e-3;
/** Hints are many and say less than words do. */
const HINT = 0.35;
/** A hint that was seen once tells of one line and not of a way of speaking. */
const FEWEST_HINTS = 2;
const LEAST_WEIGHT = 0.2;

export interface Trained {
  readonly acts: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

export function train(sayings: readonly Saying[]): Trained {
  const acts = [...new Set(sayings.map(({ act }) => act))].toSorted();
  const counts = new Map<string, number>();
  const rows = sayings.map(({ act, text }) => {
    const features = [...sayingFeatures(text)];
    for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
    return { act: acts.indexOf(act), features };
  });
  const names = [...counts]
    .filter(([name, count]) => !isHint(name) || count >= FEWEST_HINTS)
    .map(([name]) => name);
  const values = names.map((name) => (isHint(name) ? HINT : 1));
  const indexOf = new Map(names.map((name, at) => [name, at]));
  const data = rows.map(({ act, features }) => ({
    act,
    features: features.flatMap((one) => indexOf.get(one) ?? []),
  }));
  const width = acts.length;
  const weights = new Float64Array(names.length * width);
  const squares = new Float64Array(names.length * width).fill(1e-8);
  const bias = new Float64Array(width);
  const biasSquares = new Float64Array(width).fill(1e-8);
  const chance = seeded(7);
  const order = data.map((_, at) => at);
  const scores = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(chance() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const one of order) {
      const { act, features } = data[one]!;
      for (let at = 0; at < width; at += 1) {
        let sum = bias[at]!;
        for (const feature of features) sum += values[feature]! * weights[feature * width + at]!;
        scores[at] = sum;
      }
      const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
      let whole = 0;
      for (let at = 0; at < width; at += 1) {
        scores[at] = Math.exp(scores[at]! - top);
        whole += scores[at]!;
      }
      for (let at = 0; at < width; at += 1) {
        const slope = scores[at]! / whole - (at === act ? 1 : 0);
        if (Math.abs(slope) < 1e-4) continue;
        biasSquares[at]! += slope * slope;
        bias[at]! -= (RATE * slope) / Math.sqrt(biasSquares[at]! + 1);
        for (const feature of features) {
          const index = feature * width + at;
          const step = slope * values[feature]! + DECAY * weights[index]!;
          squares[index]! += step * step;
          weights[index]! -= (RATE * step) / Math.sqrt(squares[index]! + 1);
        }
      }
    }
  }
  const kept = names.flatMap((name, at): (readonly [string, readonly number[]])[] => {
    const row: number[] = [];
    for (let act = 0; act < width; act += 1) {
      const weight = weights[at * width + act]! * values[at]!;
      if (Math.abs(weight) >= LEAST_WEIGHT) row.push(act, Math.round(weight * 10));
    }
    return row.length > 0 ? [[name, row]] : [];
  });
  return {
    acts,
    bias: [...bias].map((one) => Math.round(one * 10)),
    weights: Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** What weights were learnt from: they are to be made anew when it changes. */
export const digestOf = (sayings: readonly Saying[]): string =>
  createHash("sha256").update(JSON.stringify(sayings)).digest("hex").slice(0, 16);

export async function allSayings(): Promise<readonly Saying[]> {
  const files = (await readdir(SAYINGS)).filter((name) => name.endsWith(".txt")).toSorted();
  const texts = await Promise.all(files.map((name) => readFile(join(SAYINGS, name), "utf8")));
  return texts.flatMap(sayingsIn);
}

if (basename(process.argv[1] ?? "") === "train.ts") {
  const sayings = await allSayings();
  const started = performance.now();
  const trained = train(sayings);
  const json = JSON.stringify({ learntFrom: digestOf(sayings), ...trained });
  await writeFile(OUT, `${json}\n`);
  console.log(
    `${String(sayings.length)} sayings of ${String(trained.acts.length)} acts, ${String(Object.keys(trained.weights).length)} features, ${String(Math.round(json.length / 1024))} KB, ${String(Math.round((performance.now() - started) / 1000))} s`,
  );
}
