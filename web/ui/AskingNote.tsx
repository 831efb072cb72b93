import { PlainButton } from "./PlainButton.tsx";
import "./states.css";

export interface AskingNoteProps {
  /** What is waited for. */
  readonly children: string;
  readonly onStop: () => void;
}

/** While a model is asked: what is waited for, and the way to stop it. */
export function AskingNote({ children, onStop }: AskingNoteProps) {
  return (
    <div className="ui-asking">
      <output>{children}</output>
      <PlainButton size="small" variant="quiet" onClick={onStop}>
        Stop
      </PlainButton>
    </div>
  );
}
