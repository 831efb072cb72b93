import { lazy } from "react";
import { ActsSheet } from "./ActsSheet.tsx";
import { useStudio } from "./studio-context.tsx";

const ElsewherePanel = lazy(() =>
  import("../../../publish/ElsewherePanel.tsx").then((module) => ({
    default: module.ElsewherePanel,
  })),
);

/** Sending to other hosts, over the studio. */
export function ElsewhereSheet() {
  const { props } = useStudio();
  return (
    <ActsSheet
      dialog="elsewhere"
      title="Send to another host"
      load={props.elsewhere}
      Panel={ElsewherePanel}
    />
  );
}
