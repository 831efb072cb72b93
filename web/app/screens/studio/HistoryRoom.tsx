import { useState } from "react";
import { HistoryPanel } from "../../../portfolio/panels/history/HistoryPanel.tsx";
import { FileDiff } from "../../../workbench/diff/FileDiff.tsx";
import { useProject, useStudio, useView } from "./studio-context.tsx";

/** The portfolio's versions. */
export function HistoryRoom() {
  const { props, view, acts } = useStudio();
  const { project } = props;
  const files = useProject((state) => state.files);
  const savedAt = useProject((state) => state.save.at);
  const versions = useView((state) => state.versions);
  const revision = `${versions}/${savedAt}`;
  const [list, setList] = useState({ revision, read: () => project.listVersions() });
  if (list.revision !== revision) {
    setList({ revision, read: () => project.listVersions() });
  }
  return (
    <HistoryPanel
      files={files}
      listVersions={list.read}
      readVersion={(id) => project.readVersion(id)}
      onRestore={(version) => void acts.restore(version)}
      onBranch={(version) => void acts.branch(version)}
      onSave={() => view.setState({ dialog: "version" })}
      renderDiff={(file) => <FileDiff {...file} />}
    />
  );
}
