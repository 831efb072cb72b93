import { lazy, Suspense, useState } from "react";
import { AccountLink } from "../../../account/AccountLink.tsx";
import { knownPerson } from "../../../account/known-person.ts";
import type { Brought } from "../../../cv/drop/from-transfer.ts";
import { useCvDrop } from "../../../cv/drop/use-cv-drop.ts";
import { ErrorBoundary } from "../../../ui/ErrorBoundary.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { CvSheet } from "./CvSheet.tsx";
import { LiveExample } from "./LiveExample.tsx";
import type { StartScreenProps } from "./start-screen-props.ts";
import "./start.css";

// Menus and dialogs are most of it, and nobody needs them before there is a portfolio.
const PortfolioShelf = lazy(() => import("./PortfolioShelf.tsx"));

/** The first screen: a sheet to drop a CV on, a real site beside it, one's own portfolios below. */
export function StartScreen(props: StartScreenProps) {
  const { examples, portfolios, storageNotice, onFile, onText, onIntent } = props;
  const [shown, setShown] = useState(0);
  const onBring = (brought: Brought) => {
    if (brought.kind === "text") return onText(brought.text);
    onFile(brought.file);
    if (brought.others > 0) {
      showToast({
        title: `Reading ${brought.file.name}`,
        detail: "One CV at a time: the first file.",
      });
    }
  };
  const isOver = useCvDrop({ onBring, ...(onIntent === undefined ? {} : { onIntent }) });
  const example = examples[shown % Math.max(1, examples.length)];

  return (
    <div className="start" data-over={isOver || undefined}>
      <header className="start-head">
        <p className="start-mark">
          CV<span>2</span>WEB
        </p>
        <p className="start-terms">
          <span className="start-promise">
            {knownPerson() === null ? "No account needed. Works offline." : "Works offline."}
          </span>
          {knownPerson() !== null && (
            <a className="ui-link" href="/sites">
              My sites
            </a>
          )}
          <AccountLink from="/" className="ui-link" />
        </p>
      </header>
      <main className="start-main">
        <CvSheet {...props} isOver={isOver} exampleId={example?.templateId ?? null} />
        {example !== undefined && (
          <LiveExample
            examples={examples}
            shown={example}
            onShow={setShown}
            isHeld={isOver || props.reading.status === "reading"}
            onStart={() => props.onExample(example.templateId)}
          />
        )}
        {storageNotice != null && <output className="start-notice">{storageNotice}</output>}
        {portfolios !== null && portfolios.length > 0 && (
          <ErrorBoundary name="The list of your portfolios" resetKey={portfolios}>
            <Suspense fallback={null}>
              <PortfolioShelf {...props} portfolios={portfolios} />
            </Suspense>
          </ErrorBoundary>
        )}
      </main>
    </div>
  );
}
