import type { ReactNode } from "react";
import { Cover } from "./cover/Cover";
import { outline } from "./outline";
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
import "./styles/cover.css";
import "./styles/entries.css";
import "./styles/publications.css";
import "./styles/index.css";
import "./styles/print.css";

const bodies: Record<SectionId, () => ReactNode> = {
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

/** The page: a cover, then numbered sections with their notes in the margin. */
export function App() {
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Cover headings={outline} />
      <main id="content" tabIndex={-1}>
        {outline.map(({ id, number, title }) => {
          const Body = bodies[id];
          return (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`} className="section-title">
                <span className="section-number" aria-hidden="true">
                  {number}
                </span>{" "}
                {title}
              </h2>
              <Body />
            </section>
          );
        })}
      </main>
    </>
  );
}
