import type { ProjectPath } from "../../../shared/project.ts";
import { fileName, folderOf } from "../files/file-tree.ts";
import type { FoundFile, FoundLine, FoundText } from "./search-files.ts";
import "./search.css";

export interface FoundPlacesProps {
  readonly found: FoundText;
  readonly onOpen: (place: {
    readonly path: ProjectPath;
    readonly line?: number;
    readonly column?: number;
  }) => void;
}

/** Lines that hold the text that was searched for, by file. */
export function FoundPlaces({ found, onOpen }: FoundPlacesProps) {
  return (
    <div className="found">
      <output className="found-count">
        {found.cut ? `More than ${found.count}` : found.count}{" "}
        {found.count === 1 ? "line" : "lines"} in {found.files.length}{" "}
        {found.files.length === 1 ? "file" : "files"}
      </output>
      {found.files.map((file) => (
        <FoundIn key={file.path} file={file} onOpen={onOpen} />
      ))}
    </div>
  );
}

function FoundIn({
  file,
  onOpen,
}: { readonly file: FoundFile } & Pick<FoundPlacesProps, "onOpen">) {
  return (
    <section className="found-file" aria-label={file.path}>
      <h3>
        {fileName(file.path)} <span>{folderOf(file.path)}</span>
      </h3>
      <ul>
        {file.lines.map((line) => (
          <li key={line.line}>
            <button
              type="button"
              onClick={() => onOpen({ path: file.path, line: line.line, column: line.column })}
            >
              <span className="found-number">{line.line}</span>
              <Marked line={line} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marked({ line }: { readonly line: FoundLine }) {
  return (
    <span className="found-text">
      {line.text.slice(0, line.start)}
      <mark>{line.text.slice(line.start, line.end)}</mark>
      {line.text.slice(line.end)}
    </span>
  );
}
