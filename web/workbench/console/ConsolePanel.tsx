import { useState } from "react";
import type { ProjectPath } from "../../../shared/project.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { filterConsole, type ConsoleFilter, type ConsoleLine } from "./console-entries.ts";
import "./console.css";

const LEVELS: readonly { readonly id: ConsoleFilter; readonly label: string }[] = [
  { id: "all", label: "All" },
  { id: "error", label: "Errors" },
  { id: "warn", label: "Warnings" },
  { id: "log", label: "Logs" },
];

const CLOCK = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

export interface ConsolePanelProps {
  readonly lines: readonly ConsoleLine[];
  readonly onClear: () => void;
  readonly onOpen: (place: { readonly path: ProjectPath; readonly line?: number }) => void;
}

/** What the site's own code printed, newest last. */
export function ConsolePanel({ lines, onClear, onOpen }: ConsolePanelProps) {
  const [level, setLevel] = useState<ConsoleFilter>("all");
  const [query, setQuery] = useState("");
  const shown = filterConsole(lines, level, query);
  return (
    <div className="console">
      <div className="console-bar">
        <SegmentedControl label="Level" options={LEVELS} value={level} onChange={setLevel} />
        <SearchField label="Filter the console" value={query} onChange={setQuery} />
        <IconButton label="Clear the console" icon="ban" size="small" onPress={onClear} />
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={lines.length === 0 ? "Nothing printed yet" : "Nothing fits the filter"}
          text={
            lines.length === 0
              ? "What the site’s code prints with console.log shows up here."
              : "Choose another level or clear the filter."
          }
        />
      ) : (
        // A scrolling place must be reachable by keyboard (axe: scrollable-region-focusable).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ol className="console-lines" aria-label="Console" tabIndex={0}>
          {shown.map((line) => (
            <Line key={line.id} line={line} onOpen={onOpen} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Line({
  line,
  onOpen,
}: { readonly line: ConsoleLine } & Pick<ConsolePanelProps, "onOpen">) {
  const { path } = line;
  return (
    <li className="console-line" data-level={line.level}>
      <time dateTime={new Date(line.at).toISOString()}>{CLOCK.format(line.at)}</time>
      <span className="console-text">
        {line.times > 1 && <b className="console-times">{line.times} ×</b>}
        {line.text}
      </span>
      {path !== undefined && (
        <button
          type="button"
          className="place-link"
          onClick={() => onOpen({ path, ...(line.line ? { line: line.line } : {}) })}
        >
          {path}
          {line.line ? `:${line.line}` : ""}
        </button>
      )}
    </li>
  );
}
