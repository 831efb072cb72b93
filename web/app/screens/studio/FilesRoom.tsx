import { FilesPanel } from "../../../workbench/files/FilesPanel.tsx";
import { useLocks, useProject, useStudio, useView } from "./studio-context.tsx";
import { openFile } from "./studio-view.ts";

/** The project's files. */
export function FilesRoom() {
  const { props, view, acts } = useStudio();
  const files = useProject((state) => state.files);
  const shown = useView((state) => state.shownFile);
  const searches = useView((state) => state.searches);
  const [locks, turnLock] = useLocks();
  return (
    <FilesPanel
      files={files}
      shown={shown}
      searches={searches}
      locked={locks.flatMap((lock) => (lock.kind === "file" ? lock.path : []))}
      onLock={(path) => turnLock({ kind: "file", path })}
      onChange={(changes, act) => props.project.apply(changes, act)}
      onUndo={acts.undo}
      onOpen={(place) => view.setState(openFile(place))}
    />
  );
}
