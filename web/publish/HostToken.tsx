import { useState } from "react";
import type { Failure, Result } from "../../shared/failure.ts";
import { HOST_NAMES, type OtherHostId } from "../../shared/site/elsewhere.ts";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { ElsewhereActs } from "./elsewhere-acts.ts";
import { TOKEN_WORDS } from "./elsewhere-words.ts";

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
  const { isBusy, failure, run } = useWork();
  return (
    <div className="publish-care">
      <p className="publish-note">
        Your token for {HOST_NAMES[host]} ends in {ending}. It is kept encrypted with your account
        and used for nothing but this.
      </p>
      <div>
        <Button
          size="small"
          isPending={isBusy}
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
  const { isBusy, failure, run } = useWork();
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
        <Button type="submit" variant="primary" isDisabled={isBusy}>
          {isBusy ? "Trying it" : "Try and keep it"}
        </Button>
      </div>
    </form>
  );
}

function useWork() {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async <T,>(work: () => Promise<Result<T>>, then: (value: T) => void) => {
    setBusy(true);
    setFailure(null);
    const done = await work();
    setBusy(false);
    if (done.ok) then(done.value);
    else setFailure(done.failure);
  };
  return { isBusy, failure, run };
}

/** What happened, and what to do. */
export const Refusal = ({ failure }: { readonly failure: Failure | null }) =>
  failure === null ? null : (
    <p role="alert" className="publish-failure">
      {failure.message} {failure.nextStep}
    </p>
  );
