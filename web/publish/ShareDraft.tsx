import { useCallback, useState } from "react";
import type { DraftLink } from "../../shared/api/draft-links.ts";
import { HIDDEN_AT_FIRST, type Hideable } from "../../shared/site/hidden-fields.ts";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { useAct } from "../ui/use-act.ts";
import { useRead } from "../ui/use-read.ts";
import { CopyLink } from "./CopyLink.tsx";
import type { DraftActs, DraftSeen, PublishOutlook, PublishStep } from "./publish-acts.ts";
import { ShownFields } from "./PublishForm.tsx";
import { Refusal } from "./Refusal.tsx";
import { DRAFT_STEP_WORDS, draftWords, lastsWords } from "./publish-words.ts";

interface ShareDraftProps {
  readonly acts: DraftActs;
  readonly hideable: PublishOutlook["hideable"];
  /** Beside publishing it is the smaller thing; without an account it is what there is. */
  readonly isFolded: boolean;
}

/** A link to the portfolio as it stands, for a few people and a while: made, copied, updated, revoked. */
export function ShareDraft({ acts, hideable, isFolded }: ShareDraftProps) {
  const inside = <Draft acts={acts} hideable={hideable} />;
  return isFolded ? (
    <details className="publish-fold">
      <summary>Share a draft by a link</summary>
      <div className="publish-folded">{inside}</div>
    </details>
  ) : (
    <section className="publish-care" aria-label="Share a draft">
      <h3 className="publish-heading">Or share a draft, without an account</h3>
      {inside}
    </section>
  );
}

function Draft({ acts, hideable }: Omit<ShareDraftProps, "isFolded">) {
  const draft = useDraft(acts);
  const { link, lastsMs, step, isPending } = draft;
  const [chosen, setHidden] = useState<readonly Hideable[] | null>(null);
  const hidden = chosen ?? link?.hidden ?? HIDDEN_AT_FIRST;
  return (
    <>
      <p className="publish-note">
        Whoever has the link sees it{lastsMs === null ? "" : ` for ${lastsWords(lastsMs)}`}; search
        engines are told to leave it out, nobody is counted, and nobody can write to you there.
        Updating it puts its end off.
      </p>
      {link !== null && <ShownLink link={link} />}
      <ShownFields hideable={hideable} hidden={hidden} onHidden={setHidden} />
      <div className="publish-acts">
        <Button isPending={isPending && step !== null} onPress={() => void draft.share(hidden)}>
          {link === null ? "Make a link" : "Update the draft"}
        </Button>
        {link !== null && (
          <Button variant="quiet" isDisabled={isPending} onPress={() => void draft.revoke(link)}>
            Revoke the link
          </Button>
        )}
      </div>
      <output className="publish-note">
        {step !== null ? DRAFT_STEP_WORDS[step] : draft.isRevoked ? "The link is revoked." : ""}
      </output>
      <Refusal failure={draft.failure} />
    </>
  );
}

function ShownLink({ link }: { readonly link: DraftLink }) {
  return (
    <div className="publish-live" data-state={link.state}>
      <p>{draftWords(link)}</p>
      {link.state === "live" && (
        <>
          <p className="publish-draft-address">
            <Link href={link.url} isExternal>
              {link.url}
            </Link>
          </p>
          <div className="publish-acts">
            <CopyLink url={link.url} />
          </div>
        </>
      )}
    </div>
  );
}

/** The link as it is, and what is done with it. */
function useDraft(acts: DraftActs) {
  const read = useCallback(() => acts.look(), [acts]);
  const { reading, setReading } = useRead(read);
  const { failure, isPending, run } = useAct();
  const [step, setStep] = useState<PublishStep | null>(null);
  const [isRevoked, setRevoked] = useState(false);
  const seen = reading.status === "there" ? reading.value : NOT_LOOKED;
  const show = (link: DraftLink | null) => {
    setReading({ status: "there", value: { ...seen, link } });
    setRevoked(link === null);
  };
  const share = async (hidden: readonly Hideable[]) => {
    setRevoked(false);
    await run(() => acts.share(hidden, setStep), show);
    setStep(null);
  };
  const revoke = (link: DraftLink) =>
    run(
      () => acts.revoke(link),
      () => show(null),
    );
  return { ...seen, step, failure, isPending, isRevoked, share, revoke };
}

const NOT_LOOKED: DraftSeen = { link: null, lastsMs: null };
