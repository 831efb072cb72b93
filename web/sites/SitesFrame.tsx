import type { ReactNode } from "react";
import { SIGN_IN_PATHS, type SitesPage } from "./sites-pages.ts";
import "./sites.css";

export interface SitesFrameProps {
  readonly page: SitesPage;
  readonly title: string;
  /** Nobody is signed in. */
  readonly isSignedOut?: boolean;
  readonly children: ReactNode;
}

/** The pages about what is published: their heading, and the ways between them. */
export function SitesFrame({ page, title, isSignedOut = false, children }: SitesFrameProps) {
  return (
    <div className="sites">
      <header className="sites-head">
        <a className="sites-mark" href="/" aria-label="CV2WEB, to the first screen">
          CV<span>2</span>WEB
        </a>
        <nav aria-label="Published">
          <NavLink href="/sites" isHere={page === "sites"}>
            My sites
          </NavLink>
          <NavLink href="/inbox" isHere={page === "inbox"}>
            Inbox
          </NavLink>
          <NavLink href={`/account?next=${encodeURIComponent(SIGN_IN_PATHS[page])}`} isHere={false}>
            Account
          </NavLink>
        </nav>
      </header>
      <main className="sites-main">
        <h1>{title}</h1>
        {isSignedOut ? <SignedOut page={page} /> : children}
      </main>
    </div>
  );
}

function NavLink(props: { href: string; isHere: boolean; children: ReactNode }) {
  const { href, isHere, children } = props;
  return (
    <a className="ui-link" href={href} {...(isHere && { "aria-current": "page" as const })}>
      {children}
    </a>
  );
}

const SignedOut = ({ page }: { readonly page: SitesPage }) => (
  <p>
    You are signed out.{" "}
    <a className="ui-link" href={`/sign-in?next=${encodeURIComponent(SIGN_IN_PATHS[page])}`}>
      Sign in
    </a>{" "}
    to see what you have published.
  </p>
);
