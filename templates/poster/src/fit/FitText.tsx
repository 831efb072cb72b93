import { direction } from "../resume";
import { theme } from "../theme";
import { MEASURE, setLines, type Form } from "./set-lines";

interface Props {
  text: string;
  /** How it is set on a wide page, and on a narrow one when that differs. */
  wide: Form;
  narrow?: Form;
}

/**
 * A text as large as its box is wide. The lines are drawn, with `textLength` holding them to the
 * measure whatever font is there yet, so nothing moves when fonts load; the text itself is there for
 * everyone who listens, searches or copies.
 */
export function FitText({ text, wide, narrow }: Props) {
  return (
    <>
      <span className="unseen">{text}</span>
      <Drawing text={text} form={wide} className={narrow ? "fit fit-wide" : "fit"} />
      {narrow && <Drawing text={text} form={narrow} className="fit fit-narrow" />}
    </>
  );
}

function Drawing({ text, form, className }: { text: string; form: Form; className: string }) {
  const { lines, height } = setLines(text, form, theme.fonts.display);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${MEASURE} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {lines.map((line) => (
        <text
          key={line.baseline}
          x={direction === "rtl" ? MEASURE + line.after : -line.before}
          y={line.baseline}
          fontSize={line.size}
          textLength={line.length}
          lengthAdjust="spacingAndGlyphs"
          style={{ fontStretch: `${line.stretch}%` }}
        >
          {line.text}
        </text>
      ))}
    </svg>
  );
}
