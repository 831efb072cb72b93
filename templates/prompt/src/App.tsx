import { Suspense } from "react";
import { head } from "./heads/head-of";
import { Contact } from "./parts/Contact";
import { Contents } from "./parts/Contents";
import { SectionBody } from "./sections/SectionBody";
import { Session } from "./parts/Session";
import { Shell } from "./shell/Shell";
import { shown } from "./shown";
import { words } from "./words";
import "./fonts.css";
import "./styles/form.css";
import "./styles/session.css";
import "./styles/heads.css";
import "./styles/skills.css";
import "./styles/shell.css";
import "./styles/print.css";

/**
 * The page: the session of somebody who has typed every command, and a prompt for the next one. What
 * was printed waits for nothing; the boundary lets React wake the prompt first, and the rest bit by bit.
 */
export function App() {
  const Head = head;
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <div className="form">
        <Head />
        <main id="content" tabIndex={-1}>
          <Suspense>
            {shown.length > 1 && <Contents />}
            {shown.map(({ id, title }) => (
              <Session key={id} id={id} title={title}>
                <SectionBody id={id} />
              </Session>
            ))}
            <Contact />
          </Suspense>
          <Shell />
        </main>
      </div>
    </>
  );
}
