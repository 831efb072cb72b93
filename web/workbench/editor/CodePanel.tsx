import { useState } from "react";
import type { Problem } from "../../../shared/build.ts";
import type { FileChange, ProjectFiles, ProjectPath } from "../../../shared/project.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { fileKind } from "../files/file-kind.ts";
import { fileName } from "../files/file-tree.ts";
import { BinaryFile } from "./BinaryFile.tsx";
import { CodeEditor } from "./CodeEditor.tsx";
import { EditorTabs, type EditorTabsProps } from "./EditorTabs.tsx";
import { canFormat } from "./format-code.ts";
import "./editor.css";

export interface CodePanelProps {
  readonly files: ProjectFiles;
  readonly openFiles: readonly ProjectPath[];
  readonly shown: ProjectPath | null;
  /** A new object sends the cursor there. */
  readonly place: {
    readonly path: ProjectPath;
    readonly line?: number;
    readonly column?: number;
  } | null;
  readonly problems: readonly Problem[];
  readonly onShow: (path: ProjectPath) => void;
  readonly onClose: (path: ProjectPath) => void;
  readonly onChange: (
    changes: readonly FileChange[],
    act: { readonly label: string; readonly group: string },
  ) => void;
  readonly onSelect: (
    selected: { readonly path: ProjectPath; readonly from: number; readonly to: number } | null,
  ) => void;
  /** What can be asked about the code that is shown. */
  readonly requests: EditorTabsProps["requests"];
  readonly onBrowse: () => void;
}

/** Open files as tabs, and the editor of the one shown. */
export function CodePanel(props: CodePanelProps) {
  const { files, shown, openFiles, onShow, onClose, problems, place } = props;
  const [formats, setFormats] = useState(0);
  const content = shown === null ? undefined : files[shown];
  if (shown === null || content === undefined) {
    return (
      <EmptyState
        title={shown === null ? "No file is open" : `${fileName(shown)} is gone`}
        text="Everything the site is made of is in Files."
        action={<Button onPress={props.onBrowse}>Show the files</Button>}
      />
    );
  }
  const kind = fileKind(shown, content);
  return (
    <div className="code">
      <EditorTabs
        paths={openFiles}
        shown={shown}
        broken={problems.flatMap(({ path }) => path ?? [])}
        onShow={onShow}
        onClose={onClose}
        requests={props.requests}
        {...(canFormat(shown) ? { onFormat: () => setFormats((count) => count + 1) } : {})}
      />
      {typeof content === "string" ? (
        <CodeEditor
          path={shown}
          kind={kind}
          text={content}
          openFiles={openFiles}
          problems={problems}
          place={place?.path === shown ? place : null}
          formats={formats}
          onSelect={(path, lines) => props.onSelect(lines && { path, ...lines })}
          onEdit={(path, text) =>
            props.onChange([{ path, content: text }], {
              label: `Edit ${fileName(path)}`,
              group: `code:${path}`,
            })
          }
        />
      ) : (
        <BinaryFile path={shown} bytes={content} />
      )}
    </div>
  );
}
