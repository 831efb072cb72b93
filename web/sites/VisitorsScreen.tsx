import { lazy, Suspense, useCallback, useState } from "react";
import type { FigureRow, Figures } from "../../shared/api/analytics.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import {
  amount,
  counted,
  countryWords,
  deviceWords,
  linkWords,
  referrerWords,
} from "./figure-words.ts";
import { Shown } from "../ui/Shown.tsx";
import { SitesFrame } from "./SitesFrame.tsx";
import type { Range, SitesActs } from "./sites-acts.ts";
import { useRead } from "../ui/use-read.ts";

// The library that draws it comes with the first chart.
const VisitChart = lazy(() => import("./VisitChart.tsx"));

const RANGES = [
  { id: "7", label: "7 days" },
  { id: "30", label: "30 days" },
  { id: "90", label: "90 days" },
] as const;

/** Who came to a site, as far as anybody can tell without cookies (R6.5). */
export function VisitorsScreen(props: {
  readonly acts: Pick<SitesActs, "figures">;
  readonly publicationId: string;
}) {
  const { acts, publicationId } = props;
  const [range, setRange] = useState<(typeof RANGES)[number]["id"]>("30");
  const read = useCallback(
    () => acts.figures(publicationId, Number(range) as Range),
    [acts, publicationId, range],
  );
  const { reading, again } = useRead(read);
  const isSignedOut = reading.status === "failed" && reading.failure.kind === "unauthenticated";
  return (
    <SitesFrame page="visitors" title="Visitors" isSignedOut={isSignedOut}>
      <div className="figures-range">
        <SegmentedControl label="How far back" options={RANGES} value={range} onChange={setRange} />
        <a className="ui-link" href="/sites">
          Back to my sites
        </a>
      </div>
      <Shown reading={reading} label="Counting" onAgain={again}>
        {(figures) => (figures.ever === 0 ? <NobodyYet /> : <AllFigures figures={figures} />)}
      </Shown>
      <p className="figures-note">
        Counted without cookies. A visitor is counted anew each day; programs and your own visits,
        known by the browser that you use this app with, are left out.
      </p>
    </SitesFrame>
  );
}

const NobodyYet = () => (
  <EmptyState
    title="Nobody has come yet"
    text="Share the link: visits are shown here a moment after they happen."
  />
);

function AllFigures({ figures }: { readonly figures: Figures }) {
  const { views, visitors, clicks, ever } = figures;
  return (
    <>
      <dl className="figures-sums">
        <Sum name="Visitors" value={visitors} />
        <Sum name="Page views" value={views} />
        <Sum name="Clicks on links" value={clicks} />
        <Sum name="Views since the beginning" value={ever} />
      </dl>
      <Suspense fallback={<div className="figures-chart" />}>
        <VisitChart byDay={figures.byDay} />
      </Suspense>
      <div className="figures-lists">
        <FigureList title="Where from" rows={figures.referrers} words={referrerWords} unit="view" />
        <FigureList title="Countries" rows={figures.countries} words={countryWords} unit="view" />
        <FigureList title="Devices" rows={figures.devices} words={deviceWords} unit="view" />
        <FigureList title="Pages" rows={figures.pages} words={(path) => path} unit="view" />
        <FigureList title="Links followed" rows={figures.links} words={linkWords} unit="click" />
      </div>
    </>
  );
}

const Sum = ({ name, value }: { readonly name: string; readonly value: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{amount(value)}</dd>
  </div>
);

/** Names with how often each was counted, and a bar for its part of the most. */
function FigureList(props: {
  readonly title: string;
  readonly rows: readonly FigureRow[];
  readonly words: (name: string) => string;
  readonly unit: string;
}) {
  const { title, rows, words, unit } = props;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section className="figures-list">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="figures-note">None in this time.</p>
      ) : (
        <ul>
          {rows.map(({ name, count }) => (
            <li key={name} style={{ "--part": count / most } as React.CSSProperties}>
              <span>{words(name)}</span>
              <span title={counted(count, unit)}>
                {amount(count)}
                <span className="visually-hidden"> {count === 1 ? unit : `${unit}s`}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
