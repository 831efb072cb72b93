/**
 * The editor, the one place that starts CodeMirror. It comes by dynamic import, with its languages.
 * It keeps a state for each open file, so that undo, selection and scroll survive a change of tab.
 */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, ChangeSet, EditorState, Transaction, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { ProjectPath } from "../../../shared/project.ts";
import type { FileKind } from "../files/file-kind.ts";
import { codeLanguage } from "./code-languages.ts";
import { codeTheme } from "./code-theme.ts";
import { heard, type Told } from "./echoes.ts";
import { offsetAt, type ProblemMark } from "./problem-mark.ts";
import { textChange } from "./text-change.ts";

export interface SelectedLines {
  readonly from: number;
  readonly to: number;
}

export interface CodeEvents {
  /** The person changed the text. Called at once; the caller decides when to write. */
  readonly onEdit: (path: ProjectPath, text: string) => void;
  /** Other lines (from 1) are selected; none. */
  readonly onSelect: (path: ProjectPath, lines: SelectedLines | null) => void;
  /** Shift+Alt+F. */
  readonly onFormat: () => void;
}

export interface CodeHandle {
  /** Shows a file; its text is taken from `text` the first time and whenever it changed outside. */
  open(path: ProjectPath, kind: FileKind, text: string): void;
  /** Replaces the text as one undoable edit of the person (format). */
  replace(text: string): void;
  mark(marks: readonly ProblemMark[]): void;
  /** Puts the cursor at a 1-based line and column and shows it in the middle. */
  goTo(line: number, column?: number): void;
  /** The text of the file that is shown. */
  text(): string;
  focus(): void;
  /** Forgets a closed file's undo history. */
  forget(path: ProjectPath): void;
  dispose(): void;
}

/** The words of CodeMirror’s own search panel, as the rest of the app writes. */
const PHRASES = {
  next: "Next",
  previous: "Previous",
  all: "All",
  "match case": "Match case",
  regexp: "Pattern",
  "by word": "Whole word",
  replace: "Replace",
  "replace all": "Replace all",
} as const;

const External = Annotation.define<boolean>();

function extensions(kind: FileKind, path: ProjectPath, events: CodeEvents): Extension {
  const format = () => {
    events.onFormat();
    return true;
  };
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of("  "),
    EditorState.tabSize.of(2),
    EditorState.phrases.of(PHRASES),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([
      { key: "Shift-Alt-f", run: format, preventDefault: true },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    codeLanguage(kind),
    codeTheme,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": `Code of ${path}. Escape, then Tab leaves the editor.`,
      spellcheck: "false",
      tabindex: "0",
    }),
    EditorView.updateListener.of((update) => {
      const external = update.transactions.some((act) => act.annotation(External) === true);
      if (update.docChanged && !external) events.onEdit(path, update.state.doc.toString());
      if (update.selectionSet) events.onSelect(path, selectedLines(update.state));
    }),
  ];
}

function selectedLines({ doc, selection: { main } }: EditorState): SelectedLines | null {
  if (main.empty) return null;
  return { from: doc.lineAt(main.from).number, to: doc.lineAt(main.to).number };
}

interface OpenFile {
  readonly state: EditorState;
  readonly scroll: number;
}

/** Starts the editor inside `parent`. */
export function startCodeMirror(parent: HTMLElement, events: CodeEvents): CodeHandle {
  const kept = new Map<ProjectPath, OpenFile>();
  const view = new EditorView({ parent });
  let shown: ProjectPath | null = null;
  /** Texts told to `onEdit` that haven't come back yet: they are echoes, not changes from outside. */
  let told: Told = [];
  const own: CodeEvents = {
    onFormat: () => events.onFormat(),
    onSelect: (path, lines) => events.onSelect(path, lines),
    onEdit: (path, text) => {
      told = [...told, text];
      events.onEdit(path, text);
    },
  };

  const keep = () => {
    if (shown !== null) {
      kept.set(shown, { state: view.state, scroll: view.scrollDOM.scrollTop });
    }
  };
  const show = (path: ProjectPath, kind: FileKind, text: string) => {
    keep();
    const known = kept.get(path);
    const state =
      known?.state ?? EditorState.create({ doc: text, extensions: extensions(kind, path, own) });
    view.setState(state);
    view.scrollDOM.scrollTop = known?.scroll ?? 0;
    shown = path;
    told = [];
  };

  return {
    open: (path, kind, text) => {
      if (path !== shown) show(path, kind, text);
      const came = heard(told, text);
      told = came.told;
      if (!came.isEcho) mergeOutsideChange(view, text);
    },
    replace: (text) => {
      const change = textChange(view.state.doc.toString(), text);
      if (change !== null) view.dispatch({ changes: change, userEvent: "format" });
    },
    mark: (marks) => {
      const diagnostics = marks.map((mark) => ({ ...mark, severity: "error" as const }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo: (line, column = 1) => {
      const at = offsetAt(view.state.doc.toString(), line, column);
      const effects = EditorView.scrollIntoView(at, { y: "center" });
      view.dispatch({ selection: { anchor: at }, effects });
      view.focus();
    },
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    forget: (path) => {
      kept.delete(path);
      if (shown === path) shown = null;
    },
    dispose: () => view.destroy(),
  };
}

/** A change from outside (form, undo, other tab) moves only the text it touches: the cursor stays. */
function mergeOutsideChange(view: EditorView, text: string): void {
  const previous = view.state.doc.toString();
  const change = textChange(previous, text);
  if (change === null) return;
  view.dispatch({
    changes: ChangeSet.of(change, previous.length),
    annotations: [External.of(true), Transaction.addToHistory.of(false)],
  });
}
