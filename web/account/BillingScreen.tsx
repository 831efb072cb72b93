import { useEffect } from "react";
import { billing, type BillingView } from "../../shared/api/billing.ts";
import { TIER_LIMITS } from "../../shared/limits.ts";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { Fact, useFact } from "./AccountPart.tsx";
import { dayWords, PREMIUM_ROWS } from "./billing-words.ts";
import { FailureNote } from "./FailureNote.tsx";
import { AccountFrame } from "./SignInScreen.tsx";
import { useAct } from "../ui/use-act.ts";

export interface BillingScreenProps {
  readonly client: ApiClient;
  /** Just back from paying. */
  readonly isBack: boolean;
}

/** Premium: what it is, and the way to Stripe’s pages, where it is bought and ended. */
export function BillingScreen({ client, isBack }: BillingScreenProps) {
  // Who comes back from paying is here before Stripe's own message may be.
  const fact = useFact("billing", () => client.call(isBack ? billing.renew : billing.read, {}));
  return (
    <AccountFrame back="/account" backWords="Back to your account" isWide>
      <h1>Premium</h1>
      <Fact fact={fact} label="Looking up your tier">
        {(view) => <Standing client={client} view={view} isBack={isBack} />}
      </Fact>
    </AccountFrame>
  );
}

interface StandingProps extends BillingScreenProps {
  readonly view: BillingView;
}

function Standing({ client, view, isBack }: StandingProps) {
  const { failure, isPending, run } = useAct();
  const go = (endpoint: typeof billing.checkout | typeof billing.portal) =>
    void run(
      () => client.call(endpoint, {}),
      ({ url }) => location.assign(url),
    );
  // A page that comes out of the browser's memory (back from Stripe's) asks anew.
  useEffect(() => {
    const renew = (event: PageTransitionEvent) => event.persisted && location.reload();
    window.addEventListener("pageshow", renew);
    return () => window.removeEventListener("pageshow", renew);
  }, []);
  const isPremium = view.tier === "premium";
  return (
    <>
      <section className="account-part" aria-label="Your tier">
        <output>{standingWords(view, isBack)}</output>
        {view.isOverdue && (
          <p className="account-warn">
            Your last payment didn’t go through. Look at your card under “Bills and changes”.
          </p>
        )}
        <FailureNote failure={failure} />
        <div className="account-acts">
          {view.isOffered && !isPremium && (
            <Button variant="primary" isPending={isPending} onPress={() => go(billing.checkout)}>
              Get premium
            </Button>
          )}
          {view.hasBills && (
            <Button isPending={isPending} onPress={() => go(billing.portal)}>
              Bills and changes
            </Button>
          )}
        </div>
        {view.isOffered && (
          <p className="account-small">
            You pay on Stripe’s page. It hears nothing of your CV from us.
          </p>
        )}
      </section>
      <Comparison />
    </>
  );
}

const Comparison = () => (
  <section className="account-part" aria-label="What premium is">
    <table className="account-table">
      <thead>
        <tr>
          <th scope="col">What you have</th>
          <th scope="col">Free account</th>
          <th scope="col">Premium</th>
        </tr>
      </thead>
      <tbody>
        {PREMIUM_ROWS.map(({ name, words }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{words(TIER_LIMITS.registered)}</td>
            <td>{words(TIER_LIMITS.premium)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

function standingWords(view: BillingView, isBack: boolean): string {
  if (view.tier === "registered") {
    return isBack
      ? "Nothing was paid yet. If you have paid, load this page again in a minute."
      : "You have a free account.";
  }
  if (view.isGranted) return "You have premium, from whoever runs this service.";
  if (view.paidUntil === null) return "You have premium.";
  const day = dayWords(view.paidUntil);
  return view.ends
    ? `You have premium until ${day}.`
    : `You have premium. The next bill is on ${day}.`;
}
