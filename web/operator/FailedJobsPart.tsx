import { operator } from "../../shared/api/operator.ts";
import { Fact, useFact } from "../account/AccountPart.tsx";
import { FailureNote } from "../account/FailureNote.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { momentWords } from "./operator-words.ts";
import { OperatorPart } from "./OperatorPart.tsx";
import { useOperatorAct } from "./use-operator-act.ts";

/** Jobs that failed for good in the last day, to run again. */
export function FailedJobsPart({ client }: { readonly client: ApiClient }) {
  const fact = useFact("operator jobs", () => client.call(operator.failedJobs, {}));
  const { failure, isPending, run } = useOperatorAct();
  const again = (jobId: string) =>
    void run(
      () => client.call(operator.runAgain, { params: { jobId } }),
      () => void fact.refetch(),
    );
  return (
    <OperatorPart title="Failed jobs">
      <FailureNote failure={failure} />
      <Fact fact={fact} label="Looking for failed jobs">
        {({ jobs }) =>
          jobs.length === 0 ? (
            <p className="account-under">None failed in the last day.</p>
          ) : (
            <ul className="operator-list">
              {jobs.map(({ jobId, kind, failure: why, tries, failedAt }) => (
                <li key={jobId}>
                  <span>
                    {kind}: {why}
                    <small>
                      {momentWords(failedAt)}, after {tries} {tries === 1 ? "try" : "tries"}
                    </small>
                  </span>
                  <Button size="small" isDisabled={isPending} onPress={() => again(jobId)}>
                    Run again
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Fact>
    </OperatorPart>
  );
}
