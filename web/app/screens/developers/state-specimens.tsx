import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorBoundary } from "../../../ui/ErrorBoundary.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { ProgressSteps } from "../../../ui/ProgressSteps.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Splitter } from "../../../ui/Splitter.tsx";
import type { Specimen } from "./specimen.ts";

const Empty = () => (
  <EmptyState
    title="No versions yet"
    text="One is kept when you save, restore, or change the template."
    action={<Button>Save a version</Button>}
  />
);

const Failed = () => (
  <ErrorState
    failure={{
      kind: "storage-full",
      message: "There is no room left in this browser’s storage.",
      nextStep:
        "Your site is still open and nothing is lost. Export the project, then delete an old one.",
      detail: "QuotaExceededError: 2.1 GB of 2.1 GB used",
      retryable: true,
    }}
    action={<Button>Export the project</Button>}
  />
);

function Falling({ isBroken }: { readonly isBroken: boolean }) {
  if (isBroken) throw new Error("Broken on purpose");
  return <p>All is well.</p>;
}

function Boundary() {
  const [isBroken, setBroken] = useState(false);
  return (
    <div className="kit-stack">
      <div className="kit-row">
        <Button onPress={() => setBroken(!isBroken)}>{isBroken ? "Mend it" : "Break it"}</Button>
      </div>
      <ErrorBoundary name="This example" resetKey={isBroken}>
        <Falling isBroken={isBroken} />
      </ErrorBoundary>
    </div>
  );
}

const Waits = () => (
  <div className="kit-stack">
    <Skeleton label="Opening the editor" lines={4} />
    <ProgressSteps
      label="Reading"
      steps={[
        { name: "Text", state: "done", ms: 182, detail: "2 pages" },
        { name: "Sections", state: "done", ms: 0.4 },
        { name: "Fields", state: "now" },
        { name: "Site", state: "waiting" },
      ]}
    />
    <ProgressSteps
      label="Building"
      steps={[
        { name: "Packages", state: "done", ms: 1240 },
        { name: "Styles", state: "failed", ms: 90 },
      ]}
    />
  </div>
);

function Panes() {
  const [width, setWidth] = useState(140);
  return (
    <div className="kit-panes">
      <Splitter
        label="Width of the left pane"
        direction="columns"
        sized="first"
        size={width}
        min={80}
        max={320}
        onResize={setWidth}
        onReset={() => setWidth(140)}
        first={<p>Panel</p>}
        second={<p>Site</p>}
      />
    </div>
  );
}

const Icons = () => (
  <div className="kit-row">
    <Icon name="globe" />
    <Icon name="undo-2" size={16} />
    <Icon name="triangle-alert" label="Warning" />
  </div>
);

export const STATE_SPECIMENS: readonly Specimen[] = [
  { name: "EmptyState", Show: Empty },
  { name: "ErrorState", Show: Failed },
  { name: "ErrorBoundary", Show: Boundary },
  { name: "Skeleton, ProgressSteps", Show: Waits },
  { name: "Splitter", Show: Panes },
  { name: "Icon", Show: Icons },
];
