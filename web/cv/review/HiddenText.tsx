import type { TextRun } from "../../../shared/cv-document.ts";

/** Text that is in the file but not to be seen on its pages: shown, and used nowhere (R1.9). */
export function HiddenText({ runs }: { readonly runs: readonly TextRun[] }) {
  const count = runs.length === 1 ? "One piece" : `${runs.length} pieces`;
  return (
    <details className="review-hidden" open>
      <summary>{count} of hidden text in this file</summary>
      <p>
        White on white, outside the page or too small to read. It was set apart: nothing of it is on
        your site.
      </p>
      <ul>
        {runs.map((run, at) => (
          <li key={at}>
            <q>{run.text}</q> <span>page {run.page + 1}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
