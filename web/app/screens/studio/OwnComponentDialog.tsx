import { useStore } from "zustand";
import type { Trial } from "../../../sandbox/open-trial.ts";
import type { OwnWish } from "../../flows/own-wish.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { tellFailure } from "./studio-acts.ts";
import { useStudio } from "./studio-context.tsx";
import "./own-component.css";

/** A part that a model has written, beside the one that is there: take it, have another, keep one’s own. */
export function OwnComponentDialog() {
  const { own, project } = useStudio().props;
  const wish = useStore(own.state);
  if (wish === null) return null;
  const { phase, component } = wish;
  const take = () => {
    const taken = own.take();
    if (!taken.ok) return tellFailure(taken.failure);
    const undo = { label: "Undo", onPress: () => project.undo() };
    showToast({ title: `${component.name} is the new one`, topic: "undo", action: undo });
  };
  const isAsking = phase === "writing" || phase === "checking";
  return (
    <Dialog
      title={`Another ${component.name.toLowerCase()}`}
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && own.close()}
      acts={
        <>
          <Button onPress={own.close}>Keep mine</Button>
          {!isAsking && (
            <Button onPress={own.another}>{phase === "failed" ? "Try again" : "Another"}</Button>
          )}
          <Button variant="primary" isDisabled={phase !== "ready"} onPress={take}>
            Take it
          </Button>
        </>
      }
    >
      <output className="own-said">{SAID[phase]}</output>
      {wish.failure && <ErrorState failure={wish.failure} />}
      {wish.why !== null && (
        <p className="own-why">
          What the model wrote can’t be used: {wish.why}. Yours stays; another may do better.
        </p>
      )}
      {wish.mine !== null && <Panes wish={wish} />}
    </Dialog>
  );
}

const SAID: Readonly<Record<OwnWish["phase"], string>> = {
  writing: "The model is writing it from your data …",
  checking:
    "It is built and looked at in a sandbox of its own: that it renders, that everybody can read it, that it asks for nothing outside …",
  ready: "It is built and checked. Nothing of your site has changed yet.",
  refused: "Your site is as it was.",
  failed: "Your site is as it was.",
};

function Panes({ wish }: { readonly wish: OwnWish }) {
  const { mine, proposed, phase } = wish;
  return (
    <div className="own-panes">
      {mine !== null && <Pane name="As it is" trial={mine} isCovered={false} />}
      {proposed !== null && phase !== "refused" && (
        <Pane name="The new one" trial={proposed} isCovered={phase !== "ready"} />
      )}
    </div>
  );
}

/** Names a trial for React: another one is another frame. */
const keys = new WeakMap<Trial, number>();
let count = 0;
function keyOf(trial: Trial): number {
  const key = keys.get(trial) ?? (count += 1);
  keys.set(trial, key);
  return key;
}

function Pane(props: {
  readonly name: string;
  readonly trial: Trial;
  /** It runs there, but isn’t checked yet. */
  readonly isCovered: boolean;
}) {
  const { name, trial, isCovered } = props;
  const { PreviewFrame } = useStudio().props;
  return (
    <figure className="own-pane">
      <figcaption>{name}</figcaption>
      <div className="own-frame">
        <PreviewFrame
          key={keyOf(trial)}
          sandbox={trial}
          className={isCovered ? "own-unseen" : "own-seen"}
          inert={isCovered}
        />
      </div>
    </figure>
  );
}
