import { build } from "esbuild";
import { FRAME_PATH } from "../../shared/preview-frame.ts";
import { fromRoot } from "../paths.ts";
import type { KitWriter } from "./kit-writer.ts";

/**
 * The preview frame's page with its script inside, so that one answer starts it; and the script
 * alone for the opaque frame. @returns the script's URL
 */
export async function bundleFrame(writer: KitWriter): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fromRoot("web/sandbox/instant/frame/main.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
  });
  const script = outputFiles[0]!.text;
  const inline = script.replaceAll("</script", "<\\/script");
  await writer.plain(
    FRAME_PATH.replace(/^\/kit\//, ""),
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8" data-cv2web=""><meta name="viewport" content="width=device-width, initial-scale=1"><script data-cv2web="">${inline}</script></head><body></body></html>\n`,
  );
  return writer.file("frame/frame.js", script);
}
