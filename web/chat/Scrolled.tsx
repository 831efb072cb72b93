import type { ReactNode } from "react";

/** Letters as they are, wider or longer than the panel: scrolled, by keyboard too. */
export function Scrolled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
    <section className="chat-scrolled" aria-label={label} tabIndex={0}>
      <pre>{children}</pre>
    </section>
  );
}
