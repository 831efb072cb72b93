import { Suspense, useEffect, useState, type ComponentType } from "react";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { useStudio, useView } from "./studio-context.tsx";
import type { DialogId } from "./studio-view.ts";

interface ActsSheetProps<T> {
  /** The studio's dialog that it is. */
  readonly dialog: DialogId;
  readonly title: string;
  /** Gives what the panel can do; called when the sheet is first shown. */
  readonly load: () => Promise<T>;
  readonly Panel: ComponentType<{ readonly acts: T }>;
}

/** A sheet over the studio whose panel, and what the panel can do, are loaded when it is opened. */
export function ActsSheet<T>({ dialog, title, ...inside }: ActsSheetProps<T>) {
  const { view, props } = useStudio();
  const isOpen = useView((state) => state.dialog === dialog) && !props.isCovered;
  return (
    <Sheet
      title={title}
      width="440px"
      isOpen={isOpen}
      onOpenChange={(open) => !open && view.setState({ dialog: null })}
    >
      <Inside {...inside} />
    </Sheet>
  );
}

function Inside<T>({ load, Panel }: Pick<ActsSheetProps<T>, "load" | "Panel">) {
  const [acts, setActs] = useState<T | null>(null);
  useEffect(() => {
    let isLeft = false;
    void load().then((loaded) => !isLeft && setActs(() => loaded));
    return () => {
      isLeft = true;
    };
  }, [load]);
  const waiting = <Skeleton lines={5} label="Opening the sheet" />;
  if (acts === null) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Panel acts={acts} />
    </Suspense>
  );
}
