import { useState } from "react";
import { ai } from "../../shared/api/ai.ts";
import type { OutputOf } from "../../shared/api/endpoint.ts";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { FailureNote } from "./FailureNote.tsx";
import { useAct } from "../ui/use-act.ts";

export interface ModelKeyProps {
  readonly client: ApiClient;
  readonly status: OutputOf<typeof ai.key>;
  readonly onChange: () => void;
}

/** A key of one's own for the model: kept, tried, removed; never shown again. */
export const ModelKey = (props: ModelKeyProps) =>
  props.status.kept ? <KeptKey {...props} /> : <NewKey {...props} />;

function KeptKey({ client, status, onChange }: ModelKeyProps) {
  const [tried, setTried] = useState<string | null>(null);
  const { failure, isPending, run } = useAct();
  const tryIt = () =>
    run(
      () => client.call(ai.tryKey, {}),
      ({ works }) => setTried(works ? "Anthropic takes this key." : "Anthropic refuses this key."),
    );
  const remove = () => run(() => client.call(ai.removeKey, {}), onChange);
  return (
    <>
      <div className="account-row">
        <span>
          Your own key, ending in {status.ending}
          <small className="account-small">It is used first and counts against no quota.</small>
        </span>
        <span className="account-acts">
          <Button size="small" isPending={isPending} onPress={() => void tryIt()}>
            Try the key
          </Button>
          <Button size="small" onPress={() => void remove()}>
            Remove the key
          </Button>
        </span>
      </div>
      <output className="account-small">{tried}</output>
      <FailureNote failure={failure} />
    </>
  );
}

function NewKey({ client, onChange }: ModelKeyProps) {
  const [value, setValue] = useState("");
  const { failure, isPending, run } = useAct();
  const keep = () => run(() => client.call(ai.keepKey, { body: { key: value.trim() } }), onChange);
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        label="Your own Anthropic key"
        type="password"
        autoComplete="off"
        description="Kept encrypted with your account, used for your messages alone, and never shown again."
        value={value}
        onChange={setValue}
        minLength={20}
        isRequired
      />
      <FailureNote failure={failure} />
      <div>
        <Button type="submit" isPending={isPending}>
          Keep this key
        </Button>
      </div>
    </form>
  );
}
