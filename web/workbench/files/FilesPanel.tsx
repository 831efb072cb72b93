import { useDeferredValue, useMemo, useRef, useState, useEffect } from "react";
import type { FileChange, ProjectFiles, ProjectPath } from "../../../shared/project.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { FoundPlaces } from "../search/FoundPlaces.tsx";
import { searchFiles } from "../search/search-files.ts";
import { deletion, fileName, matchingPaths } from "./file-tree.ts";
import { FileTree } from "./FileTree.tsx";
import { PathDialog, type PathQuestion } from "./PathDialog.tsx";
import "./files.css";

export interface FilesPanelProps {
  readonly files: ProjectFiles;
  readonly shown: ProjectPath | null;
  readonly onChange: (changes: readonly FileChange[], act: { readonly label: string }) => void;
  readonly onUndo: () => void;
  readonly onOpen: (place: {
    readonly path: ProjectPath;
    readonly line?: number;
    readonly column?: number;
  }) => void;
  /** Counts up when the search field is to take the focus. */
  readonly searches: number;
  /** Files that the agent may not change. */
  readonly locked: readonly ProjectPath[];
  readonly onLock: (path: ProjectPath) => void;
}

/** The project's files: tree, search by name and by content, new, rename, delete. */
export function FilesPanel(props: FilesPanelProps) {
  const { files, shown, onChange, onUndo, onOpen, searches } = props;
  const [query, setQuery] = useState("");
  const [question, setQuestion] = useState<PathQuestion | null>(null);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (searches > 0) field.current?.querySelector("input")?.focus();
  }, [searches]);

  const remove = (path: ProjectPath) => {
    onChange(deletion(files, path), { label: `Delete ${fileName(path)}` });
    showToast({
      title: `Deleted ${fileName(path)}`,
      topic: "undo",
      action: { label: "Undo", onPress: onUndo },
    });
  };
  return (
    <div className="files">
      <div className="files-bar" ref={field}>
        <SearchField label="Search files and text" value={query} onChange={setQuery} />
        <IconButton
          label="New file"
          icon="file-plus"
          onPress={() => setQuestion({ kind: "create", folder: "src/" })}
        />
      </div>
      {query.trim() === "" ? (
        <FileTree
          paths={Object.keys(files)}
          shown={shown}
          locked={props.locked}
          onLock={props.onLock}
          onOpen={(path) => onOpen({ path })}
          onDelete={remove}
          onRename={(path) => setQuestion({ kind: "rename", path })}
          onCreate={(folder) => setQuestion({ kind: "create", folder })}
        />
      ) : (
        <Found files={files} query={query} onOpen={onOpen} />
      )}
      <PathDialog
        question={question}
        files={files}
        onChange={onChange}
        onOpen={(path) => onOpen({ path })}
        onClose={() => setQuestion(null)}
      />
    </div>
  );
}

function Found({
  files,
  query,
  onOpen,
}: Pick<FilesPanelProps, "files" | "onOpen"> & { readonly query: string }) {
  const needle = useDeferredValue(query);
  const paths = useMemo(() => matchingPaths(Object.keys(files), needle), [files, needle]);
  const found = useMemo(() => searchFiles(files, needle), [files, needle]);
  if (paths.length === 0 && found.count === 0) {
    return (
      <EmptyState
        title={`Nothing has “${needle}” in it`}
        text="Try fewer letters or another word."
      />
    );
  }
  return (
    <div className="files-found">
      {paths.length > 0 && (
        <ul className="files-names" aria-label="Files by name">
          {paths.slice(0, 20).map((path) => (
            <li key={path}>
              <button type="button" onClick={() => onOpen({ path })}>
                {path}
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.count > 0 && <FoundPlaces found={found} onOpen={onOpen} />}
    </div>
  );
}
