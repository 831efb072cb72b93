import { useState } from "react";
import { newPasswordProblem } from "./new-password.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/Toast.tsx";
import { AccountPart } from "./AccountPart.tsx";
import type { AccountActs, Person } from "./account-acts.ts";
import { FailureNote } from "./FailureNote.tsx";
import { useAct } from "../ui/use-act.ts";

export interface ProfilePartProps {
  readonly acts: AccountActs;
  readonly person: Person;
  readonly onRenamed: (name: string) => void;
}

/** Name and address. */
export function ProfilePart({ acts, person, onRenamed }: ProfilePartProps) {
  const [name, setName] = useState(person.name);
  const { failure, isPending, run } = useAct();
  return (
    <AccountPart title="You" under={person.email}>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run(
            () => acts.rename(name.trim()),
            () => onRenamed(name.trim()),
          );
        }}
      >
        <TextField label="Name" autoComplete="name" value={name} onChange={setName} isRequired />
        <FailureNote failure={failure} />
        <div>
          <Button type="submit" isPending={isPending} isDisabled={name.trim() === person.name}>
            Save the name
          </Button>
        </div>
      </form>
    </AccountPart>
  );
}

/** A new password; all other devices are signed out by it. */
export function PasswordPart(props: { readonly acts: AccountActs; readonly onDone: () => void }) {
  const { acts } = props;
  const [present, setPresent] = useState("");
  const [next, setNext] = useState("");
  const { failure, isPending, run } = useAct();
  const done = () => {
    setPresent("");
    setNext("");
    // This device goes on in a session of its own.
    props.onDone();
    showToast({ title: "Your password is new", detail: "All other devices are signed out." });
  };
  return (
    <AccountPart title="Password" under="A new one signs you out on all other devices.">
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => acts.changePassword(present, next), done);
        }}
      >
        <TextField
          label="Present password"
          type="password"
          autoComplete="current-password"
          value={present}
          onChange={setPresent}
          isRequired
        />
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          validate={newPasswordProblem}
          description={`At least ${SIGN_IN.passwordLength} characters.`}
          value={next}
          onChange={setNext}
          isRequired
        />
        <FailureNote failure={failure} />
        <div>
          <Button type="submit" isPending={isPending}>
            Change the password
          </Button>
        </div>
      </form>
    </AccountPart>
  );
}
