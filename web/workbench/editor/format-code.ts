import { fail, ok, type Result } from "../../../shared/failure.ts";
import type { ProjectPath } from "../../../shared/project.ts";

/** Prettier's parser for a file, or `null` where it has none that we load. */
function parserFor(path: ProjectPath): string | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const parsers: Readonly<Record<string, string>> = {
    ts: "typescript",
    tsx: "typescript",
    mts: "typescript",
    js: "babel",
    jsx: "babel",
    mjs: "babel",
    css: "css",
    json: "json",
    html: "html",
    md: "markdown",
  };
  return parsers[extension] ?? null;
}

async function pluginsFor(parser: string) {
  switch (parser) {
    case "typescript":
      return [await import("prettier/plugins/typescript"), await import("prettier/plugins/estree")];
    case "css":
      return [await import("prettier/plugins/postcss")];
    case "html":
      return [
        await import("prettier/plugins/html"),
        await import("prettier/plugins/postcss"),
        await import("prettier/plugins/babel"),
        await import("prettier/plugins/estree"),
      ];
    case "markdown":
      return [await import("prettier/plugins/markdown")];
    default:
      return [await import("prettier/plugins/babel"), await import("prettier/plugins/estree")];
  }
}

/** True where `formatCode` can do something. */
export const canFormat = (path: ProjectPath): boolean => parserFor(path) !== null;

/**
 * Formats a file's text with Prettier, which loads on first use. Fails with `invalid` when the text
 * doesn't parse, with `wrong-type` for a kind of file it doesn't know.
 */
export async function formatCode(path: ProjectPath, text: string): Promise<Result<string>> {
  const parser = parserFor(path);
  if (parser === null) {
    return fail({
      kind: "wrong-type",
      message: "This kind of file has no formatter.",
      nextStep: "It stays as it is.",
      retryable: false,
    });
  }
  try {
    const [{ format }, plugins] = await Promise.all([
      import("prettier/standalone"),
      pluginsFor(parser),
    ]);
    return ok(await format(text, { parser, plugins, printWidth: 100 }));
  } catch (error) {
    const [detail = "It could not be read."] = String(error).split("\n");
    return fail({
      kind: "invalid",
      message: "This file can’t be formatted while it has a mistake in it.",
      nextStep: "It stays as it is. Mend the place and format again.",
      detail,
      retryable: true,
    });
  }
}
