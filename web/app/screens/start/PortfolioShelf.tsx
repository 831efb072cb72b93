import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Result } from "../../../../shared/failure.ts";
import { knownPerson } from "../../../account/known-person.ts";
import { dismissToast, showToast } from "../../../ui/Toast.tsx";
import { deletionWords } from "./deletion-words.ts";
import { PortfolioCard } from "./PortfolioCard.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import type { StartPortfolio, StartScreenProps } from "./start-screen-props.ts";
import { readWaiting, startWaiting, stopWaiting, subscribeToWaiting } from "./waiting-deletions.ts";
import "./shelf.css";

export type PortfolioShelfProps = Pick<
  StartScreenProps,
  "onOpen" | "onRename" | "onDuplicate" | "onDelete" | "now"
> & { readonly portfolios: readonly StartPortfolio[] };

/** The person's own portfolios: open, rename, duplicate, delete with undo. */
export default function PortfolioShelf(props: PortfolioShelfProps) {
  const { portfolios, onRename, onDuplicate } = props;
  const waiting = useSyncExternalStore(subscribeToWaiting, readWaiting);
  const [renamed, setRenamed] = useState<StartPortfolio | null>(null);
  const deleteWithUndo = useDeleteWithUndo(props.onDelete);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = portfolios.filter(({ id }) => !waiting.has(id));
  if (shown.length === 0) return null;
  return (
    <section className="shelf" aria-labelledby="shelf-title">
      <div className="shelf-head">
        <h2 className="shelf-title" id="shelf-title" ref={heading} tabIndex={-1}>
          Your portfolios
        </h2>
        {knownPerson() !== null && (
          <a className="ui-link" href="/sites">
            My sites
          </a>
        )}
      </div>
      <ul className="shelf-list">
        {shown.map((portfolio) => (
          <li key={portfolio.id}>
            <PortfolioCard
              portfolio={portfolio}
              now={props.now}
              onOpen={() => props.onOpen(portfolio.id)}
              onRename={() => setRenamed(portfolio)}
              onDuplicate={() => void onDuplicate(portfolio.id).then(sayFailure)}
              onDelete={() => {
                deleteWithUndo(portfolio);
                afterMenu(() => heading.current?.focus());
              }}
            />
          </li>
        ))}
      </ul>
      <RenameDialog portfolio={renamed} onRename={onRename} onClose={() => setRenamed(null)} />
    </section>
  );
}

/**
 * The menu gives the focus back to its button, which is gone by then with its card: so the focus is
 * taken care of two frames later.
 */
const afterMenu = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

function sayFailure(outcome: Result<unknown>) {
  if (outcome.ok) return;
  const { message, nextStep } = outcome.failure;
  showToast({ title: message, detail: nextStep, tone: "bad" });
}

/** Hides at once, deletes for good when the toast has gone or the page is left. */
function useDeleteWithUndo(onDelete: StartScreenProps["onDelete"]) {
  const toasts = useRef(new Set<string>());
  useEffect(() => {
    const onLeave = () => {
      for (const toast of toasts.current) dismissToast(toast);
    };
    window.addEventListener("pagehide", onLeave);
    return () => window.removeEventListener("pagehide", onLeave);
  }, []);
  return (portfolio: StartPortfolio) => {
    startWaiting(portfolio.id);
    const detail = deletionWords(knownPerson() !== null);
    const toast = showToast({
      title: `Deleted “${portfolio.name}”`,
      ...(detail === null ? {} : { detail }),
      action: { label: "Undo", onPress: () => stopWaiting(portfolio.id) },
      onClose: (acted) => {
        toasts.current.delete(toast);
        if (acted) return;
        void onDelete(portfolio.id).then((outcome) => {
          stopWaiting(portfolio.id);
          sayFailure(outcome);
        });
      },
    });
    toasts.current.add(toast);
  };
}
