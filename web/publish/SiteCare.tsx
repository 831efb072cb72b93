import { useState } from "react";
import type { Publication } from "../../shared/api/publications.ts";
import { Button } from "../ui/Button.tsx";
import { useAct } from "../ui/use-act.ts";
import type { PublishActs } from "./publish-acts.ts";
import { momentWords } from "./publish-words.ts";
import { Refusal } from "./Refusal.tsx";

interface SiteCareProps {
  readonly site: Publication;
  readonly acts: PublishActs;
  /** What became of it; `null`: it is no more. */
  readonly onSite: (site: Publication | null) => void;
}

/** What was published before, to go back to; and taking the site down or away. */
export function SiteCare({ site, acts, onSite }: SiteCareProps) {
  const { isPending: isBusy, failure, run: act } = useAct();
  return (
    <section className="publish-care" aria-label="Earlier versions, taking down">
      <Builds
        site={site}
        isBusy={isBusy}
        onBack={(buildId) => void act(() => acts.rollBack(site, buildId), onSite)}
      />
      {site.formerSlugs.length > 0 && (
        <p className="publish-note">
          Earlier addresses that lead here: {site.formerSlugs.join(", ")}.
        </p>
      )}
      <div className="publish-acts">
        {site.state === "live" && (
          <Button
            size="small"
            isDisabled={isBusy}
            onPress={() => void act(() => acts.unpublish(site), onSite)}
          >
            Take it down
          </Button>
        )}
        <DeleteButton
          isDisabled={isBusy}
          onDelete={() =>
            void act(
              () => acts.remove(site),
              () => onSite(null),
            )
          }
        />
      </div>
      <Refusal failure={failure} />
    </section>
  );
}

function Builds(props: {
  readonly site: Publication;
  readonly isBusy: boolean;
  readonly onBack: (buildId: string) => void;
}) {
  const { site, isBusy, onBack } = props;
  if (site.builds.length < 2) return null;
  return (
    <details className="publish-builds">
      <summary>Published before ({site.builds.length})</summary>
      <ul>
        {site.builds.map(({ id, at }) => (
          <li key={id}>
            <span>{momentWords(at)}</span>
            {id === site.buildId && site.state === "live" ? (
              <span className="publish-note">shown now</span>
            ) : (
              <Button size="small" variant="quiet" isDisabled={isBusy} onPress={() => onBack(id)}>
                Show this one
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The second press means it. */
function DeleteButton(props: { readonly isDisabled: boolean; readonly onDelete: () => void }) {
  const [isSure, setSure] = useState(false);
  const press = () => (isSure ? props.onDelete() : setSure(true));
  return (
    <Button size="small" variant="quiet" isDisabled={props.isDisabled} onPress={press}>
      {isSure ? "Delete it with every copy, and give up the address" : "Delete it"}
    </Button>
  );
}
