import type { ReactNode } from "react";
import "./small-parts.css";

export interface BadgeProps {
  readonly tone?: "plain" | "accent" | "good" | "warn" | "bad";
  readonly children: ReactNode;
}

/** A count or a state beside a name. */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {children}
    </span>
  );
}
