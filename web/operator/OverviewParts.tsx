import type { Overview } from "../../shared/api/oversight.ts";
import { sandboxes } from "../../shared/api/sandboxes.ts";
import { FailureNote } from "../account/FailureNote.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { Switch } from "../ui/Switch.tsx";
import {
  countWords,
  dollarWords,
  momentWords,
  shareWords,
  sizeWords,
  sortedFigures,
} from "./operator-words.ts";
import { Figures, OperatorPart } from "./OperatorPart.tsx";
import { useOperatorAct } from "./use-operator-act.ts";

interface NowPartProps {
  readonly client: ApiClient;
  readonly overview: Overview;
  readonly onChange: () => void;
}

/** Capacity and queues just now. */
export function NowPart({ client, overview, onChange }: NowPartProps) {
  const { hosted, queues, oldestJobSince } = overview;
  const { failure, isPending, run } = useOperatorAct();
  const busy = Object.entries(queues).filter(([, { waiting, running }]) => waiting + running > 0);
  return (
    <OperatorPart title="Now">
      <Figures
        figures={[
          ["Hosted sandboxes", hostedWords(hosted)],
          ...sortedFigures(hosted.states),
          ["Wait for a place", countWords(hosted.waiting)],
          ["Stand ready", countWords(hosted.pool)],
          ...busy.map(
            ([kind, { waiting, running }]) =>
              [`Jobs: ${kind}`, `${running} run, ${waiting} wait`] as const,
          ),
          ["Oldest job since", oldestJobSince === null ? "none runs" : momentWords(oldestJobSince)],
        ]}
      />
      <Switch
        isSelected={hosted.isEmergency}
        isDisabled={isPending || !hosted.isOffered}
        onChange={(isOn) =>
          void run(() => client.call(sandboxes.emergency, { body: { is_on: isOn } }), onChange)
        }
        detail="More places, idle sandboxes go earlier, calls cost more of the rate limit."
      >
        Emergency
      </Switch>
      <FailureNote failure={failure} />
    </OperatorPart>
  );
}

const hostedWords = ({ isOffered, isDown }: Overview["hosted"]): string =>
  isOffered ? (isDown ? "don’t answer" : "answer") : "not offered";

/** Use, errors and cost. */
export function UsePart({ overview }: { readonly overview: Overview }) {
  const { people, month, requests, failed, failures, jobs, funnel } = overview;
  return (
    <OperatorPart title="Use, errors, cost">
      <Figures
        figures={[
          ...Object.entries(people).map(
            ([tier, count]) => [`People, ${tier}`, countWords(count)] as const,
          ),
          ["Sites that are up", countWords(overview.sitesLive)],
          ["Kept for people", sizeWords(overview.storedBytes)],
          ["Model calls this month", countWords(month.calls)],
          ["Model tokens this month", countWords(month.tokens)],
          ["Model cost this month", dollarWords(month.costDollars)],
          [
            "… a person who used it",
            month.people === 0 ? "–" : dollarWords(month.costDollars / month.people),
          ],
          ...Object.entries(overview.quotaLeft).map(
            ([who, left]) => [`${who}: left today`, shareWords(left, 1)] as const,
          ),
          ["Requests", countWords(requests)],
          ["… that we failed", shareWords(failed, requests)],
          ...Object.entries(jobs).map(
            ([outcome, count]) => [`Jobs, ${outcome}`, countWords(count)] as const,
          ),
          ...Object.entries(funnel).map(
            ([step, count]) => [`Reached: ${step}`, countWords(count)] as const,
          ),
        ]}
      />
      {Object.keys(failures).length > 0 && (
        <details className="account-details">
          <summary>Refusals by kind</summary>
          <Figures figures={sortedFigures(failures)} />
        </details>
      )}
    </OperatorPart>
  );
}
