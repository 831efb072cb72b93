import { useEffect, useRef, type ReactNode } from "react";
import type { Publication } from "../../shared/api/publications.ts";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { shortAddress, stateWords } from "./publish-words.ts";
import { ShareSite } from "./ShareSite.tsx";

/** What publishing found that visitors miss. */
export interface ToMend {
  /** Links that don’t answer. */
  readonly deadLinks: readonly string[];
  /** Pictures on other servers. */
  readonly outsidePictures: readonly string[];
}

/** What is at the address now: the link, to copy and open, its QR code, and what is to be mended. */
export function LiveSite(props: { readonly site: Publication; readonly toMend: ToMend }) {
  const { site, toMend } = props;
  const { deadLinks, outsidePictures } = toMend;
  const isLive = site.state === "live";
  const section = useRef<HTMLElement>(null);
  // Whoever pressed a button far below sees what came of it: each publishing makes this anew.
  useEffect(() => {
    // In braces: browsers are beginning to give a promise here, which React would take for a clean-up.
    void section.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={section}
      className="publish-live"
      aria-label="Your published site"
      data-state={site.state}
    >
      <output className="publish-state">
        <Icon name={isLive ? "globe" : "eye-off"} size={16} />
        {stateWords(site)}
      </output>
      <p className="publish-address">
        {isLive ? (
          <Link href={site.url} isExternal>
            {shortAddress(site.url)}
          </Link>
        ) : (
          shortAddress(site.url)
        )}
      </p>
      <p>
        <a className="ui-link" href="/sites">
          Visitors and messages
        </a>
      </p>
      {isLive && <ShareSite site={site} />}
      {deadLinks.length > 0 && (
        <Notice urls={deadLinks}>
          {deadLinks.length === 1
            ? "One link of your site doesn’t answer:"
            : `${deadLinks.length} links of your site don’t answer:`}
        </Notice>
      )}
      {outsidePictures.length > 0 && (
        <Notice urls={outsidePictures}>
          {outsidePictures.length === 1 ? "A picture lies" : "Pictures lie"} on other servers that
          don’t lend them: visitors don’t see what your site doesn’t hold itself. Put the files into
          the project’s folder “public” and name them there.
        </Notice>
      )}
    </section>
  );
}

/** What is to be mended, and where. */
function Notice({
  urls,
  children,
}: {
  readonly urls: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className="publish-dead">
      <p>{children}</p>
      <ul>
        {urls.map((url) => (
          <li key={url}>{url}</li>
        ))}
      </ul>
    </div>
  );
}
