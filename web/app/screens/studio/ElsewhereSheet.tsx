import { lazy, Suspense, useEffect, useState } from "react";
import type { ElsewhereActs } from "../../../publish/elsewhere-acts.ts";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { useStudio, useView } from "./studio-context.tsx";

const ElsewherePanel = lazy(() =>
  import("../../../publish/ElsewherePanel.tsx").then((module) => ({
    default: module.ElsewherePanel,
  })),
);

/** Sending to other hosts, over the studio; loaded when it is first opened. */
export function ElsewhereSheet() {
  const { view, props } = useStudio();
  const isOpen = useView((state) => state.dialog === "elsewhere") && !props.isCovered;
  return (
    <Sheet
      title="Send to another host"
      width="440px"
      isOpen={isOpen}
      onOpenChange={(open) => !open && view.setState({ dialog: null })}
    >
      <Inside load={props.elsewhere} />
    </Sheet>
  );
}

function Inside({ load }: { readonly load: () => Promise<ElsewhereActs> }) {
  const [acts, setActs] = useState<ElsewhereActs | null>(null);
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
      <ElsewherePanel acts={acts} />
    </Suspense>
  );
}
