import { lazy, Suspense, useEffect, useState } from "react";
import type { PublishActs } from "../../../publish/publish-acts.ts";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { useStudio, useView } from "./studio-context.tsx";

const PublishPanel = lazy(() =>
  import("../../../publish/PublishPanel.tsx").then((module) => ({ default: module.PublishPanel })),
);

/** Publishing, over the studio; loaded when it is first opened. */
export function PublishSheet() {
  const { view, props } = useStudio();
  const isOpen = useView((state) => state.dialog === "publish") && !props.isCovered;
  return (
    <Sheet
      title="Publish"
      width="440px"
      isOpen={isOpen}
      onOpenChange={(open) => !open && view.setState({ dialog: null })}
    >
      <Inside load={props.publish} />
    </Sheet>
  );
}

function Inside({ load }: { readonly load: () => Promise<PublishActs> }) {
  const [acts, setActs] = useState<PublishActs | null>(null);
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
      <PublishPanel acts={acts} />
    </Suspense>
  );
}
