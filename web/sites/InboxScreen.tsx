import { useCallback, useState } from "react";
import type { KeptLetter } from "../../shared/api/letters.ts";
import type { Result } from "../../shared/failure.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { showToast } from "../ui/Toast.tsx";
import { LetterItem } from "./LetterItem.tsx";
import { Shown } from "../ui/Shown.tsx";
import { SitesFrame } from "./SitesFrame.tsx";
import type { Folder, LetterPage, SitesActs } from "./sites-acts.ts";
import { useRead, type Reading } from "../ui/use-read.ts";

const FOLDERS = [
  { id: "inbox", label: "Inbox" },
  { id: "archive", label: "Archive" },
] as const;

type InboxActs = Pick<SitesActs, "letters" | "mark" | "removeLetter">;

/** What visitors wrote through the contact forms of one’s sites (R6.4). */
export function InboxScreen({ acts }: { readonly acts: InboxActs }) {
  const [folder, setFolder] = useState<Folder>("inbox");
  const read = useCallback(() => acts.letters(folder, null), [acts, folder]);
  const { reading, setReading, again } = useRead(read);
  const isSignedOut = reading.status === "failed" && reading.failure.kind === "unauthenticated";
  const change = (id: string, next: KeptLetter | null) =>
    setReading((before) => withLetter(before, id, next));
  return (
    <SitesFrame page="inbox" title="Inbox" isSignedOut={isSignedOut}>
      <div className="figures-range">
        <SegmentedControl
          label="Which messages"
          options={FOLDERS}
          value={folder}
          onChange={(next) => {
            setReading({ status: "waiting" });
            setFolder(next);
          }}
        />
      </div>
      <Shown reading={reading} label="Opening your messages" onAgain={again}>
        {(page) => (
          <Letters
            {...{ acts, page, folder, change }}
            onMore={(more) => setReading({ status: "there", value: more })}
          />
        )}
      </Shown>
    </SitesFrame>
  );
}

function Letters(props: {
  readonly acts: InboxActs;
  readonly page: LetterPage;
  readonly folder: Folder;
  readonly change: (id: string, next: KeptLetter | null) => void;
  readonly onMore: (page: LetterPage) => void;
}) {
  const { acts, page, folder, change, onMore } = props;
  const { items, next } = page;
  const more = async () => {
    const came = await acts.letters(folder, next);
    if (!sayFailure(came)) return;
    onMore({ items: [...items, ...came.value.items], next: came.value.next });
  };
  if (items.length === 0 && next === null) return <NoLetters folder={folder} />;
  return (
    <>
      <ul className="letters">
        {items.map((letter) => (
          <li key={letter.id}>
            <LetterItem
              letter={letter}
              onMark={async (wish) => {
                const came = await acts.mark(letter.id, wish);
                if (!sayFailure(came)) return;
                const isMoved = came.value.isArchived !== (folder === "archive");
                change(letter.id, isMoved ? null : came.value);
              }}
              onDelete={async () => {
                const came = await acts.removeLetter(letter.id);
                if (sayFailure(came)) change(letter.id, null);
              }}
            />
          </li>
        ))}
      </ul>
      {next !== null && <Button onPress={() => void more()}>Older messages</Button>}
    </>
  );
}

/** @returns whether it went well; what didn’t is said */
function sayFailure<T>(came: Result<T>): came is Extract<Result<T>, { ok: true }> {
  if (!came.ok) {
    showToast({ title: came.failure.message, detail: came.failure.nextStep, tone: "bad" });
  }
  return came.ok;
}

/** The page with one letter as it is now; `null`: it isn’t in this folder any more. */
function withLetter(
  reading: Reading<LetterPage>,
  id: string,
  next: KeptLetter | null,
): Reading<LetterPage> {
  if (reading.status !== "there") return reading;
  const items = reading.value.items.flatMap((one) =>
    one.id !== id ? [one] : next === null ? [] : [next],
  );
  return { status: "there", value: { ...reading.value, items } };
}

const NoLetters = ({ folder }: { readonly folder: Folder }) =>
  folder === "inbox" ? (
    <EmptyState
      title="No messages"
      text="What visitors write through the form at the end of your page comes here."
      action={
        <a className="ui-link" href="/sites">
          My sites
        </a>
      }
    />
  ) : (
    <EmptyState title="Nothing is archived" text="Messages that you archive are kept here." />
  );
