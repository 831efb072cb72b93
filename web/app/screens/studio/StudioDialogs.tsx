import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { CommandPalette } from "../../commands/CommandPalette.tsx";
import { ShortcutsHelp } from "../../commands/ShortcutsHelp.tsx";
import { useShortcuts } from "../../commands/use-shortcuts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { fileCommands, studioCommands } from "./studio-commands.ts";
import { GalleryDialog } from "./GalleryDialog.tsx";
import { OwnComponentDialog } from "./OwnComponentDialog.tsx";
import { ElsewhereSheet } from "./ElsewhereSheet.tsx";
import { PublishSheet } from "./PublishSheet.tsx";
import { runShortcut } from "./run-shortcut.ts";
import { useProject, useStudio, useView } from "./studio-context.tsx";

/** What opens over the studio: palette, help, a name asked for. Listens for the shortcuts too. */
export function StudioDialogs() {
  const studio = useStudio();
  const { view, props, acts } = studio;
  const dialog = useView((state) => state.dialog);
  const name = useProject((state) => state.name);
  const close = () => view.setState({ dialog: null });
  useShortcuts((id) => runShortcut(id, studio));
  return (
    <>
      <Palettes />
      <PublishSheet />
      <ElsewhereSheet />
      <OwnComponentDialog />
      <GalleryDialog />
      <ShortcutsHelp isOpen={dialog === "help"} onClose={close} />
      <NameDialog
        title="Rename the portfolio"
        label="Name"
        act="Rename"
        first={name}
        isOpen={dialog === "rename"}
        onClose={close}
        onName={(next) => props.project.rename(next)}
      />
      <NameDialog
        title="Save a version"
        label="What is it called?"
        act="Save"
        first=""
        isOpen={dialog === "version"}
        onClose={close}
        onName={(label) => void acts.saveVersion(label)}
      />
    </>
  );
}

function Palettes() {
  const studio = useStudio();
  const { view, props } = studio;
  const dialog = useView((state) => state.dialog);
  const close = () => view.setState({ dialog: null });
  const isPalette = dialog === "palette";
  // What a model could do is offered once it is known that there is one.
  useStore(props.chat.state, ({ offer }) => offer);
  useEffect(() => {
    if (isPalette) props.chat.prepare();
  }, [isPalette, props.chat]);
  const isFiles = dialog === "files";
  return (
    <>
      <CommandPalette
        isOpen={isPalette}
        onClose={close}
        commands={isPalette ? studioCommands(studio) : []}
        placeholder="What do you want to do?"
      />
      <CommandPalette
        isOpen={isFiles}
        onClose={close}
        commands={isFiles ? fileCommands(studio) : []}
        placeholder="Which file?"
      />
    </>
  );
}

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly act: string;
  readonly first: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog(props: NameDialogProps) {
  const { title, isOpen, onClose } = props;
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <NameForm {...props} />
    </Dialog>
  );
}

function NameForm({ label, act, first, onClose, onName }: NameDialogProps) {
  const [name, setName] = useState(first);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        onName(name.trim());
        onClose();
      }}
    >
      <TextField
        label={label}
        value={name}
        onChange={setName}
        maxLength={80}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks just this
        autoFocus
      />
      <div className="name-form-acts">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isDisabled={name.trim() === ""}>
          {act}
        </Button>
      </div>
    </form>
  );
}
