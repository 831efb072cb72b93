/** Differences, shown with CodeMirror's merge view. Comes by dynamic import, as the editor does. */
import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { codeLanguage } from "../editor/code-languages.ts";
import { codeTheme } from "../editor/code-theme.ts";
import type { FileKind } from "../files/file-kind.ts";

/** Shows what changed from `before` to `after`, unchanged lines folded. Gives the way to end it. */
export function showDiff(
  parent: HTMLElement,
  input: {
    readonly label: string;
    readonly kind: FileKind;
    readonly before: string;
    readonly after: string;
  },
): () => void {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: input.after,
      extensions: [
        lineNumbers(),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": input.label, tabindex: "0" }),
        codeLanguage(input.kind),
        codeTheme,
        unifiedMergeView({
          original: input.before,
          mergeControls: false,
          collapseUnchanged: { margin: 2, minSize: 5 },
        }),
      ],
    }),
  });
  return () => view.destroy();
}
