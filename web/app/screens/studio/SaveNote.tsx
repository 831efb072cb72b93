import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Failure } from "../../../../shared/failure.ts";
import { when } from "../../../portfolio/panels/history/when.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { syncStore, syncWords } from "../../flows/sync-words.ts";
import { useProject, useStudio } from "./studio-context.tsx";

const MINUTE_MS = 60_000;

/** Whether the work is kept: said quietly while it is, plainly when it isn't. */
export function SaveNote() {
  const { project, unkept } = useStudio().props;
  const save = useProject((state) => state.save);
  const now = useMinute(save.at);
  const elsewhere = syncWords(useStore(syncStore, ({ state }) => state));
  if (save.status === "failed") {
    return (
      <Unsaved words="Not saved" failure={save.failure} onRetry={() => void project.flush()} />
    );
  }
  if (unkept !== null) return <Unsaved words="Only in this tab" failure={unkept} />;
  const words =
    save.status === "saving" || save.at === null ? "Saving…" : `Saved ${when(save.at, now)}`;
  return (
    <span className="save-note">
      {words}
      {elsewhere !== "" && <span className="wide-only">, {elsewhere}</span>}
    </span>
  );
}

interface UnsavedProps {
  readonly words: string;
  readonly failure: Failure | undefined;
  readonly onRetry?: () => void;
}

function Unsaved({ words, failure, onRetry }: UnsavedProps) {
  return (
    <>
      <span className="visually-hidden" role="alert">
        {words}
      </span>
      <Popover
        label="Why it isn’t saved"
        trigger={
          <Button variant="quiet" size="small" className="save-failed">
            <Icon name="triangle-alert" size={16} />
            {words}
          </Button>
        }
      >
        {failure !== undefined && (
          <ErrorState
            failure={failure}
            action={
              failure.retryable &&
              onRetry !== undefined && (
                <Button size="small" onPress={onRetry}>
                  Try again
                </Button>
              )
            }
          />
        )}
      </Popover>
    </>
  );
}

/** The present, renewed each minute, and never before the last save. Epoch milliseconds. */
function useMinute(savedAt: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, savedAt ?? 0);
}
