import { oversight } from "../../shared/api/oversight.ts";
import { Fact, useFact } from "../account/AccountPart.tsx";
import { FailureNote } from "../account/FailureNote.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { momentWords } from "./operator-words.ts";
import { OperatorPart } from "./OperatorPart.tsx";
import { useOperatorAct } from "./use-operator-act.ts";

const ENDED: readonly string[] = ["stopped", "stopping", "failed"];

/** Hosted sandboxes, to end by hand; their files are kept. */
export function SandboxesPart({ client }: { readonly client: ApiClient }) {
  const fact = useFact("operator sandboxes", () => client.call(oversight.sandboxes, {}));
  const { failure, isPending, run } = useOperatorAct();
  const end = (sandboxId: string) =>
    void run(
      () => client.call(oversight.endSandbox, { params: { sandboxId } }, { timeoutMs: 60_000 }),
      () => void fact.refetch(),
    );
  return (
    <OperatorPart title="Hosted sandboxes">
      <FailureNote failure={failure} />
      <Fact fact={fact} label="Looking for sandboxes">
        {(found) =>
          found.sandboxes.length === 0 ? (
            <p className="account-under">There are none.</p>
          ) : (
            <ul className="operator-list">
              {found.sandboxes.map(({ id, ownerId, state, activeAt }) => (
                <li key={id}>
                  <span>
                    {state}
                    <small>
                      {id}, of {ownerId}, used {momentWords(activeAt)}
                    </small>
                  </span>
                  {!ENDED.includes(state) && (
                    <Button size="small" isDisabled={isPending} onPress={() => end(id)}>
                      End
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Fact>
    </OperatorPart>
  );
}
