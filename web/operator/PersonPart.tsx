import { useState } from "react";
import { oversight, type PersonEntry } from "../../shared/api/oversight.ts";
import { FailureNote } from "../account/FailureNote.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { momentWords } from "./operator-words.ts";
import { Figures, OperatorPart } from "./OperatorPart.tsx";
import { useOperatorAct } from "./use-operator-act.ts";

/** Somebody by their address, and their tier. */
export function PersonPart({ client }: { readonly client: ApiClient }) {
  const [who, setWho] = useState("");
  const [person, setPerson] = useState<PersonEntry | null>(null);
  const { failure, isPending, run } = useOperatorAct();
  const setTier = (tier: "registered" | "premium" | null) =>
    person &&
    void run(
      () => client.call(oversight.setTier, { params: { personId: person.id }, body: { tier } }),
      setPerson,
    );
  return (
    <OperatorPart title="A person’s tier">
      <form
        className="operator-form"
        onSubmit={(event) => {
          event.preventDefault();
          setPerson(null);
          void run(() => client.call(oversight.person, { query: { who: who.trim() } }), setPerson);
        }}
      >
        <TextField label="E-mail address or id" value={who} onChange={setWho} maxLength={320} />
        <Button type="submit" isPending={isPending} isDisabled={who.trim() === ""}>
          Look up
        </Button>
      </form>
      <FailureNote failure={failure} />
      {person !== null && (
        <>
          <Figures
            figures={[
              ["Id", person.id],
              ["Tier", person.tier],
              ["Set by an operator", person.granted ?? "no"],
              ["Subscription", person.subscription ?? "none"],
              ["Here since", momentWords(person.createdAt)],
            ]}
          />
          {person.tier !== "anonymous" && (
            <div className="account-acts">
              <Button size="small" isDisabled={isPending} onPress={() => setTier("premium")}>
                Give premium
              </Button>
              <Button size="small" isDisabled={isPending} onPress={() => setTier("registered")}>
                Take premium
              </Button>
              <Button size="small" isDisabled={isPending} onPress={() => setTier(null)}>
                As is paid
              </Button>
            </div>
          )}
        </>
      )}
    </OperatorPart>
  );
}
