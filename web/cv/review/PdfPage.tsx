import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
} from "react";
import type { Box, Evidence, TextRun } from "../../../shared/cv-document.ts";
import { renderPage } from "../read/render-page.ts";
import { valueAtPoint } from "./places.ts";

export interface PdfPageProps {
  /** 0-based. */
  readonly number: number;
  readonly of: number;
  /** Points. */
  readonly page: { readonly width: number; readonly height: number };
  readonly bytes: Uint8Array;
  readonly runs: readonly TextRun[];
  readonly evidence: readonly Evidence[];
  readonly mark: Box | null;
  readonly onChoose: (pointer: string) => void;
  /** Drawn over the page. */
  readonly children?: ReactNode;
}

/** One page of a PDF, drawn when it comes near, with the mark of the focused value over it. */
export function PdfPage(props: PdfPageProps) {
  const { number, of, page, mark, evidence, onChoose } = props;
  const room = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useNear(room);
  const isDrawn = useDrawnPage({ ...props, canvas, isNear });
  const choose = (event: MouseEvent<HTMLElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    const scale = page.width / area.width;
    const x = (event.clientX - area.left) * scale;
    const y = (event.clientY - area.top) * scale;
    const pointer = valueAtPoint(evidence, number, x, y);
    if (pointer !== null) onChoose(pointer);
  };
  return (
    // The keyboard goes the other way: from the field to its place.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <figure
      ref={room}
      className="review-page"
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      aria-label={`Page ${number + 1} of ${of}`}
      onClick={choose}
    >
      <canvas ref={canvas} aria-hidden="true" />
      {isDrawn === false && <PageText {...props} />}
      {mark !== null && <span className="review-mark" data-mark style={inPercent(mark, page)} />}
      {props.children}
    </figure>
  );
}

const inPercent = (box: Box, page: PdfPageProps["page"]): CSSProperties => ({
  left: `${(box.x / page.width) * 100}%`,
  top: `${(box.y / page.height) * 100}%`,
  width: `${(box.width / page.width) * 100}%`,
  height: `${(box.height / page.height) * 100}%`,
});

/** The page's own words in their places, where it can't be drawn. */
function PageText({ number, page, runs }: PdfPageProps) {
  return runs
    .filter((run) => run.page === number)
    .map((run, at) => (
      <span
        key={at}
        className="review-run"
        style={{
          ...inPercent(run.box, page),
          fontSize: `${(run.fontSize / page.width) * 100}cqw`,
        }}
      >
        {run.text}
      </span>
    ));
}

/** True from the first time that the element comes within a screen of being seen. */
function useNear(room: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: "100% 0%" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return isNear;
}

interface DrawnPage extends Pick<PdfPageProps, "bytes" | "number" | "page"> {
  readonly canvas: React.RefObject<HTMLCanvasElement | null>;
  readonly isNear: boolean;
}

/** Draws the page once it is near; `null` until then, `false` when it can't be drawn. */
function useDrawnPage({ canvas, isNear, bytes, number, page }: DrawnPage): boolean | null {
  const [isDrawn, setDrawn] = useState<boolean | null>(null);
  const { width } = page;
  useEffect(() => {
    const element = canvas.current;
    if (!isNear || element === null) return;
    let isLeft = false;
    // Two device pixels a point at least: small type must be readable when it is looked at closely.
    const shown = element.clientWidth / width;
    const scale = Math.min(4, Math.max(2, shown * devicePixelRatio));
    void renderPage(bytes, number, element, scale).then((drawn) => {
      if (!isLeft) setDrawn(drawn.ok);
    });
    return () => {
      isLeft = true;
    };
  }, [canvas, isNear, bytes, number, width]);
  return isDrawn;
}
