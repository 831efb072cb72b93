import { useState } from "react";
import { HOST_NAMES, type OtherHostId } from "../../shared/site/elsewhere.ts";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useAct } from "../ui/use-act.ts";
import type { ElsewhereActs } from "./elsewhere-acts.ts";
import { TOKEN_WORDS } from "./elsewhere-words.ts";
import { Refusal } from "./Refusal.tsx";

interface HostTokenProps {
  readonly host: OtherHostId;
  readonly ending: string | null;
  readonly acts: ElsewhereActs;
  readonly onToken: (ending: string | null) => void;
}

/** A token for a host: kept once it was tried, forgotten by wish, never shown again. */
export const HostToken = (props: HostTokenProps) =>
  props.ending === null ? <NewToken {...props} /> : <KeptToken {...props} />;

function KeptToken({ host, ending, acts, onToken }: HostTokenProps) {
  const { isPending, failure, run } = useAct();
  return (
    <div className="publish-care">
      <p className="publish-note">
        Your token for {HOST_NAMES[host]} ends in {ending}. It is kept encrypted with your account
        and used for nothing but this.
      </p>
      <div>
        <Button
          size="small"
          isPending={isPending}
          onPress={() =>
            void run(
              () => acts.forgetToken(host),
              () => onToken(null),
            )
          }
        >
          Forget the token
        </Button>
      </div>
      <Refusal failure={failure} />
    </div>
  );
}

function NewToken({ host, acts, onToken }: HostTokenProps) {
  const [token, setToken] = useState("");
  const { isPending, failure, run } = useAct();
  const { url, what } = TOKEN_WORDS[host];
  return (
    <form
      className="publish-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => acts.keepToken(host, token.trim()), onToken);
      }}
    >
      <TextField
        label={`Your token for ${HOST_NAMES[host]}`}
        type="password"
        autoComplete="off"
        description={`${what} It is kept encrypted with your account and never shown again.`}
        value={token}
        onChange={setToken}
        minLength={10}
        maxLength={512}
        isRequired
      />
      <p className="publish-note">
        <Link href={url} isExternal>
          Make a token at {HOST_NAMES[host]}
        </Link>
      </p>
      <Refusal failure={failure} />
      <div>
        {/* Not “pending”: the button goes with the answer, and what was announced of it would name nothing. */}
        <Button type="submit" variant="primary" isDisabled={isPending}>
          {isPending ? "Trying it" : "Try and keep it"}
        </Button>
      </div>
    </form>
  );
}
