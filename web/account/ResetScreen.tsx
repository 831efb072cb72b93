import { useState } from "react";
import { newPasswordProblem } from "./new-password.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { AccountActs } from "./account-acts.ts";
import { FailureNote } from "./FailureNote.tsx";
import { AccountFrame } from "./SignInScreen.tsx";
import { useAct } from "../ui/use-act.ts";

/** A new password by the link of a letter. */
export function ResetScreen(props: { readonly acts: AccountActs; readonly token: string }) {
  const [password, setPassword] = useState("");
  const [isDone, setIsDone] = useState(false);
  const { isPending, failure, run } = useAct();
  return (
    <AccountFrame back="/sign-in" backWords="Sign in">
      <h1>{isDone ? "Your password is new" : "Choose a new password"}</h1>
      <p className="account-under">
        {isDone
          ? "You are signed out everywhere else. Sign in with the new one."
          : "With it you are signed out on all devices."}
      </p>
      {isDone ? (
        <a className="ui-link" href="/sign-in">
          Sign in
        </a>
      ) : (
        <form
          className="account-form"
          onSubmit={(event) => {
            event.preventDefault();
            void run(
              () => props.acts.reset(props.token, password),
              () => setIsDone(true),
            );
          }}
        >
          <TextField
            label="New password"
            type="password"
            autoComplete="new-password"
            description={`At least ${SIGN_IN.passwordLength} characters.`}
            validate={newPasswordProblem}
            value={password}
            onChange={setPassword}
            isRequired
          />
          <FailureNote failure={failure} />
          <Button type="submit" variant="primary" isPending={isPending}>
            Set the password
          </Button>
        </form>
      )}
    </AccountFrame>
  );
}
