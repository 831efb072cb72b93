import { useState } from "react";
import { DELETE_WORDS, privacy } from "../../shared/api/privacy.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { AccountPart } from "./AccountPart.tsx";
import { FailureNote } from "./FailureNote.tsx";
import { signInPath } from "./return-path.ts";
import { useAct } from "../ui/use-act.ts";

/** Everything put into one ZIP can take a while, in milliseconds. */
const EXPORT_PATIENCE_MS = 120_000;

export interface PrivacyPartProps {
  readonly client: ApiClient;
  readonly onDeleted: () => void;
}

/** Everything about oneself: to take along, or to be gone. */
export function PrivacyPart({ client, onDeleted }: PrivacyPartProps) {
  const { failure, isPending, run } = useAct();
  const take = () =>
    run(
      () => client.download(privacy.export, {}, { timeoutMs: EXPORT_PATIENCE_MS }),
      (zip) => saveAs(zip, "everything-about-me.zip"),
    );
  return (
    <AccountPart
      title="What we keep of you"
      under="Your account, portfolios and their versions, encrypted. Take all of it, or have it deleted."
    >
      <FailureNote failure={failure} />
      <div className="account-acts">
        <Button isPending={isPending} onPress={() => void take()}>
          Download everything
        </Button>
        <Dialog
          title="Delete your account"
          role="alertdialog"
          trigger={<Button variant="danger">Delete my account</Button>}
        >
          {({ close }) => <DeleteForm client={client} onDeleted={onDeleted} onCancel={close} />}
        </Dialog>
      </div>
    </AccountPart>
  );
}

function DeleteForm(props: PrivacyPartProps & { readonly onCancel: () => void }) {
  const [words, setWords] = useState("");
  const [password, setPassword] = useState("");
  const { failure, isPending, run } = useAct();
  const body = { confirmation: words.trim(), ...(password === "" ? {} : { password }) };
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => props.client.call(privacy.deleteMe, { body }), props.onDeleted);
      }}
    >
      <p>
        Your account and everything in it is deleted for good, on all devices you are signed in on.
        What this browser keeps stays here.
      </p>
      <TextField
        label={`Type “${DELETE_WORDS}”`}
        autoComplete="off"
        value={words}
        onChange={setWords}
        isRequired
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        description={`No password? Leave this empty, and have signed in within the last ${SIGN_IN.freshMs / 60_000} minutes.`}
        value={password}
        onChange={setPassword}
      />
      <FailureNote
        failure={failure}
        way={
          failure?.kind === "unauthenticated" && (
            <a className="ui-link" href={signInPath("/account")}>
              Sign in again
            </a>
          )
        }
      />
      <div className="account-acts">
        <Button onPress={props.onCancel}>Keep my account</Button>
        <Button
          type="submit"
          variant="danger"
          isPending={isPending}
          isDisabled={words.trim() !== DELETE_WORDS}
        >
          Delete for good
        </Button>
      </div>
    </form>
  );
}

function saveAs(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
