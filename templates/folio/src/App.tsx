import type { ComponentType } from "react";
import { contents } from "./contents";
import { TitlePage } from "./heroes/TitlePage";
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
import { theme, type SectionId } from "./theme";
import { words } from "./words";
import "./fonts.css";
import "./styles/page.css";
import "./styles/masthead.css";
import "./styles/title-page.css";
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

/** The page: who it is in the margin or on a title page, what there is to read beside or after it. */
export function App() {
  const lines = contents();
  // Where there is nothing to read, the title page is the page.
  const hasTitlePage = theme.variants?.hero === "title-page" || lines.length === 0;
  const timelineScope = lines.map(({ id }) => `--${id}`).join(", ");
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <div className={hasTitlePage ? "folio titled" : "folio"} style={{ timelineScope }}>
        {hasTitlePage && <TitlePage />}
        <div className="margin">
          {!hasTitlePage && <Masthead />}
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
