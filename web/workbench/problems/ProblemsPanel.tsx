import type { Problem } from "../../../shared/build.ts";
import type { ProjectPath } from "../../../shared/project.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import "./problems.css";

export interface ProblemsPanelProps {
  readonly problems: readonly Problem[];
  readonly onOpen: (place: {
    readonly path: ProjectPath;
    readonly line?: number;
    readonly column?: number;
  }) => void;
}

/** What is wrong in the person's project now, each with its place and the lines around it. */
export function ProblemsPanel({ problems, onOpen }: ProblemsPanelProps) {
  if (problems.length === 0) {
    return (
      <EmptyState
        title="No problems"
        text="The site builds and runs. Mistakes in the code show up here."
      />
    );
  }
  return (
    <ol className="problems" aria-label="Problems">
      {problems.map((problem, at) => (
        <li key={`${problem.path}:${problem.line}:${at}`} className="problem">
          <Icon name="circle-alert" size={16} />
          <div>
            <p className="problem-message">{problem.message}</p>
            {problem.hint !== undefined && <p className="problem-hint">{problem.hint}</p>}
            <ProblemPlace problem={problem} onOpen={onOpen} />
            {problem.excerpt !== undefined && (
              <Excerpt excerpt={problem.excerpt} line={problem.line} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function ProblemPlace({
  problem,
  onOpen,
}: { problem: Problem } & Pick<ProblemsPanelProps, "onOpen">) {
  const { path, line, column } = problem;
  if (path === undefined) return null;
  return (
    <button
      type="button"
      className="place-link"
      onClick={() => onOpen({ path, ...(line ? { line } : {}), ...(column ? { column } : {}) })}
    >
      {path}
      {line ? `:${line}` : ""}
      {line && column ? `:${column}` : ""}
    </button>
  );
}

function Excerpt({
  excerpt,
  line,
}: {
  readonly excerpt: NonNullable<Problem["excerpt"]>;
  readonly line: number | undefined;
}) {
  return (
    // A scrolling place must be reachable by keyboard (axe: scrollable-region-focusable).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="problem-excerpt" tabIndex={0} aria-label="Lines around it">
      {excerpt.lines.map((text, at) => {
        const number = excerpt.start + at;
        return (
          <code key={number} data-here={number === line || undefined}>
            <span>{number}</span>
            {text || " "}
            {"\n"}
          </code>
        );
      })}
    </pre>
  );
}
