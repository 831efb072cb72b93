import { useEffect, useState } from "react";
import type { ProjectPath } from "../../../shared/project.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { pictureType, readableSize } from "../files/file-kind.ts";
import { fileName } from "../files/file-tree.ts";

export interface BinaryFileProps {
  readonly path: ProjectPath;
  readonly bytes: Uint8Array;
}

/** A picture as itself, anything else by name and size. */
export function BinaryFile({ path, bytes }: BinaryFileProps) {
  const type = pictureType(path);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (type === null) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  if (type === null) {
    return (
      <EmptyState
        title={fileName(path)}
        text={`${readableSize(bytes.length)}. This kind of file can’t be edited as text.`}
      />
    );
  }
  return (
    <figure className="code-picture">
      {url !== null && <img src={url} alt={fileName(path)} />}
      <figcaption>
        {fileName(path)} · {readableSize(bytes.length)}
      </figcaption>
    </figure>
  );
}
