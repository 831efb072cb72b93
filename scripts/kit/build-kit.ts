// `npm run build:kit`: writes web/public/kit/ (names carry a hash of their content) and
// web/generated/kit.ts, which names them. Does nothing when no input has changed.
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { Kit } from "../../shared/kit.ts";
import { fromRoot } from "../paths.ts";
import { digestOf, readStamp, writeStamp } from "../stale.ts";
import { bundlePackages } from "./bundle-packages.ts";
import { bundleVisitor } from "./bundle-visitor.ts";
import { collectSources } from "./collect-sources.ts";
import { bundleFrame } from "./bundle-frame.ts";
import { packTemplates } from "./pack-templates.ts";
import { tailwindSheets } from "./tailwind-sheets.ts";
import { createKitWriter } from "./kit-writer.ts";
import { writeExamples } from "./write-examples.ts";
import { TYPE_PAIRS } from "../../shared/portfolio/type-pairs.ts";
import { readFontFiles } from "./font-files.ts";

const INPUTS = [
  "templates",
  "web/sandbox",
  "web/publish/island",
  "shared",
  "scripts/kit",
  "package-lock.json",
];
const OUT = fromRoot("web/public/kit");
const GENERATED = fromRoot("web/generated/kit.ts");

async function writeKit(): Promise<string[]> {
  const writer = createKitWriter(OUT);
  const problems: string[] = [];
  const packages = await bundlePackages(writer);
  const frameRuntime = await bundleFrame(writer);
  const visitor = await bundleVisitor(writer);
  const sources = await collectSources(writer);
  const esbuild = await writer.file(
    "engine/esbuild.wasm",
    await readFile(fromRoot("node_modules/esbuild-wasm/esbuild.wasm")),
  );
  const tailwind = await writer.file(
    "engine/tailwind.json",
    JSON.stringify(await tailwindSheets()),
  );
  const fonts: Record<string, string> = {};
  for (const pair of TYPE_PAIRS) {
    for (const [name, bytes] of Object.entries(await readFontFiles(pair))) {
      fonts[name] ??= await writer.file(`fonts/${name}`, bytes);
    }
  }
  const packed = await packTemplates(writer, problems);
  const templates = await writeExamples(writer, packed, sources, problems);
  const kit: Kit = {
    frameRuntime,
    packages,
    sources,
    visitor,
    esbuild,
    tailwind,
    templates,
    fonts,
  };
  await mkdir(fromRoot("web/generated"), { recursive: true });
  await writeFile(
    GENERATED,
    `// Written by scripts/kit/build-kit.ts; not kept in git.\nimport type { Kit } from "../../shared/kit.ts";\n\nexport const kit: Kit = ${JSON.stringify(kit, null, 2)};\n`,
  );
  await removeOthers(writer.written());
  return problems;
}

/** What an earlier build left and this one didn't write. */
async function removeOthers(written: ReadonlySet<string>) {
  const entries = await readdir(OUT, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = `${entry.parentPath}/${entry.name}`;
    if (entry.isFile() && !written.has(path)) await rm(path);
  }
}

if (import.meta.main) {
  const started = performance.now();
  const digest = await digestOf(INPUTS);
  const isFresh = existsSync(GENERATED) && existsSync(OUT) && (await readStamp("kit")) === digest;
  if (isFresh && !process.argv.includes("--force")) {
    console.log("The kit is up to date.");
  } else {
    const problems = await writeKit();
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
    else await writeStamp("kit", digest);
    console.log(`Wrote the kit in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
}
