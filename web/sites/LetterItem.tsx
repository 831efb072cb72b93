import { useState } from "react";
import type { KeptLetter } from "../../shared/api/letters.ts";
import { momentWords } from "../publish/publish-words.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { answerLink } from "./answer-link.ts";

export interface LetterItemProps {
  readonly letter: KeptLetter;
  readonly onMark: (wish: { isRead?: boolean; isArchived?: boolean }) => Promise<void>;
  readonly onDelete: () => Promise<void>;
}

/** One message; opening it marks it as read. All of it is text, whatever somebody wrote. */
export function LetterItem({ letter, onMark, onDelete }: LetterItemProps) {
  const { name, email, message, sentAt, isRead, isArchived } = letter;
  const [isSure, setSure] = useState(false);
  return (
    <details
      className="letter"
      data-unread={!isRead || undefined}
      onToggle={(event) => {
        if (event.currentTarget.open && !isRead) void onMark({ isRead: true });
      }}
    >
      <summary>
        <span className="letter-name">{name}</span>
        {!isRead && <Badge tone="accent">New</Badge>}
        <span className="letter-first">{message}</span>
        <time dateTime={new Date(sentAt).toISOString()}>{momentWords(sentAt)}</time>
      </summary>
      <p className="letter-from">From {email}</p>
      <p className="letter-message">{message}</p>
      <div className="letter-acts">
        <a className="ui-button" data-variant="primary" data-size="small" href={answerLink(letter)}>
          <span className="ui-button-words">Reply</span>
        </a>
        <Button size="small" onPress={() => void onMark({ isRead: !isRead })}>
          {isRead ? "Mark as unread" : "Mark as read"}
        </Button>
        <Button size="small" onPress={() => void onMark({ isArchived: !isArchived })}>
          {isArchived ? "Back to the inbox" : "Archive"}
        </Button>
        <Button
          size="small"
          variant={isSure ? "danger" : "quiet"}
          onPress={() => (isSure ? void onDelete() : setSure(true))}
        >
          {isSure ? "Delete it for good" : "Delete"}
        </Button>
      </div>
    </details>
  );
}
