import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import type { Message } from "../../shared/conversation.ts";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { rowsOf } from "./AskLine.tsx";

export interface RequestProps {
  readonly message: Message;
  /** All wordings that were sent at this place, oldest first. */
  readonly wordings: readonly Message[];
  /** Shows the conversation that followed another wording. */
  readonly onWording: (message: Message) => void;
  /** Sends it again in these words; what followed is kept as a branch. */
  readonly onEdit: (message: Message, text: string) => void;
  /** An answer is under way: the conversation can't be turned back. */
  readonly isBusy: boolean;
}

/** What the person asked; it can be asked again in other words. */
export function Request(props: RequestProps) {
  const { message, onEdit, isBusy } = props;
  const [isEdited, setEdited] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  const end = () => {
    setEdited(false);
    // Back to where the keyboard was, once the button is there again.
    requestAnimationFrame(() => button.current?.querySelector("button")?.focus());
  };
  if (isEdited) {
    return (
      <Rewording
        first={message.text}
        onCancel={end}
        onSend={(text) => {
          setEdited(false);
          onEdit(message, text);
        }}
      />
    );
  }
  return (
    <>
      <p>{message.text}</p>
      <div className="chat-request-acts">
        <Wordings {...props} />
        <span ref={button} className="chat-edit">
          <IconButton
            label="Edit and send again"
            icon="pencil"
            size="small"
            isDisabled={isBusy}
            onPress={() => setEdited(true)}
          />
        </span>
      </div>
    </>
  );
}

function Wordings({ message, wordings, onWording, isBusy }: RequestProps) {
  if (wordings.length < 2) return null;
  const at = wordings.findIndex(({ id }) => id === message.id);
  const step = (by: -1 | 1) => {
    const to = wordings[at + by];
    return (
      <IconButton
        label={by === -1 ? "Earlier wording" : "Later wording"}
        icon={by === -1 ? "chevron-left" : "chevron-right"}
        size="small"
        isDisabled={isBusy || to === undefined}
        onPress={() => to && onWording(to)}
      />
    );
  };
  return (
    <span className="chat-wordings">
      {step(-1)}
      <span>
        {at + 1} of {wordings.length}
      </span>
      {step(1)}
    </span>
  );
}

function Rewording(props: {
  readonly first: string;
  readonly onSend: (text: string) => void;
  readonly onCancel: () => void;
}) {
  const { first, onSend, onCancel } = props;
  const [text, setText] = useState(first);
  const line = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    line.current?.focus();
    line.current?.setSelectionRange(first.length, first.length);
  }, [first]);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== "") onSend(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
    if (event.key === "Escape") {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form className="chat-reword" onSubmit={send}>
      <textarea
        ref={line}
        aria-label="The request in other words"
        aria-describedby="chat-reword-note"
        rows={rowsOf(text) + 1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <small id="chat-reword-note">
        The site goes back to where it was before this request. What followed stays in the history.
      </small>
      <div className="chat-acts">
        <Button size="small" onPress={onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" isDisabled={text.trim() === ""}>
          Send again
        </Button>
      </div>
    </form>
  );
}
