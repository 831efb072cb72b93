import { useCallback, useState } from "react";
import type { Publication } from "../../shared/api/publications.ts";
import { Button } from "../ui/Button.tsx";
import { Shown } from "../ui/Shown.tsx";
import { useRead } from "../ui/use-read.ts";
import { LikeQuestion } from "./LikeQuestion.tsx";
import { LiveSite, type ToMend } from "./LiveSite.tsx";
import type { PublishActs, PublishOutlook } from "./publish-acts.ts";
import { OwnDomain } from "./OwnDomain.tsx";
import { PublishForm } from "./PublishForm.tsx";
import { ShareDraft } from "./ShareDraft.tsx";
import { SiteCare } from "./SiteCare.tsx";
import "./publish.css";

const NOTHING: ToMend = { deadLinks: [], outsidePictures: [] };

/** All of publishing in one sheet: the address, what is shown, the link, and what was published before. */
export function PublishPanel({ acts }: { readonly acts: PublishActs }) {
  const read = useCallback(() => acts.look(), [acts]);
  const { reading, setReading, again } = useRead(read);
  const showSite = (site: Publication | null) =>
    setReading((before) =>
      before.status === "there" ? { ...before, value: { ...before.value, site } } : before,
    );
  return (
    <Shown reading={reading} lines={5} label="Looking at your address" onAgain={again}>
      {(outlook) =>
        outlook.isMember ? (
          <Publishing acts={acts} outlook={outlook} showSite={showSite} />
        ) : (
          <NeedsAccount acts={acts} hideable={outlook.hideable} />
        )
      }
    </Shown>
  );
}

function Publishing(props: {
  readonly acts: PublishActs;
  readonly outlook: PublishOutlook;
  readonly showSite: (site: Publication | null) => void;
}) {
  const { acts, outlook, showSite } = props;
  const [toMend, setToMend] = useState<ToMend>(NOTHING);
  /** It was published in this sheet. */
  const [isJustOut, setJustOut] = useState(false);
  /** Grows when the site is deleted: the form begins anew. */
  const [life, setLife] = useState(0);
  const { site } = outlook;
  return (
    <div className="publish">
      {site !== null && site.state !== "draft" && (
        <LiveSite key={site.publishedAt} site={site} toMend={toMend} />
      )}
      {site !== null && isJustOut && (
        <LikeQuestion
          key={`${site.publishedAt} liked`}
          onAnswer={(likes) => acts.tellLiked(site, likes)}
        />
      )}
      <PublishForm
        key={life}
        outlook={outlook}
        acts={acts}
        onPublished={(published) => {
          const { outsidePictures } = published;
          setToMend({ outsidePictures, deadLinks: [] });
          void published.deadLinks.then((deadLinks) => setToMend({ outsidePictures, deadLinks }));
          showSite(published.site);
          setJustOut(true);
        }}
      />
      {site !== null && (
        <SiteCare
          site={site}
          acts={acts}
          onSite={(next) => {
            setToMend(NOTHING);
            showSite(next);
            setJustOut(false);
            if (next === null) setLife(life + 1);
          }}
        />
      )}
      {site !== null && <OwnDomain site={site} acts={acts.domain} />}
      <ShareDraft acts={acts.draft} hideable={outlook.hideable} isFolded />
    </div>
  );
}

function NeedsAccount(props: {
  readonly acts: PublishActs;
  readonly hideable: PublishOutlook["hideable"];
}) {
  const { acts, hideable } = props;
  return (
    <div className="publish">
      <p>
        A website at an address of its own belongs to somebody, so it needs an account. What you
        made stays as it is, and you come back right here.
      </p>
      <div>
        <Button variant="primary" onPress={() => void acts.signIn()}>
          Sign in or make an account
        </Button>
      </div>
      <ShareDraft acts={acts.draft} hideable={hideable} isFolded={false} />
      <p className="publish-note">
        You can also take the finished website away: Export, Website (ZIP).
      </p>
    </div>
  );
}
