import type { ReactNode } from "react";

export interface DesignPartProps {
  readonly title: string;
  /** The choice that stands, in muted type. */
  readonly beside?: string;
  /** A small act at the end of the heading. */
  readonly act?: ReactNode;
  readonly children: ReactNode;
}

/** One question of the design panel. */
export function DesignPart({ title, beside, act, children }: DesignPartProps) {
  return (
    <section className="design-part" aria-label={title}>
      <h3>
        {title}
        {beside !== undefined && <span>{beside}</span>}
        {act}
      </h3>
      {children}
    </section>
  );
}
