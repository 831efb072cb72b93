import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { markdown } from "@codemirror/lang-markdown";
import type { Extension } from "@codemirror/state";
import type { FileKind } from "../files/file-kind.ts";

/** The grammar for a kind of file; plain text has none. */
export function codeLanguage(kind: FileKind): Extension {
  switch (kind) {
    case "typescript":
      return javascript({ typescript: true, jsx: true });
    case "javascript":
      return javascript({ jsx: true });
    case "css":
      return css();
    case "json":
      return json();
    case "html":
      return html();
    case "markdown":
      return markdown();
    default:
      return [];
  }
}
