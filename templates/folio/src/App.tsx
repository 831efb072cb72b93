import type { ComponentType } from "react";
import { contents } from "./contents";
import { Contents } from "./parts/Contents";
import { Masthead } from "./parts/Masthead";
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
import type { SectionId } from "./theme";
import { words } from "./words";
import "./fonts.css";
import "./styles/page.css";
import "./styles/masthead.css";
import "./styles/entries.css";
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

/** The page: who it is in the margin, what there is to read beside it. */
export function App() {
  const lines = contents();
  const timelineScope = lines.map(({ id }) => `--${id}`).join(", ");
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <div className="folio" style={{ timelineScope }}>
        <div className="margin">
          <Masthead />
          {lines.length > 1 && <Contents lines={lines} />}
        </div>
        <main id="content" tabIndex={-1}>
          {lines.map(({ id, title, ownTitle }) => {
            const Body = bodies[id];
            // The summary opens the page like a first paragraph; it needs no heading to be seen.
            const isOpening = id === "about" && !ownTitle;
            return (
              <section
                key={id}
                id={id}
                aria-labelledby={`${id}-title`}
                style={{ viewTimelineName: `--${id}` }}
              >
                <h2 id={`${id}-title`} className={isOpening ? "unseen" : "rubric"}>
                  {title}
                </h2>
                <Body />
              </section>
            );
          })}
        </main>
      </div>
    </>
  );
}
