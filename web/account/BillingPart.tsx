import { billing } from "../../shared/api/billing.ts";
import type { ApiClient } from "../api/open-client.ts";
import { AccountPart, useFact } from "./AccountPart.tsx";

/** The way to premium; nothing where it isn’t sold and nobody gave it. */
export function BillingPart({ client }: { readonly client: ApiClient }) {
  const { data: view } = useFact("billing", () => client.call(billing.read, {}));
  if (view === undefined || (!view.isOffered && view.tier === "registered")) return null;
  return (
    <AccountPart title="Premium">
      <div className="account-row">
        <span>{view.tier === "premium" ? "You have premium." : "You have a free account."}</span>
        {/* A document of its own: a full navigation. */}
        <a className="ui-link" href="/billing">
          {view.tier === "premium" ? "What it is, and bills" : "What premium is"}
        </a>
      </div>
    </AccountPart>
  );
}
