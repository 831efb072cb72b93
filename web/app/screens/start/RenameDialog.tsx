import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { StartPortfolio, StartScreenProps } from "./start-screen-props.ts";

export interface RenameDialogProps {
  /** `null` when closed. */
  readonly portfolio: StartPortfolio | null;
  readonly onRename: StartScreenProps["onRename"];
  readonly onClose: () => void;
}

/** Asks for a new name; stays open and says why when it can't be kept. */
export function RenameDialog({ portfolio, onRename, onClose }: RenameDialogProps) {
  return (
    <Dialog
      title="Rename portfolio"
      isOpen={portfolio !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {portfolio !== null && (
        <RenameForm portfolio={portfolio} onRename={onRename} onClose={onClose} />
      )}
    </Dialog>
  );
}

function RenameForm(props: RenameDialogProps & { readonly portfolio: StartPortfolio }) {
  const { portfolio, onRename, onClose } = props;
  const [name, setName] = useState(portfolio.name);
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const submit = async () => {
    if (name.trim() === "") return setError("A portfolio needs a name.");
    setPending(true);
    const outcome = await onRename(portfolio.id, name.trim());
    setPending(false);
    if (outcome.ok) return onClose();
    setError(`${outcome.failure.message} ${outcome.failure.nextStep}`);
  };
  return (
    <form
      className="rename-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label="Name"
        value={name}
        onChange={(next) => {
          setName(next);
          setError(undefined);
        }}
        {...(error === undefined ? {} : { error })}
        // Renaming is why the dialog was opened.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <div className="rename-acts">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          Rename
        </Button>
      </div>
    </form>
  );
}
