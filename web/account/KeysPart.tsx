import { useState } from "react";
import { keys, type ApiKeyEntry } from "../../shared/api/keys.ts";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import { FailureNote } from "./FailureNote.tsx";
import { expiryWords, useWords } from "./key-words.ts";
import { useAct } from "../ui/use-act.ts";

/** A key that was made just now: nobody shows it again. */
interface Shown {
  readonly name: string;
  readonly key: string;
}

/** Keys for the API: made, listed, rotated, revoked. */
export function KeysPart({ client }: { readonly client: ApiClient }) {
  const fact = useFact("keys", () => client.call(keys.list, {}));
  const [shown, setShown] = useState<Shown | null>(null);
  const renew = () => void fact.refetch();
  const onMade = (made: Shown) => {
    setShown(made);
    renew();
  };
  return (
    <AccountPart
      title="API keys"
      under="A key lets a program make, change and delete sites in your name. Your limits hold for it too."
    >
      {shown !== null && <NewlyMade {...shown} />}
      <Fact fact={fact} label="Looking up your keys">
        {({ keys: all }) =>
          all.length > 0 && (
            <ul className="account-list">
              {all.map((one) => (
                <KeyRow key={one.id} one={one} client={client} onMade={onMade} onRevoked={renew} />
              ))}
            </ul>
          )
        }
      </Fact>
      <NewKeyForm client={client} onMade={onMade} />
    </AccountPart>
  );
}

const NewlyMade = ({ name, key }: Shown) => (
  <output className="account-new-key">
    <p>The key “{name}”. Copy it now: it is shown this once.</p>
    <code>{key}</code>
  </output>
);

interface KeyRowProps {
  readonly one: ApiKeyEntry;
  readonly client: ApiClient;
  readonly onMade: (made: Shown) => void;
  readonly onRevoked: () => void;
}

function KeyRow({ one, client, onMade, onRevoked }: KeyRowProps) {
  const { failure, isPending, run } = useAct();
  const [now] = useState(Date.now);
  const order = { params: { keyId: one.id } };
  const rotate = () =>
    run(
      () => client.call(keys.rotate, order),
      ({ key }) => onMade({ name: one.name, key }),
    );
  const revoke = () => run(() => client.call(keys.revoke, order), onRevoked);
  return (
    <li>
      <div className="account-row">
        <span>
          {one.name} <code>{one.start}…</code>
          <small>
            {expiryWords(one, now)}. {useWords(one)}
          </small>
        </span>
        <span className="account-acts">
          <Button
            size="small"
            aria-label={`Rotate ${one.name}`}
            isPending={isPending}
            onPress={() => void rotate()}
          >
            Rotate
          </Button>
          <Button size="small" aria-label={`Revoke ${one.name}`} onPress={() => void revoke()}>
            Revoke
          </Button>
        </span>
      </div>
      <FailureNote failure={failure} />
    </li>
  );
}

function NewKeyForm({ client, onMade }: Pick<KeyRowProps, "client" | "onMade">) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("");
  const { failure, isPending, run } = useAct();
  const make = () => {
    const expiresInDays = days === "" ? null : Number(days);
    return run(
      () => client.call(keys.make, { body: { name: name.trim(), expiresInDays } }),
      ({ key }) => {
        onMade({ name: name.trim(), key });
        setName("");
        setDays("");
      },
    );
  };
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextField
        label="What the key is for"
        value={name}
        onChange={setName}
        maxLength={60}
        isRequired
      />
      <TextField
        label="Days until it expires"
        description="Empty: it holds until you revoke it."
        inputMode="numeric"
        pattern="[0-9]{0,3}"
        value={days}
        onChange={setDays}
      />
      <FailureNote failure={failure} />
      <div>
        <Button type="submit" isPending={isPending}>
          Make a key
        </Button>
      </div>
    </form>
  );
}
