import type { FormEvent, KeyboardEvent, RefObject } from "react";
import { IconButton } from "../ui/IconButton.tsx";

export interface AskLineProps {
  readonly line: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onSend: (text: string) => void;
  /** What was asked last; `null` before anything was. */
  readonly last: string | null;
  /** An answer is under way, and how to stop it. */
  readonly onStop: (() => void) | null;
}

/** How many lines a text takes in the panel's usual width. */
export const rowsOf = (text: string): number =>
  Math.min(6, Math.max(1, text.split("\n").length, Math.ceil(text.length / 38)));

/**
 * The line to write in: Enter sends, Shift and Enter makes a new line, Up brings back what was asked,
 * Escape stops what runs. What is sent while an answer is under way waits for its end.
 */
export function AskLine({ line, text, setText, onSend, last, onStop }: AskLineProps) {
  const isEmpty = text.trim() === "";
  const isStop = onStop !== null && isEmpty;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (isStop) return onStop();
    if (isEmpty) return;
    onSend(text.trim());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (!isEmpty) send();
    }
    if (event.key === "Escape" && onStop !== null) {
      event.preventDefault();
      event.stopPropagation();
      onStop();
    }
    if (event.key === "ArrowUp" && text === "" && last !== null) {
      event.preventDefault();
      setText(last);
    }
  };
  return (
    <form className="chat-ask" onSubmit={send}>
      <textarea
        ref={line}
        aria-label="What should change"
        placeholder="What should change?"
        rows={rowsOf(text)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton
        label={isStop ? "Stop" : "Send"}
        icon={isStop ? "square" : "arrow-up"}
        variant={isStop ? "secondary" : "primary"}
        type="submit"
        isDisabled={isEmpty && !isStop}
      />
    </form>
  );
}
