import { ACT_SPECIMENS } from "./act-specimens.tsx";
import { CHOICE_SPECIMENS } from "./choice-specimens.tsx";
import { FIELD_SPECIMENS } from "./field-specimens.tsx";
import { JOB_SPECIMENS } from "./job-specimens.tsx";
import { STATE_SPECIMENS } from "./state-specimens.tsx";
import type { Specimen } from "./specimen.ts";
import { TokenSpecimens } from "./TokenSpecimens.tsx";
import "./developers.css";

const GROUPS: readonly { readonly title: string; readonly specimens: readonly Specimen[] }[] = [
  { title: "Tokens", specimens: [{ name: "Colour, type, space", Show: TokenSpecimens }] },
  { title: "Acts", specimens: ACT_SPECIMENS },
  { title: "Fields", specimens: FIELD_SPECIMENS },
  { title: "Choices", specimens: CHOICE_SPECIMENS },
  { title: "States and places", specimens: STATE_SPECIMENS },
  { title: "Jobs", specimens: JOB_SPECIMENS },
];

/** Every component of web/ui in every state, light and dark side by side. */
export function DevelopersScreen() {
  return (
    <main className="kit">
      <h1 className="kit-title">The kit</h1>
      <p className="kit-lead">
        Every component that the app is made of, in every state. Light on the left, dark on the
        right. Walk through it with the Tab key: the ring shows where you are.
      </p>
      {GROUPS.map(({ title, specimens }) => (
        <section key={title} className="kit-group" aria-label={title}>
          <h2>{title}</h2>
          {specimens.map((specimen) => (
            <Pair key={specimen.name} {...specimen} />
          ))}
        </section>
      ))}
    </main>
  );
}

function Pair({ name, Show }: Specimen) {
  return (
    <div className="kit-pair">
      <h3>{name}</h3>
      {(["light", "dark"] as const).map((mode) => (
        <section key={mode} className="kit-side" data-mode={mode} aria-label={`${name}, ${mode}`}>
          <Show />
        </section>
      ))}
    </div>
  );
}
