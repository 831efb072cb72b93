import { useEffect, useRef, useState } from "react";
import { shownMessages, wordingsOf } from "../../shared/conversation-branches.ts";
import type { Conversation, Message } from "../../shared/conversation.ts";
import { Answer, type AnswerActs } from "./Answer.tsx";
import { AskLine } from "./AskLine.tsx";
import { Examples } from "./Examples.tsx";
import { Parts, type PartsProps } from "./Parts.tsx";
import { Request, type RequestProps } from "./Request.tsx";
import { announcement } from "./run-words.ts";
import { useFollowEnd } from "./use-follow-end.ts";
import "./chat.css";
import "./run.css";

export interface ChatPanelProps
  extends AnswerActs, Pick<RequestProps, "onEdit" | "onWording">, PartsProps {
  readonly conversation: Conversation;
  /** Requests to begin with. */
  readonly examples: readonly string[];
  /** Whether what isn't plain can go to a model; `null` until that is known. */
  readonly hasModel: boolean | null;
  /** What the person should know of their budget; `null` while there is nothing to say. */
  readonly remark: string | null;
  readonly onSend: (text: string) => void;
  /** Stops the answer that is under way; `null` where none is. */
  readonly onStop: (() => void) | null;
}

/** The conversation, and the line to go on with it. */
export function ChatPanel(props: ChatPanelProps) {
  const { conversation, onSend, onStop, remark } = props;
  const line = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const shown = shownMessages(conversation);
  const last = shown.at(-1);
  const room = useFollowEnd(last?.id ?? null);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly end: string } | null>(null);
  // What an older message offered is answered there; until more is said, that is the news.
  const news = chosen?.end === last?.id ? shown.find(({ id }) => id === chosen?.id) : undefined;
  const onChoose: AnswerActs["onChoose"] = (message, choice) => {
    if (last) setChosen({ id: message.id, end: last.id });
    props.onChoose(message, choice);
  };
  // An example that names something is a form to fill in, not a wish.
  const onFill = (example: string) => {
    setText(example);
    line.current?.focus();
  };
  return (
    <div className="chat">
      <div className="chat-talk" ref={room}>
        {shown.length === 0 ? (
          <Beginning {...props} onTry={onSend} />
        ) : (
          <ol aria-label="Conversation">
            {shown.map((message) => (
              <li key={message.id} className="chat-message" data-from={message.from}>
                <One
                  {...props}
                  {...{ message, onChoose }}
                  isLast={message === last}
                  onTry={onFill}
                />
              </li>
            ))}
          </ol>
        )}
      </div>
      <Spoken message={news ?? last} />
      {remark !== null && <p className="chat-remark">{remark}</p>}
      <AskLine
        {...{ line, text, setText, onSend, onStop }}
        last={shown.findLast(({ from }) => from === "person")?.text ?? null}
      />
    </div>
  );
}

interface OneProps extends ChatPanelProps {
  readonly message: Message;
  readonly isLast: boolean;
  readonly onTry: (example: string) => void;
}

function One(props: OneProps) {
  const { conversation, message, onStop } = props;
  const isBusy = onStop !== null;
  return message.from === "person" ? (
    <Request {...props} isBusy={isBusy} wordings={wordingsOf(conversation, message)} />
  ) : (
    <Answer {...props} isBusy={isBusy} />
  );
}

/** Tells screen readers what was answered and done since the panel stands; what was there isn't read again. */
function Spoken({ message }: { readonly message: Message | undefined }) {
  const now = announcement(message);
  const [first] = useState({ id: message?.id, said: now });
  const isNew = message !== undefined && (message.id !== first.id || now !== first.said);
  const wanted = isNew ? now : "";
  const [said, setSaid] = useState("");
  useEffect(() => {
    // Steps that follow each other at once are one announcement: the last.
    const timer = setTimeout(() => setSaid(wanted), 250);
    return () => clearTimeout(timer);
  }, [wanted]);
  return <output className="visually-hidden">{said}</output>;
}

function Beginning(
  props: ChatPanelProps & {
    readonly onTry: (example: string) => void;
  },
) {
  return (
    <div className="chat-beginning">
      <p>
        Say what should change. Plain requests are carried out at once, without AI, and every one
        can be undone.
      </p>
      {props.hasModel && (
        <p>
          Whatever isn’t plain goes to a model, with the files it asks for. You are asked before
          anything is sent for the first time.
        </p>
      )}
      <Examples examples={props.examples} onTry={props.onTry} />
      {props.hasModel && <Parts {...props} />}
    </div>
  );
}
