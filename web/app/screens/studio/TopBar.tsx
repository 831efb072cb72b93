import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { NameMenu } from "./NameMenu.tsx";
import { SandboxChip } from "./SandboxChip.tsx";
import { SaveNote } from "./SaveNote.tsx";
import { useProject, useStudio } from "./studio-context.tsx";

/** Name, save state, undo, what still wants a look, sandbox, export, publish. */
export function TopBar() {
  const { review } = useStudio().props;
  return (
    <header className="top-bar">
      <h1 className="visually-hidden">Studio</h1>
      <NameMenu />
      <SaveNote />
      <span className="top-bar-space" />
      {review !== null && review.uncertain > 0 && (
        <Chip tone="warn" onPress={() => review.open()}>
          Check {review.uncertain}
          <span className="wide-only"> {review.uncertain === 1 ? "field" : "fields"}</span>
        </Chip>
      )}
      <UndoRedo />
      <SandboxChip />
      <ExportMenu />
      <PublishButton />
    </header>
  );
}

function PublishButton() {
  const { view } = useStudio();
  return (
    <Button variant="primary" onPress={() => view.setState({ dialog: "publish" })}>
      Publish
    </Button>
  );
}

function UndoRedo() {
  const { acts, isPhone } = useStudio();
  const undo = useProject((state) => state.canUndo);
  const redo = useProject((state) => state.canRedo);
  return (
    <span className="top-bar-undo">
      <IconButton
        label={undo === null ? "Nothing to undo" : `Undo: ${undo}`}
        shortcut="Mod+Z"
        icon="undo-2"
        isDisabled={undo === null}
        onPress={() => acts.undo()}
      />
      {!isPhone && (
        <IconButton
          label={redo === null ? "Nothing to redo" : `Redo: ${redo}`}
          shortcut="Mod+Shift+Z"
          icon="redo-2"
          isDisabled={redo === null}
          onPress={() => acts.redo()}
        />
      )}
    </span>
  );
}
