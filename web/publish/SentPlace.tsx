import { useEffect, useState } from "react";
import type { ElsewherePlace, Standing } from "../../shared/api/elsewhere.ts";
import type { Failure } from "../../shared/failure.ts";
import { HOST_NAMES } from "../../shared/site/elsewhere.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import type { ElsewhereActs } from "./elsewhere-acts.ts";
import { STANDING_WORDS } from "./elsewhere-words.ts";
import { Refusal } from "./Refusal.tsx";
import { momentWords, shortAddress } from "./publish-words.ts";

/** Asked again so often while a host builds, in milliseconds; so many times, then by hand. */
const AGAIN_MS = 5_000;
const TIMES = 36;

interface SentPlaceProps {
  readonly place: ElsewherePlace;
  readonly acts: ElsewhereActs;
}

/** What was sent last: the link, and what the host says of it. */
export function SentPlace(props: SentPlaceProps) {
  /** Counts up: it is asked from the beginning. */
  const [asked, setAsked] = useState(0);
  return <Sent key={asked} {...props} onAgain={() => setAsked(asked + 1)} />;
}

function Sent({ place, acts, onAgain }: SentPlaceProps & { readonly onAgain: () => void }) {
  const { standing, failure } = useStanding(acts, place);
  const isLive = standing?.state === "live";
  return (
    <section
      className="publish-live"
      aria-label={`At ${HOST_NAMES[place.host]}`}
      data-state={isLive ? "live" : "sent"}
    >
      <output className="publish-state">
        <Icon name={isLive ? "globe" : "upload"} size={16} />
        {standing === null ? "Asking how it stands." : STANDING_WORDS[standing.state]}
      </output>
      {place.url !== "" && (
        <p className="publish-address">
          <Link href={place.url} isExternal>
            {shortAddress(place.url)}
          </Link>
        </p>
      )}
      <p className="publish-note">
        <Link href={place.page} isExternal>
          {place.name}
          {place.branch === "" ? "" : `, branch ${place.branch}`}
        </Link>
        {place.sentAt === null ? "" : `, sent ${momentWords(place.sentAt)}`}
      </p>
      {place.remark !== "" && <p className="publish-note">{place.remark}</p>}
      <Refusal failure={failure} />
      <div className="publish-acts">
        {standing !== null && standing.page !== "" && (
          <Link href={standing.page} isExternal>
            The build at {HOST_NAMES[place.host]}
          </Link>
        )}
        {!isLive && (
          <Button size="small" onPress={onAgain}>
            Ask again
          </Button>
        )}
      </div>
    </section>
  );
}

function useStanding(acts: ElsewhereActs, { host }: ElsewherePlace) {
  const [standing, setStanding] = useState<Standing | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isLeft = false;
    let timer = 0;
    let left = TIMES;
    const ask = async () => {
      const seen = await acts.standing(host);
      if (isLeft) return;
      setFailure(seen.ok ? null : seen.failure);
      if (!seen.ok) return;
      setStanding(seen.value);
      const isOver = seen.value.state === "live" || seen.value.state === "failed";
      if (!isOver && (left -= 1) > 0) timer = window.setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => {
      isLeft = true;
      window.clearTimeout(timer);
    };
  }, [acts, host]);
  return { standing, failure };
}
