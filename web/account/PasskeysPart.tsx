import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import type { AccountActs, KnownPasskey } from "./account-acts.ts";
import { hasPasskeys, makePasskey } from "./ask-for-passkey.ts";
import { deviceWords } from "./device-words.ts";
import { FailureNote } from "./FailureNote.tsx";
import { useAct } from "../ui/use-act.ts";

/** Passkeys: added, renamed, removed. */
export function PasskeysPart({ acts }: { readonly acts: AccountActs }) {
  const fact = useFact("passkeys", acts.passkeys);
  const { failure, isPending, run } = useAct();
  const renew = () => void fact.refetch();
  const add = async () => {
    const options = await acts.passkeyToAdd();
    if (!options.ok) return options;
    const made = await makePasskey(options.value);
    return made.ok ? acts.addPasskey(made.value, deviceWords(navigator.userAgent)) : made;
  };
  return (
    <AccountPart title="Passkeys" under="Sign in with your fingerprint, face or screen lock.">
      <Fact fact={fact} label="Looking up your passkeys">
        {(passkeys) => (
          <ul className="account-list">
            {passkeys.map((passkey) => (
              <PasskeyRow
                key={passkey.id}
                passkey={passkey}
                onRename={(name) => void run(() => acts.renamePasskey(passkey.id, name), renew)}
                onRemove={() => void run(() => acts.removePasskey(passkey.id), renew)}
              />
            ))}
            {passkeys.length === 0 && <li className="account-under">None yet.</li>}
          </ul>
        )}
      </Fact>
      <FailureNote failure={failure} />
      {hasPasskeys() && (
        <div>
          <Button isPending={isPending} onPress={() => void run(add, renew)}>
            Add a passkey
          </Button>
        </div>
      )}
    </AccountPart>
  );
}

interface PasskeyRowProps {
  readonly passkey: KnownPasskey;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

function PasskeyRow({ passkey, onRename, onRemove }: PasskeyRowProps) {
  const shown = passkey.name ?? "Passkey";
  const [name, setName] = useState<string | null>(null);
  if (name !== null) {
    return (
      <li>
        <form
          className="account-row"
          onSubmit={(event) => {
            event.preventDefault();
            setName(null);
            if (name.trim() !== "" && name !== shown) onRename(name.trim());
          }}
        >
          <TextField label="Name of the passkey" hideLabel value={name} onChange={setName} />
          <Button type="submit" size="small">
            Keep this name
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li className="account-row">
      <span>
        {shown}
        {passkey.createdAt && <small>Added {passkey.createdAt.toLocaleDateString()}</small>}
      </span>
      <span className="account-acts">
        <Button size="small" aria-label={`Rename ${shown}`} onPress={() => setName(shown)}>
          Rename
        </Button>
        <Button size="small" aria-label={`Remove ${shown}`} onPress={onRemove}>
          Remove
        </Button>
      </span>
    </li>
  );
}
