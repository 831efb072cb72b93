import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { Problem } from "../../../shared/build.ts";
import type { ProjectPath } from "../../../shared/project.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { FileKind } from "../files/file-kind.ts";
import type {
  CodeHandle,
  SelectedLines,
  startCodeMirror as StartCodeMirror,
} from "./code-mirror.ts";
import { formatCode } from "./format-code.ts";
import { problemMarks } from "./problem-mark.ts";

export interface CodeEditorProps {
  readonly path: ProjectPath;
  readonly kind: FileKind;
  readonly text: string;
  readonly openFiles: readonly ProjectPath[];
  readonly problems: readonly Problem[];
  /** A new object sends the cursor there. */
  readonly place: { readonly line?: number; readonly column?: number } | null;
  /** Counts up when the file is to be formatted. */
  readonly formats: number;
  readonly onEdit: (path: ProjectPath, text: string) => void;
  readonly onSelect: (path: ProjectPath, lines: SelectedLines | null) => void;
}

/** The code editor; CodeMirror loads when the first file is opened. */
export function CodeEditor(props: CodeEditorProps) {
  const { path, kind, text, problems, place, formats, openFiles } = props;
  const room = useRef<HTMLDivElement>(null);
  const { editor, failed, again } = useEditor(room, props);

  useLayoutEffect(() => editor?.open(path, kind, text), [editor, path, kind, text]);
  useEffect(
    () => editor?.mark(problemMarks(problems, path, editor.text())),
    [editor, path, problems],
  );
  useEffect(() => {
    if (editor === null || place === null) return;
    if (place.line === undefined) editor.focus();
    else editor.goTo(place.line, place.column);
  }, [editor, place]);
  const format = useEffectEvent(() => void formatIn(editor, path));
  useEffect(() => {
    if (formats > 0) format();
  }, [formats]);
  useForgetClosed(editor, openFiles);

  return (
    <div className="code-room">
      {editor === null && failed && (
        <ErrorState failure={EDITOR_MISSING} action={<Button onPress={again}>Try again</Button>} />
      )}
      {editor === null && !failed && (
        <div className="code-wait">
          <Skeleton label="Opening the editor" lines={6} />
        </div>
      )}
      <div ref={room} className="code-mirror" />
    </div>
  );
}

const EDITOR_MISSING = {
  kind: "unavailable",
  message: "The code editor couldn’t be loaded.",
  nextStep: "Your files are safe. Check the connection and try again.",
  retryable: true,
} as const;

function useEditor(room: React.RefObject<HTMLDivElement | null>, props: CodeEditorProps) {
  const [editor, setEditor] = useState<CodeHandle | null>(null);
  const [failures, setFailures] = useState({ count: 0, failed: false });
  const edit = useEffectEvent(props.onEdit);
  const select = useEffectEvent(props.onSelect);
  const formatShown = useEffectEvent(() => void formatIn(editor, props.path));
  const { count } = failures;
  useEffect(() => {
    let gone = false;
    let started: CodeHandle | null = null;
    const start = ({ startCodeMirror }: { readonly startCodeMirror: typeof StartCodeMirror }) => {
      if (gone || room.current === null) return;
      started = startCodeMirror(room.current, {
        onEdit: (path, text) => edit(path, text),
        onSelect: (path, lines) => select(path, lines),
        onFormat: () => formatShown(),
      });
      setEditor(started);
    };
    void import("./code-mirror.ts").then(
      start,
      () => !gone && setFailures({ count, failed: true }),
    );
    return () => {
      gone = true;
      started?.dispose();
    };
  }, [room, count]);
  const again = () => setFailures({ count: count + 1, failed: false });
  return { editor, failed: failures.failed, again };
}

/** Formats what is shown, unless it was changed meanwhile. */
async function formatIn(editor: CodeHandle | null, path: ProjectPath): Promise<void> {
  if (editor === null) return;
  const before = editor.text();
  const formatted = await formatCode(path, before);
  if (!formatted.ok) {
    const { message, nextStep, detail } = formatted.failure;
    showToast({ title: message, detail: detail ?? nextStep });
  } else if (editor.text() === before) editor.replace(formatted.value);
}

function useForgetClosed(editor: CodeHandle | null, openFiles: readonly ProjectPath[]) {
  const known = useRef<readonly ProjectPath[]>([]);
  useEffect(() => {
    for (const path of known.current) if (!openFiles.includes(path)) editor?.forget(path);
    known.current = openFiles;
  }, [editor, openFiles]);
}
