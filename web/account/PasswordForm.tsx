import { useState } from "react";
import { newPasswordProblem } from "./new-password.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { AccountActs } from "./account-acts.ts";
import { FailureNote } from "./FailureNote.tsx";
import { useAct } from "../ui/use-act.ts";

export type Way = "sign-in" | "sign-up";

export interface PasswordFormProps {
  readonly way: Way;
  readonly acts: AccountActs;
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onDone: (name: string) => void;
}

/** E-mail and password, and a name for a new account. */
export function PasswordForm({ way, acts, email, onEmail, onDone }: PasswordFormProps) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { isPending, failure, run } = useAct();
  const isNew = way === "sign-up";
  const send = () =>
    run(
      async () => {
        const sent = isNew
          ? await acts.signUp(name.trim(), email.trim(), password)
          : await acts.signIn(email.trim(), password);
        return sent.ok ? acts.whoIsThere() : sent;
      },
      (there) => onDone(there?.person.name ?? email),
    );
  const rule = `At least ${SIGN_IN.passwordLength} characters. A few words are easy to remember.`;
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isNew && (
        <TextField label="Name" autoComplete="name" value={name} onChange={setName} isRequired />
      )}
      <TextField
        label="E-mail"
        type="email"
        autoComplete={isNew ? "email" : "username"}
        value={email}
        onChange={onEmail}
        isRequired
      />
      <TextField
        label="Password"
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        value={password}
        onChange={setPassword}
        isRequired
        {...(isNew ? { description: rule, validate: newPasswordProblem } : {})}
      />
      <FailureNote failure={failure} />
      <Button type="submit" variant="primary" isPending={isPending}>
        {isNew ? "Make the account" : "Sign in"}
      </Button>
    </form>
  );
}
