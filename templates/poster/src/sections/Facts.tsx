import { facts, type Fact } from "../facts";
import { FitText } from "../fit/FitText";

const WORDS = { height: 200, tallest: 260, gap: 20, longest: 16 };
const FIGURES = { height: 330, tallest: 330, gap: 20, longest: 16 };
/** On a narrow page two numbers share a row. */
const NARROW_FIGURES = { height: 560, tallest: 560, gap: 20, longest: 16 };

/** Up to five facts, each a block of colour. */
export function Facts() {
  const all = facts();
  if (all.length === 0) return null;
  return (
    <dl className="facts" data-count={all.length}>
      {all.map((fact) => (
        <Block key={fact.label} {...fact} />
      ))}
    </dl>
  );
}

function Block({ label, value, detail }: Fact) {
  const isFigure = /^\d+$/.test(value);
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd className="fact-value">
        {isFigure ? (
          <FitText text={value} wide={FIGURES} narrow={NARROW_FIGURES} />
        ) : (
          <FitText text={value} wide={WORDS} />
        )}
      </dd>
      {detail && <dd className="fact-detail">{detail}</dd>}
    </div>
  );
}
