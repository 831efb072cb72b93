import { useEffect, useRef, useState, type ReactNode } from "react";
import { wordDiff } from "../../../../shared/agent/words/word-diff.ts";
import type { TextProposal, TextWish } from "../../../../shared/agent/words/better-text.ts";
import { AskingNote } from "../../../ui/AskingNote.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { useAsked, useFocusWithin } from "../../../ui/use-asked.ts";
import { useResumeEditing } from "./resume-editing.tsx";
import "./better-words.css";

export interface BetterWordsProps {
  /** What the text is: “summary”, “line 2”. */
  readonly of: string;
  readonly text: string;
  readonly onTake: (text: string) => void;
  /** An icon beside the text, where there is no room for words. */
  readonly isSmall?: boolean;
}

/** Opens a room under a text where a model proposes better or fewer words for it (R4.8). */
export function BetterWords(props: BetterWordsProps) {
  const { of, text, isSmall = false } = props;
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const label = `Better words for ${of}`;
  const turn = () => setOpen((was) => !was);
  if (text.trim() === "" && !isOpen) return null;
  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    <>
      {isSmall ? (
        <IconButton ref={toggle} label={label} icon="wand" size="small" onPress={turn} />
      ) : (
        <Button
          ref={toggle}
          className="better-words-open"
          size="small"
          variant="quiet"
          aria-label={label}
          onPress={turn}
        >
          Better words
        </Button>
      )}
      {isOpen && <Proposing {...props} label={label} onClose={close} />}
    </>
  );
}

interface Proposed extends TextProposal {
  readonly wish: TextWish;
  /** What it was proposed for. */
  readonly before: string;
}

function Proposing(
  props: BetterWordsProps & { readonly label: string; readonly onClose: () => void },
) {
  const { text, label, onClose, onTake } = props;
  const { askBetterText, undo } = useResumeEditing();
  const { isAsking, failure, answer, ask, stop } = useAsked<Proposed>();
  const room = useRef<HTMLElement>(null);
  useEffect(() => room.current?.querySelector<HTMLElement>("button")?.focus(), []);
  useFocusWithin(room, isAsking, answer);
  const [left, setLeft] = useState<readonly string[]>([]);
  const propose = (wish: TextWish, unlike: readonly string[] = []) => {
    setLeft(unlike);
    ask(async (signal) => {
      const asked = await askBetterText({ wish, text, unlike, signal });
      return asked.ok ? { ok: true, value: { ...asked.value, wish, before: text } } : asked;
    });
  };
  const take = (words: string) => {
    onTake(words);
    onClose();
    showToast({
      title: "Took the proposed words",
      topic: "undo",
      action: { label: "Undo", onPress: undo },
    });
  };
  return (
    <section ref={room} className="better-words" aria-label={label}>
      {answer === null && (
        <p className="better-words-note">This text alone is sent to the model, nothing else.</p>
      )}
      <div aria-live="polite">
        {answer !== null && !isAsking && (
          <Proposal
            key={answer.text}
            answer={answer}
            isStale={answer.before !== text}
            onTake={() => take(answer.text)}
            another={
              <Button
                size="small"
                onPress={() => propose(answer.wish, [...left, answer.text].slice(-3))}
              >
                Another
              </Button>
            }
            onLeave={onClose}
          />
        )}
      </div>
      {failure && <ErrorState failure={failure} />}
      {isAsking && <AskingNote onStop={stop}>Asking the model …</AskingNote>}
      {!isAsking && (answer === null || failure !== null) && (
        <Wishes onWish={propose} onLeave={onClose} />
      )}
    </section>
  );
}

function Wishes(props: {
  readonly onWish: (wish: TextWish) => void;
  readonly onLeave: () => void;
}) {
  const { onWish, onLeave } = props;
  return (
    <div className="better-words-acts">
      <Button size="small" onPress={() => onWish("improve")}>
        Improve
      </Button>
      <Button size="small" onPress={() => onWish("shorten")}>
        Shorten
      </Button>
      <Button size="small" variant="quiet" onPress={onLeave}>
        Leave
      </Button>
    </div>
  );
}

/** What is proposed, beside what stands. With facts that the text doesn't hold it is taken only knowingly (R1.9). */
function Proposal(props: {
  readonly answer: Proposed;
  /** The text was changed since it was asked about. */
  readonly isStale: boolean;
  readonly onTake: () => void;
  readonly another: ReactNode;
  readonly onLeave: () => void;
}) {
  const { answer, isStale, onTake, another, onLeave } = props;
  const { before, text, added } = answer;
  const [isSeen, setSeen] = useState(false);
  const isSame = before.trim() === text;
  return (
    <>
      <p className="visually-hidden">Proposed: {text}</p>
      <p className="better-words-diff" aria-hidden="true">
        {wordDiff(before, text, added).map(({ kind, text: words, isFact }, at) => {
          if (kind === "removed") return <del key={at}>{words}</del>;
          if (kind === "same") return <span key={at}>{words}</span>;
          return (
            <ins key={at} data-fact={isFact || undefined}>
              {words}
            </ins>
          );
        })}
      </p>
      {isSame && <p className="better-words-note">The model would leave it as it is.</p>}
      {isStale && <p className="better-words-note">The text was changed meanwhile. Ask again.</p>}
      {added.length > 0 && (
        <div className="better-words-facts">
          <p>Your text doesn’t say: {[...new Set(added.map((fact) => fact.text))].join(", ")}</p>
          <Checkbox isSelected={isSeen} onChange={setSeen}>
            It is true all the same
          </Checkbox>
        </div>
      )}
      <div className="better-words-acts">
        <Button
          size="small"
          variant="primary"
          isDisabled={isSame || isStale || (added.length > 0 && !isSeen)}
          onPress={onTake}
        >
          Take it
        </Button>
        {another}
        <Button size="small" variant="quiet" onPress={onLeave}>
          Leave
        </Button>
      </div>
    </>
  );
}
