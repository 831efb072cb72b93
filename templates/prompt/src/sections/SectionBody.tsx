import { entriesOf } from "../entries";
import { textOf } from "../filled";
import { EntryView } from "../parts/EntryView";
import { Prose } from "../parts/Prose";
import { resume } from "../resume";
import { Skills } from "../skills/Skills";
import type { SectionId } from "../theme";
import { Pairs } from "./Pairs";
import { Voices } from "./Voices";

interface Props {
  id: SectionId;
  /** Printed once more, in the shell's log: no second place for links to lead to. */
  isCopy?: boolean;
}

/** What a section's command prints. */
export function SectionBody({ id, isCopy = false }: Props) {
  if (id === "about") return <About />;
  if (id === "skills") return <Skills />;
  if (id === "languages" || id === "interests") return <Pairs entries={entriesOf(id)} />;
  if (id === "references") return <Voices entries={entriesOf(id)} />;
  return entriesOf(id).map((entry, i) => {
    const path = `${id}/${i + 1}`;
    return <EntryView key={i} entry={entry} path={path} id={isCopy ? undefined : path} />;
  });
}

function About() {
  return (
    <div className="about">
      <Prose text={textOf(resume.basics?.summary)} />
    </div>
  );
}
