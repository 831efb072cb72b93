import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { AccountActs } from "./account-acts.ts";
import { FailureNote } from "./FailureNote.tsx";
import { useAct } from "../ui/use-act.ts";

export interface ForgottenFormProps {
  readonly acts: AccountActs;
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onBack: () => void;
}

/** Asks for the letter with the link. What it says doesn't tell whether there is such an account. */
export function ForgottenForm({ acts, email, onEmail, onBack }: ForgottenFormProps) {
  const [isSent, setIsSent] = useState(false);
  const { isPending, failure, run } = useAct();
  if (isSent) {
    return (
      <>
        <output>
          If there is an account with {email}, a letter is on its way. Look among unwanted mail too.
        </output>
        <Button onPress={onBack}>Back to signing in</Button>
      </>
    );
  }
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run(
          () => acts.askForReset(email.trim()),
          () => setIsSent(true),
        );
      }}
    >
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        value={email}
        onChange={onEmail}
        isRequired
      />
      <FailureNote failure={failure} />
      <Button type="submit" variant="primary" isPending={isPending}>
        Send the link
      </Button>
      <Button variant="quiet" onPress={onBack}>
        Back to signing in
      </Button>
    </form>
  );
}
