import type { ReactNode } from "react";
import "./states.css";

export interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  /** The one next step: a button or a link. */
  readonly action?: ReactNode;
}

/** What a list says when there is nothing in it. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="ui-state" data-kind="empty">
      <p className="ui-state-title">{title}</p>
      {text !== undefined && <p className="ui-state-text">{text}</p>}
      {action !== undefined && <div className="ui-state-act">{action}</div>}
    </div>
  );
}
