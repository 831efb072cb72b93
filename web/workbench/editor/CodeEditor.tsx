import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { Problem } from "../../../shared/build.ts";
import type { ProjectPath } from "../../../shared/project.ts";
import { showToast } from "../../ui/Toast.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { FileKind } from "../files/file-kind.ts";
import type { CodeHandle } from "./code-mirror.ts";
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
}

/** The code editor; CodeMirror loads when the first file is opened. */
export function CodeEditor(props: CodeEditorProps) {
  const { path, kind, text, problems, place, formats, openFiles } = props;
  const room = useRef<HTMLDivElement>(null);
  const editor = useEditor(room, props);

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
  const format = useFormat(editor, path);
  useEffect(() => {
    if (formats > 0) void format();
  }, [formats]);
  useForgetClosed(editor, openFiles);

  return (
    <div className="code-room">
      {editor === null && <Skeleton label="Opening the editor" lines={6} />}
      <div ref={room} className="code-mirror" />
    </div>
  );
}

function useEditor(room: React.RefObject<HTMLDivElement | null>, props: CodeEditorProps) {
  const [editor, setEditor] = useState<CodeHandle | null>(null);
  const edit = useEffectEvent(props.onEdit);
  const formatShown = useEffectEvent(() => void formatIn(editor, props.path));
  useEffect(() => {
    let gone = false;
    let started: CodeHandle | null = null;
    void import("./code-mirror.ts").then(({ startCodeMirror }) => {
      if (gone || room.current === null) return;
      started = startCodeMirror(room.current, {
        onEdit: (path, text) => edit(path, text),
        onFormat: () => formatShown(),
      });
      setEditor(started);
    });
    return () => {
      gone = true;
      started?.dispose();
    };
  }, [room]);
  return editor;
}

const useFormat = (editor: CodeHandle | null, path: ProjectPath) =>
  useEffectEvent(() => formatIn(editor, path));

async function formatIn(editor: CodeHandle | null, path: ProjectPath) {
  if (editor === null) return;
  const before = editor.text();
  const formatted = await formatCode(path, before);
  if (!formatted.ok) {
    const { message, nextStep, detail } = formatted.failure;
    return showToast({ title: message, detail: detail ?? nextStep });
  }
  if (editor.text() === before) editor.replace(formatted.value);
}

function useForgetClosed(editor: CodeHandle | null, openFiles: readonly ProjectPath[]) {
  const known = useRef<readonly ProjectPath[]>([]);
  useEffect(() => {
    for (const path of known.current) if (!openFiles.includes(path)) editor?.forget(path);
    known.current = openFiles;
  }, [editor, openFiles]);
}
