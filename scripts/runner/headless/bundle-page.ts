import { build } from "esbuild";
import { fromRoot } from "../../paths.ts";

/** The frame's script, with comlink in it. */
export async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fromRoot("scripts/runner/headless/page/frame.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
  return outputFiles[0]!.text;
}
