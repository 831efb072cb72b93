import "./fonts.css";
import "./styles.css";
import type { ComponentType } from "react";
import { Header } from "./Header";
import { outline } from "./outline";
import type { SectionId } from "./theme";
import { words } from "./words";
import { About } from "./sections/About";
import { Awards } from "./sections/Awards";
import { Certificates } from "./sections/Certificates";
import { Contact } from "./sections/Contact";
import { Education } from "./sections/Education";
import { Interests } from "./sections/Interests";
import { Languages } from "./sections/Languages";
import { Projects } from "./sections/Projects";
import { Publications } from "./sections/Publications";
import { References } from "./sections/References";
import { Skills } from "./sections/Skills";
import { Volunteer } from "./sections/Volunteer";
import { Work } from "./sections/Work";

const SECTIONS: Record<SectionId, ComponentType> = {
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

export function App() {
  return (
    <div className="page">
      <a href="#content" className="skip-link">
        {words.skip}
      </a>
      <Header />
      <main id="content" tabIndex={-1} className="trunk outline-none">
        {outline.map(({ id, title }) => {
          const Content = SECTIONS[id];
          return (
            <section key={id} aria-labelledby={id} className="section">
              <div className="row">
                <h2 id={id} className="heading node in-wide">
                  {title}
                </h2>
              </div>
              <Content />
            </section>
          );
        })}
      </main>
      <Contact />
    </div>
  );
}
