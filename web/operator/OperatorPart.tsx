import { useId, type ReactNode } from "react";

/** One part of the page under its heading. */
export function OperatorPart(props: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="account-part" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Names and figures in two columns; what has none isn’t shown. */
export function Figures({ figures }: { readonly figures: readonly (readonly [string, string])[] }) {
  return (
    <dl className="operator-figures">
      {figures.map(([name, figure]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
