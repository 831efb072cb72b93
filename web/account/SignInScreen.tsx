import { useState } from "react";
import type { Failure } from "../../shared/failure.ts";
import { Button } from "../ui/Button.tsx";
import type { AccountActs, Service } from "./account-acts.ts";
import { takePasskey, hasPasskeys } from "./ask-for-passkey.ts";
import { FailureNote } from "./FailureNote.tsx";
import { ForgottenForm } from "./ForgottenForm.tsx";
import { PasswordForm, type Way } from "./PasswordForm.tsx";
import { SERVICE_NAMES } from "./service-names.ts";
import { useAct } from "../ui/use-act.ts";
import "./account.css";

export interface SignInScreenProps {
  readonly acts: AccountActs;
  /** Other services that are configured; empty while that isn't known. */
  readonly services: readonly Service[];
  /** Signed in: on to where the person was. */
  readonly onDone: (name: string) => void;
  /** Where “Not now” leads. */
  readonly back: string;
  /** The path of this document, to which another service comes back. */
  readonly here: string;
  /** Why signing in at another service ended without a session; `null` where it didn't. */
  readonly serviceFailure: Failure | null;
}

const TITLES = {
  "sign-in": "Sign in",
  "sign-up": "Keep your work in an account",
  forgotten: "Choose a new password",
} as const;
const UNDER = {
  "sign-in": "Your portfolios on every device you use.",
  "sign-up": "What you have made here moves into it. Nothing you did is lost.",
  forgotten: "We’ll send you a link that works for an hour.",
} as const;

/** Signing in and up; a document of its own. */
export function SignInScreen(props: SignInScreenProps) {
  const { acts, services, onDone, back, here, serviceFailure } = props;
  const [way, setWay] = useState<Way | "forgotten">("sign-in");
  const [email, setEmail] = useState("");
  return (
    <AccountFrame back={back} backWords="Not now">
      <h1>{TITLES[way]}</h1>
      <p className="account-under">{UNDER[way]}</p>
      {way === "forgotten" ? (
        <ForgottenForm
          acts={acts}
          email={email}
          onEmail={setEmail}
          onBack={() => setWay("sign-in")}
        />
      ) : (
        <>
          <PasswordForm
            key={way}
            way={way}
            acts={acts}
            email={email}
            onEmail={setEmail}
            onDone={onDone}
          />
          {way === "sign-in" && (
            <OtherWays {...{ acts, services, here, serviceFailure }} onDone={onDone} />
          )}
          <Turns way={way} onTurn={setWay} />
        </>
      )}
    </AccountFrame>
  );
}

function Turns({ way, onTurn }: { way: Way; onTurn: (way: Way | "forgotten") => void }) {
  return (
    <div className="account-turns">
      {way === "sign-in" && (
        <Button variant="quiet" onPress={() => onTurn("forgotten")}>
          I forgot my password
        </Button>
      )}
      <Button variant="quiet" onPress={() => onTurn(way === "sign-in" ? "sign-up" : "sign-in")}>
        {way === "sign-in" ? "Make an account" : "I have an account"}
      </Button>
    </div>
  );
}

type OtherWaysProps = Pick<
  SignInScreenProps,
  "acts" | "services" | "onDone" | "here" | "serviceFailure"
>;

function OtherWays({ acts, services, onDone, here, serviceFailure }: OtherWaysProps) {
  const { isPending, failure, run } = useAct();
  const withPasskey = () =>
    run(
      async () => {
        const options = await acts.passkeyToUse();
        if (!options.ok) return options;
        const taken = await takePasskey(options.value);
        if (!taken.ok) return taken;
        const used = await acts.signInWithPasskey(taken.value);
        return used.ok ? acts.whoIsThere() : used;
      },
      (there) => onDone(there?.person.name ?? ""),
    );
  const withService = (service: Service) =>
    run(
      () => acts.startService(service, here),
      ({ url }) => location.assign(url),
    );
  if (!hasPasskeys() && services.length === 0 && !serviceFailure) return null;
  return (
    <div className="account-ways">
      {hasPasskeys() && (
        <Button isPending={isPending} onPress={() => void withPasskey()}>
          Use a passkey
        </Button>
      )}
      {services.map((service) => (
        <Button key={service} onPress={() => void withService(service)}>
          Continue with {SERVICE_NAMES[service]}
        </Button>
      ))}
      <FailureNote failure={failure ?? serviceFailure} />
    </div>
  );
}

/** The plain page that accounts are on: the mark, a way back, one column. */
export function AccountFrame(props: {
  readonly back: string;
  readonly backWords: string;
  readonly isWide?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="account" data-wide={props.isWide === true || undefined}>
      <header className="account-head">
        <a className="account-mark" href="/" aria-label="CV2WEB, to the first screen">
          CV<span>2</span>WEB
        </a>
        <a className="ui-link" href={props.back}>
          {props.backWords}
        </a>
      </header>
      <main className="account-main">{props.children}</main>
    </div>
  );
}
