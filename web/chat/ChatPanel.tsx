import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import type { Conversation, Message, TextChange } from "../../shared/conversation.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import "./chat.css";

export interface ChatPanelProps {
  readonly conversation: Conversation;
  /** Requests to begin with. */
  readonly examples: readonly string[];
  readonly onSend: (text: string) => void;
  readonly onUndo: (message: Message) => void;
  /** Why a message can't be taken back, or `null`. */
  readonly undoProblem: (message: Message) => string | null;
  readonly renderDiff: (change: TextChange) => ReactNode;
}

/** The conversation, and the line to go on with it. */
export function ChatPanel(props: ChatPanelProps) {
  const { conversation, examples, onSend } = props;
  const end = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  // An example that names something is a form to fill in, not a wish.
  const onFill = (example: string) => {
    setText(example);
    line.current?.focus();
  };
  const count = conversation.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [count]);
  return (
    <div className="chat">
      <div className="chat-talk">
        {count === 0 ? (
          <Beginning examples={examples} onTry={onSend} />
        ) : (
          <ol aria-label="Conversation" aria-live="polite">
            {conversation.map((message) => (
              <li key={message.id} className="chat-message" data-from={message.from}>
                {message.from === "person" ? (
                  <p>{message.text}</p>
                ) : (
                  <Answer {...props} message={message} onTry={onFill} />
                )}
              </li>
            ))}
          </ol>
        )}
        <div ref={end} />
      </div>
      <Ask {...{ line, text, setText, onSend }} past={conversation} />
    </div>
  );
}

interface ExamplesProps {
  readonly examples: readonly string[];
  readonly onTry: (example: string) => void;
}

function Beginning({ examples, onTry }: ExamplesProps) {
  return (
    <div className="chat-beginning">
      <p>
        Say what should change. Plain requests are carried out at once, without AI, and every one
        can be undone.
      </p>
      <Examples examples={examples} onTry={onTry} />
    </div>
  );
}

const Examples = ({ examples, onTry }: ExamplesProps) => (
  <ul className="chat-examples" aria-label="Try">
    {examples.map((example) => (
      <li key={example}>
        <Button size="small" onPress={() => onTry(example)}>
          {example}
        </Button>
      </li>
    ))}
  </ul>
);

type AnswerProps = Pick<ChatPanelProps, "onUndo" | "undoProblem" | "renderDiff"> &
  Pick<ExamplesProps, "onTry"> & { readonly message: Message };

function Answer(props: AnswerProps) {
  const { message, onTry, onUndo, undoProblem, renderDiff } = props;
  const { text, act, isUndone, changes = [], examples = [] } = message;
  const problem = act === undefined || isUndone ? null : undoProblem(message);
  return (
    <div data-undone={isUndone || undefined}>
      <p>{text}</p>
      {act !== undefined && (
        <div className="chat-after">
          {changes.length > 0 && <Differences changes={changes} renderDiff={renderDiff} />}
          {isUndone ? (
            <small>Undone</small>
          ) : problem === null ? (
            <Button size="small" variant="quiet" onPress={() => onUndo(message)}>
              Undo
            </Button>
          ) : (
            <small>{problem}</small>
          )}
        </div>
      )}
      {examples.length > 0 && <Examples examples={examples} onTry={onTry} />}
    </div>
  );
}

function Differences(props: {
  readonly changes: readonly TextChange[];
  readonly renderDiff: ChatPanelProps["renderDiff"];
}) {
  const [isOpen, setOpen] = useState(false);
  const { changes, renderDiff } = props;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {changes.length === 1 ? changes[0]!.path : `${changes.length} files`}
      </summary>
      {isOpen &&
        changes.map((change) => (
          <div key={change.path} className="chat-diff">
            {renderDiff(change)}
          </div>
        ))}
    </details>
  );
}

/** The line to write in: Enter sends, Shift and Enter makes a new line, Up brings back what was asked. */
function Ask(props: {
  readonly line: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly past: Conversation;
}) {
  const { line, text, setText, onSend, past } = props;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "") return;
    onSend(text.trim());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
    const last = past.findLast(({ from }) => from === "person");
    if (event.key === "ArrowUp" && text === "" && last) {
      event.preventDefault();
      setText(last.text);
    }
  };
  return (
    <form className="chat-ask" onSubmit={send}>
      <textarea
        ref={line}
        aria-label="What should change"
        placeholder="What should change?"
        rows={Math.min(6, Math.max(1, text.split("\n").length, Math.ceil(text.length / 38)))}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton
        label="Send"
        icon="arrow-up"
        variant="primary"
        type="submit"
        isDisabled={text.trim() === ""}
      />
    </form>
  );
}
