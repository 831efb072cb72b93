import { useEffect, useRef } from "react";
import type { FileContent, ProjectPath } from "../../../shared/project.ts";
import { fileKind } from "../files/file-kind.ts";
import "../editor/editor.css";
import "./diff.css";

export interface FileDiffProps {
  readonly path: ProjectPath;
  readonly before: FileContent | undefined;
  readonly after: FileContent | undefined;
}

/** One file's difference. */
export function FileDiff({ path, before = "", after = "" }: FileDiffProps) {
  const room = useRef<HTMLDivElement>(null);
  const isText = typeof before === "string" && typeof after === "string";
  useEffect(() => {
    if (!isText) return;
    let gone = false;
    let end = () => {};
    void import("./show-diff.ts").then(({ showDiff }) => {
      if (gone || room.current === null) return;
      const kind = fileKind(path, after);
      end = showDiff(room.current, { label: `Changes in ${path}`, kind, before, after });
    });
    return () => {
      gone = true;
      end();
    };
  }, [path, before, after, isText]);
  if (!isText) return <p className="diff-binary">Not text: it was replaced as a whole.</p>;
  return <div ref={room} className="diff" />;
}
