import { useState } from "react";
import type { ElsewherePlace } from "../../shared/api/elsewhere.ts";
import type { Failure } from "../../shared/failure.ts";
import { HOST_NAMES, type OtherHostId } from "../../shared/site/elsewhere.ts";
import { HIDDEN_AT_FIRST, type Hideable } from "../../shared/site/hidden-fields.ts";
import { Button } from "../ui/Button.tsx";
import { ProgressSteps } from "../ui/ProgressSteps.tsx";
import { Switch } from "../ui/Switch.tsx";
import { TextField } from "../ui/TextField.tsx";
import type {
  ElsewhereActs,
  ElsewhereOutlook,
  ElsewhereStep,
  ElsewhereWish,
} from "./elsewhere-acts.ts";
import { elsewhereSteps } from "./elsewhere-words.ts";
import { Refusal } from "./Refusal.tsx";
import { ShownFields } from "./PublishForm.tsx";

interface ElsewhereFormProps {
  readonly host: OtherHostId;
  readonly outlook: ElsewhereOutlook;
  readonly acts: ElsewhereActs;
  readonly onSent: (place: ElsewherePlace) => void;
}

/** Where it goes and what goes along; and the sending, step by step. */
export function ElsewhereForm({ host, outlook, acts, onSent }: ElsewhereFormProps) {
  const { place } = outlook.hosts[host];
  const [where, setWhere] = useState<Where>({
    name: place?.name ?? outlook.suggestion,
    branch: place?.branch || "main",
    isPrivate: false,
  });
  const [hidden, setHidden] = useState<readonly Hideable[]>(HIDDEN_AT_FIRST);
  const sending = useSending(acts, onSent);
  const send = (onTop: boolean) => void sending.run({ host, ...where, hidden, onTop });
  return (
    <form
      className="publish-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <PlaceFields host={host} isNew={place === null} where={where} onWhere={setWhere} />
      <ShownFields hideable={outlook.hideable} hidden={hidden} onHidden={setHidden} />
      {sending.step !== null && (
        <ProgressSteps label="Sending" steps={elsewhereSteps(host, sending.step, sending.ended)} />
      )}
      <Refusal failure={sending.failure} />
      {sending.failure?.kind === "conflict" && host === "github" && (
        <div>
          <Button isDisabled={sending.isBusy} onPress={() => send(true)}>
            Put it on top
          </Button>
        </div>
      )}
      <Button type="submit" variant="primary" size="large" isPending={sending.isBusy}>
        Send to {HOST_NAMES[host]}
      </Button>
    </form>
  );
}

type Where = Pick<ElsewhereWish, "name" | "branch" | "isPrivate">;

function PlaceFields(props: {
  readonly host: OtherHostId;
  readonly isNew: boolean;
  readonly where: Where;
  readonly onWhere: (where: Where) => void;
}) {
  const { host, isNew, where, onWhere } = props;
  const isGitHub = host === "github";
  return (
    <>
      <TextField
        label={isGitHub ? "Repository" : "Site name"}
        description={
          isGitHub
            ? "A new or an existing one: walks, or ada/walks."
            : "A new one, or one of yours."
        }
        value={where.name}
        onChange={(name) => onWhere({ ...where, name })}
        maxLength={200}
        autoComplete="off"
        isRequired
      />
      {isGitHub && (
        <TextField
          label="Branch"
          value={where.branch}
          onChange={(branch) => onWhere({ ...where, branch })}
          maxLength={100}
          autoComplete="off"
          isRequired
        />
      )}
      {isGitHub && isNew && (
        <Switch
          isSelected={where.isPrivate}
          onChange={(isPrivate) => onWhere({ ...where, isPrivate })}
          detail="If the repository is new. Its website then needs a paid plan at GitHub."
        >
          Make it private
        </Switch>
      )}
    </>
  );
}

function useSending(acts: ElsewhereActs, onSent: (place: ElsewherePlace) => void) {
  const [isBusy, setBusy] = useState(false);
  const [step, setStep] = useState<ElsewhereStep | null>(null);
  const [ended, setEnded] = useState<"not yet" | "well" | "badly">("not yet");
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (wish: ElsewhereWish) => {
    setBusy(true);
    setEnded("not yet");
    setFailure(null);
    const done = await acts.send(wish, setStep);
    setBusy(false);
    setEnded(done.ok ? "well" : "badly");
    if (done.ok) onSent(done.value);
    else setFailure(done.failure);
  };
  return { isBusy, step, ended, failure, run };
}
