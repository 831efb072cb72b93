import { useEffect, useRef } from "react";
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
  if (type !== null) return <Picture key={path} path={path} bytes={bytes} type={type} />;
  return (
    <EmptyState
      title={fileName(path)}
      text={`${readableSize(bytes.length)}. This kind of file can’t be edited as text.`}
    />
  );
}

function Picture({ path, bytes, type }: BinaryFileProps & { readonly type: string }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    if (image.current !== null) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [bytes, type]);
  return (
    <figure className="code-picture">
      <img ref={image} alt={fileName(path)} />
      <figcaption>
        {fileName(path)} · {readableSize(bytes.length)}
      </figcaption>
    </figure>
  );
}
