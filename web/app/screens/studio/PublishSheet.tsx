import { lazy } from "react";
import { ActsSheet } from "./ActsSheet.tsx";
import { useStudio } from "./studio-context.tsx";

const PublishPanel = lazy(() =>
  import("../../../publish/PublishPanel.tsx").then((module) => ({ default: module.PublishPanel })),
);

/** Publishing, over the studio. */
export function PublishSheet() {
  const { props } = useStudio();
  return <ActsSheet dialog="publish" title="Publish" load={props.publish} Panel={PublishPanel} />;
}
