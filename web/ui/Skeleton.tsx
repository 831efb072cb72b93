import "./small-parts.css";

export interface SkeletonProps {
  /** What is waited for, e.g. “Opening the editor”. */
  readonly label: string;
  readonly lines?: number;
}

/** The shape of what is coming. Not shown before 300 ms have passed. */
export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <output className="ui-skeleton">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, at) => (
        <i key={at} />
      ))}
    </output>
  );
}
