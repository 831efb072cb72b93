import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import type { AccountActs, SignedIn } from "./account-acts.ts";
import { BillingPart } from "./BillingPart.tsx";
import { Fact, useFact } from "./AccountPart.tsx";
import { FailureNote } from "./FailureNote.tsx";
import { KeysPart } from "./KeysPart.tsx";
import { ModelPart } from "./ModelPart.tsx";
import { OriginalsPart, type OriginalActs } from "./OriginalsPart.tsx";
import { PasskeysPart } from "./PasskeysPart.tsx";
import { PrivacyPart } from "./PrivacyPart.tsx";
import { PasswordPart, ProfilePart } from "./ProfilePart.tsx";
import { ServicesPart, type ServicesPartProps } from "./ServicesPart.tsx";
import { SessionsPart } from "./SessionsPart.tsx";
import { AccountFrame } from "./SignInScreen.tsx";
import { UsagePart } from "./UsagePart.tsx";
import { useAct } from "../ui/use-act.ts";

export interface AccountScreenProps extends Pick<ServicesPartProps, "services" | "serviceFailure"> {
  readonly client: ApiClient;
  readonly acts: AccountActs;
  readonly originals: OriginalActs;
  readonly back: string;
  /** Who is signed in, as far as this browser is to know; `null` once nobody is. */
  readonly onPerson: (name: string | null) => void;
}

/** One's account on one page. */
export function AccountScreen(props: AccountScreenProps) {
  const fact = useFact("person", props.acts.whoIsThere);
  return (
    <AccountFrame back={props.back} backWords="Back to your work" isWide>
      <Fact fact={fact} label="Opening your account">
        {(there) =>
          there === null ? (
            <SignedOut />
          ) : (
            <Parts {...props} there={there} onRenew={() => void fact.refetch()} />
          )
        }
      </Fact>
    </AccountFrame>
  );
}

const SignedOut = () => (
  <div className="account-form">
    <h1>You are signed out</h1>
    <p className="account-under">What you made is safe in this browser.</p>
    <a className="ui-link" href="/sign-in?next=/account">
      Sign in
    </a>
  </div>
);

type PartsProps = AccountScreenProps & { there: SignedIn; onRenew: () => void };

function Parts(props: PartsProps) {
  const { client, acts, originals, back, there, onPerson, onRenew } = props;
  const { services, serviceFailure } = props;
  const { failure, isPending, run } = useAct();
  const leave = () => {
    onPerson(null);
    location.assign(back);
  };
  return (
    <>
      <div className="account-row">
        <h1>Account</h1>
        <Button isPending={isPending} onPress={() => void run(acts.signOut, leave)}>
          Sign out
        </Button>
      </div>
      <FailureNote failure={failure} />
      <nav className="account-ways-on" aria-label="Published">
        <a className="ui-link" href="/sites">
          My sites
        </a>
        <a className="ui-link" href="/inbox">
          Inbox
        </a>
      </nav>
      <ProfilePart
        acts={acts}
        person={there.person}
        onRenamed={(name) => {
          onPerson(name);
          onRenew();
        }}
      />
      <UsagePart client={client} />
      <BillingPart client={client} />
      <ModelPart client={client} />
      <KeysPart client={client} />
      <ServicesPart {...{ acts, services, serviceFailure }} />
      <PasskeysPart acts={acts} />
      <SessionsPart acts={acts} sessionId={there.sessionId} />
      <PasswordPart acts={acts} onDone={onRenew} />
      <OriginalsPart originals={originals} />
      <PrivacyPart client={client} onDeleted={leave} />
    </>
  );
}
