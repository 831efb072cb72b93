import type { ReactNode } from "react";

interface Props {
  /** The command that was typed; also where links lead. */
  id: string;
  /** The comment behind it: what a reader calls this. */
  title: string;
  children: ReactNode;
}

/** A command as it was typed, and its output. */
export function Session({ id, title, children }: Props) {
  return (
    <section id={id} className="session" aria-labelledby={`${id}-title`}>
      <h2 className="command">
        <span className="typed">{id}</span>{" "}
        <span className="comment" id={`${id}-title`}>
          {title}
        </span>
      </h2>
      {children}
    </section>
  );
}
