import type { ComponentType } from "react";
import { isBeside } from "./beside";
import { head, isTwoColumns } from "./heads/head-of";
import { paperOf } from "./paper";
import { resume } from "./resume";
import { About } from "./sections/About";
import { Awards } from "./sections/Awards";
import { Certificates } from "./sections/Certificates";
import { Education } from "./sections/Education";
import { Interests } from "./sections/Interests";
import { Languages } from "./sections/Languages";
import { Projects } from "./sections/Projects";
import { Publications } from "./sections/Publications";
import { References } from "./sections/References";
import { Skills } from "./sections/Skills";
import { Volunteer } from "./sections/Volunteer";
import { Work } from "./sections/Work";
import { shown, type Shown } from "./shown";
import type { SectionId } from "./theme";
import { words } from "./words";
import "./fonts.css";
import "./styles/sheet.css";
import "./styles/text.css";
import "./styles/heads.css";
import "./styles/entries.css";
import "./styles/columns.css";
import "./styles/print.css";

const bodies: Record<SectionId, ComponentType> = {
  about: About,
  work: Work,
  projects: Projects,
  skills: Skills,
  education: Education,
  volunteer: Volunteer,
  awards: Awards,
  certificates: Certificates,
  publications: Publications,
  languages: Languages,
  interests: Interests,
  references: References,
};

/** The CV on its sheets of paper. */
export function App() {
  const Head = head;
  return (
    <>
      {shown.length > 0 && (
        <a className="skip" href="#content">
          {words.skip}
        </a>
      )}
      <div className={isTwoColumns ? "sheets in-columns" : "sheets"} data-paper={paperOf(resume)}>
        <div className="text-block">
          <Head />
          {isTwoColumns ? <TwoColumns /> : <Main sections={shown} />}
        </div>
      </div>
    </>
  );
}

function TwoColumns() {
  const beside = shown.filter(isBeside);
  return (
    <div className={beside.length > 0 ? "columns" : "columns only-one"}>
      <Main sections={shown.filter((section) => !isBeside(section))} />
      {beside.length > 0 && (
        <aside className="beside">
          {beside.map((section) => (
            <Section key={section.id} {...section} />
          ))}
        </aside>
      )}
    </div>
  );
}

function Main({ sections }: { sections: readonly Shown[] }) {
  return (
    <main id="content" tabIndex={-1}>
      {sections.map((section) => (
        <Section key={section.id} {...section} />
      ))}
    </main>
  );
}

/** Titles longer than this don’t fit the margin: they stand over the text. */
const LONG_TITLE = 24;

function Section({ id, title, isOpening }: Shown) {
  const Body = bodies[id];
  const kind = isOpening ? "opening" : title.length > LONG_TITLE ? "section long-title" : "section";
  return (
    <section id={id} className={kind} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={isOpening ? "unseen" : "side-head"}>
        {title}
      </h2>
      <Body />
    </section>
  );
}
