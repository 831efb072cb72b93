import { useState } from "react";
import type { FileChange, ProjectFiles, ProjectPath } from "../../../shared/project.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { answerPath, type PathQuestion } from "./path-answer.ts";

export type { PathQuestion } from "./path-answer.ts";

export interface PathDialogProps {
  readonly question: PathQuestion | null;
  readonly files: ProjectFiles;
  readonly onChange: (changes: readonly FileChange[], act: { readonly label: string }) => void;
  readonly onOpen: (path: ProjectPath) => void;
  readonly onClose: () => void;
}

/** Asks for the path of a new file, or for a new path of one. */
export function PathDialog(props: PathDialogProps) {
  const { question, onClose } = props;
  return (
    <Dialog
      isOpen={question !== null}
      onOpenChange={(open) => !open && onClose()}
      title={question?.kind === "rename" ? "Rename or move" : "New file"}
    >
      {question !== null && <PathForm {...props} question={question} />}
    </Dialog>
  );
}

function PathForm({
  question,
  files,
  onChange,
  onOpen,
  onClose,
}: PathDialogProps & { readonly question: PathQuestion }) {
  const [typed, setTyped] = useState(question.kind === "rename" ? question.path : question.folder);
  const [error, setError] = useState<string>();
  const submit = () => {
    const answer = answerPath(files, question, typed);
    if (!answer.ok) return setError(`${answer.failure.message} ${answer.failure.nextStep}`);
    const { changes, label, path } = answer.value;
    if (changes.length > 0) onChange(changes, { label });
    if (question.kind === "create") onOpen(path);
    onClose();
  };
  return (
    <form
      className="path-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label="Path in the project"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setError(undefined);
        }}
        {...(error ? { error } : {})}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks just this
        autoFocus
      />
      <div className="path-form-acts">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" variant="primary">
          {question.kind === "rename" ? "Rename" : "Create"}
        </Button>
      </div>
    </form>
  );
}
