import type { ReactNode } from "react";
import { FitText } from "../fit/FitText";
import type { SectionId } from "../theme";

export interface BandProps {
  id: SectionId;
  title: string;
}

interface Props extends BandProps {
  /** Two half bands share a row on a wide page; one that is left over takes the whole row. */
  half?: boolean;
  children: ReactNode;
}

const TITLE = { height: 150, tallest: 290, gap: 24, longest: 14 };

/** A block of colour across the page, its title as wide as its column. Colours go by position. */
export function Band({ id, title, half, children }: Props) {
  return (
    <section id={id} className={half ? "band half" : "band"} aria-labelledby={`${id}-title`}>
      <div className="band-grid">
        <h2 id={`${id}-title`} className="band-title">
          <FitText text={title} wide={TITLE} />
        </h2>
        <div className="band-body">{children}</div>
      </div>
    </section>
  );
}
