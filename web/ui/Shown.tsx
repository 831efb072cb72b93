import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { ErrorState } from "./ErrorState.tsx";
import { Skeleton } from "./Skeleton.tsx";
import type { Reading } from "./use-read.ts";

/** What is read as it comes: its shape while it is waited for, what to do when it fails, then itself. */
export function Shown<T>(props: {
  readonly reading: Reading<T>;
  readonly label: string;
  /** Of the shape that stands there meanwhile. */
  readonly lines?: number;
  readonly onAgain: () => void;
  readonly children: (value: T) => ReactNode;
}) {
  const { reading, label, lines = 4, onAgain, children } = props;
  if (reading.status === "waiting") return <Skeleton label={label} lines={lines} />;
  if (reading.status === "there") return children(reading.value);
  return (
    <ErrorState
      failure={reading.failure}
      action={
        <Button size="small" onPress={onAgain}>
          Try again
        </Button>
      }
    />
  );
}
