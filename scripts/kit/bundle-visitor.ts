import { build } from "esbuild";
import { fromRoot } from "../paths.ts";
import type { KitWriter } from "./kit-writer.ts";

/** The script that stands beside a published page’s own. @returns its URL */
export async function bundleVisitor(writer: KitWriter): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fromRoot("web/publish/island/visitor.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
  return writer.file("site/visitor.js", outputFiles[0]!.text);
}
