import { useCallback, useEffect, useState } from "react";
import type { Publication } from "../../shared/api/publications.ts";
import type { Failure } from "../../shared/failure.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { LikeQuestion } from "./LikeQuestion.tsx";
import { LiveSite, type ToMend } from "./LiveSite.tsx";
import type { PublishActs, PublishOutlook } from "./publish-acts.ts";
import { PublishForm } from "./PublishForm.tsx";
import { SiteCare } from "./SiteCare.tsx";
import "./publish.css";

const NOTHING: ToMend = { deadLinks: [], outsidePictures: [] };

/** All of publishing in one sheet: the address, what is shown, the link, and what was published before. */
export function PublishPanel({ acts }: { readonly acts: PublishActs }) {
  const { outlook, failure, look, showSite } = useOutlook(acts);
  const [toMend, setToMend] = useState<ToMend>(NOTHING);
  /** It was published in this sheet. */
  const [isJustOut, setJustOut] = useState(false);
  /** Grows when the site is deleted: the form begins anew. */
  const [life, setLife] = useState(0);

  if (failure !== null) {
    return <NotLooked failure={failure} onAgain={look} />;
  }
  if (outlook === null) return <Skeleton lines={5} label="Looking at your address" />;
  if (!outlook.isMember) return <NeedsAccount acts={acts} />;
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
    </div>
  );
}

/** What is known when the sheet opens, and what it becomes. */
function useOutlook(acts: PublishActs) {
  const [outlook, setOutlook] = useState<PublishOutlook | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const show = useCallback((seen: Awaited<ReturnType<PublishActs["look"]>>) => {
    setFailure(seen.ok ? null : seen.failure);
    if (seen.ok) setOutlook(seen.value);
  }, []);
  useEffect(() => {
    let isLeft = false;
    void acts.look().then((seen) => !isLeft && show(seen));
    return () => {
      isLeft = true;
    };
  }, [acts, show]);
  const showSite = (site: Publication | null) =>
    setOutlook((before) => (before === null ? before : { ...before, site }));
  return { outlook, failure, look: () => void acts.look().then(show), showSite };
}

function NotLooked(props: { readonly failure: Failure; readonly onAgain: () => void }) {
  const { failure, onAgain } = props;
  const again = (
    <Button size="small" onPress={onAgain}>
      Try again
    </Button>
  );
  return <ErrorState failure={failure} action={again} />;
}

function NeedsAccount({ acts }: { readonly acts: PublishActs }) {
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
      <p className="publish-note">
        Without one you can take the finished website away: Export, Website (ZIP).
      </p>
    </div>
  );
}
