import { AutoScaleAxis, BarChart } from "chartist";
import { useEffect, useRef } from "react";
import type { Figures } from "../../shared/api/analytics.ts";
import { amount, dayWords } from "./figure-words.ts";

type Days = Figures["byDay"];

/** Labels that fit below the bars of a phone. */
const MOST_LABELS = 6;

/**
 * Views and visitors of each day as bars, drawn as SVG by Chartist; the same figures as a table for who
 * doesn’t see them, or wants them exactly.
 */
export default function VisitChart({ byDay }: { readonly byDay: Days }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = draw(place.current, byDay);
    return () => {
      chart.detach();
    };
  }, [byDay]);
  return (
    <figure className="figures-figure">
      <div className="figures-chart" aria-hidden="true" ref={place} />
      <figcaption className="figures-key">
        <span data-series="views">Page views</span>
        <span data-series="visitors">Visitors</span>
      </figcaption>
      <details className="figures-table">
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Page views</th>
              <th scope="col">Visitors</th>
            </tr>
          </thead>
          <tbody>
            {byDay.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row">{dayWords(day.day)}</th>
                <td>{amount(day.views)}</td>
                <td>{amount(day.visitors)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function draw(place: HTMLElement, byDay: Days): BarChart {
  const step = Math.ceil(byDay.length / MOST_LABELS);
  return new BarChart(
    place,
    {
      labels: byDay.map(({ day }, n) => (n % step === 0 ? dayWords(day) : "")),
      series: [
        { name: "views", className: "figures-views", data: byDay.map(({ views }) => views) },
        {
          name: "visitors",
          className: "figures-visitors",
          data: byDay.map(({ visitors }) => visitors),
        },
      ],
    },
    {
      low: 0,
      // An empty range still has a line to stand on.
      high: Math.max(1, ...byDay.map(({ views }) => views)),
      seriesBarDistance: 0,
      chartPadding: { top: 8, right: 0, bottom: 0, left: 0 },
      axisX: { showGrid: false, offset: 20 },
      axisY: { type: AutoScaleAxis, onlyInteger: true, offset: 32, scaleMinSpace: 32 },
    },
  );
}
