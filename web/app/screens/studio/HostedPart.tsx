import { useEffect, useState } from "react";
import type { Failure } from "../../../../shared/failure.ts";
import { Button } from "../../../ui/Button.tsx";
import { Link } from "../../../ui/Link.tsx";
import type { HostedActs } from "../../flows/hosted-acts.ts";
import { HostedLinkForm } from "./HostedLinkForm.tsx";
import { hostedState } from "./sandbox-words.ts";

type Seen = Awaited<ReturnType<HostedActs["look"]>>;
type View = NonNullable<Extract<Seen, { ok: true }>["value"]>;

export interface HostedPartProps {
  readonly acts: HostedActs;
  /** It is stopped or gone: the site goes on in the browser. */
  readonly onLeave: () => void;
}

const RUNS = ["running", "idle"];
const MOVING = ["queued", "creating", "building", "stopping"];
/** Between two looks while the menu is open, in milliseconds. */
const MOVING_MS = 3_000;
const STANDING_MS = 10_000;
const CAN_STOP = [...RUNS, "queued"];

/** The open portfolio's hosted sandbox, where it has one: its state, its link, stop and delete. */
export function HostedPart({ acts, onLeave }: HostedPartProps) {
  const [view, setView] = useState<View | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  // Who isn't reached shows nothing here: what is wrong is said by the act that needs it.
  const show = (seen: Seen) => setView(seen.ok ? seen.value : null);
  useEffect(() => {
    let isLeft = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const seen = await acts.look();
      if (isLeft) return;
      setView(seen.ok ? seen.value : null);
      const isMoving = seen.ok && seen.value !== null && MOVING.includes(seen.value.status);
      timer = setTimeout(() => void look(), isMoving ? MOVING_MS : STANDING_MS);
    };
    void look();
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [acts]);
  if (view === null) return null;

  const act = async (what: "stop" | "remove") => {
    setBusy(true);
    onLeave();
    const done = await acts[what]();
    setFailure(done.ok ? null : done.failure);
    show(await acts.look());
    setBusy(false);
  };
  const runs = RUNS.includes(view.status);
  return (
    <section className="hosted-part" aria-label="Hosted preview">
      <p className="sandbox-why">{hostedState(view, shownDay)}</p>
      {runs && (
        <p>
          <Link href={view.preview_url} isExternal>
            Open it in a window
          </Link>
        </p>
      )}
      {runs && <HostedLinkForm acts={acts} />}
      {failure !== null && (
        <p role="alert" className="sandbox-why">
          {failure.message} {failure.nextStep}
        </p>
      )}
      <div className="sandbox-acts">
        {CAN_STOP.includes(view.status) && (
          <Button size="small" isDisabled={isBusy} onPress={() => void act("stop")}>
            Stop it
          </Button>
        )}
        <DeleteButton isDisabled={isBusy} onDelete={() => void act("remove")} />
      </div>
    </section>
  );
}

/** The second press means it. */
function DeleteButton(props: { readonly isDisabled: boolean; readonly onDelete: () => void }) {
  const [isSure, setSure] = useState(false);
  const press = () => (isSure ? props.onDelete() : setSure(true));
  return (
    <Button size="small" variant="quiet" isDisabled={props.isDisabled} onPress={press}>
      {isSure ? "Delete it with what was made on it" : "Delete it"}
    </Button>
  );
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const shownDay = (at: number): string => DAY.format(at);
