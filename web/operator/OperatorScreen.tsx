import { oversight } from "../../shared/api/oversight.ts";
import type { Failure } from "../../shared/failure.ts";
import { useFact } from "../account/AccountPart.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { ActsPart, IncidentsPart } from "./HappenedParts.tsx";
import { FailedJobsPart } from "./FailedJobsPart.tsx";
import { FeaturesPart } from "./FeaturesPart.tsx";
import { NowPart, UsePart } from "./OverviewParts.tsx";
import { PersonPart } from "./PersonPart.tsx";
import { ReportsPart, SitePart } from "./SiteParts.tsx";
import { SandboxesPart } from "./SandboxesPart.tsx";
import "../account/account.css";
import "./operator.css";

export interface OperatorScreenProps {
  readonly client: ApiClient;
  /** What everybody sees at an address that isn’t there. */
  readonly NotFound: () => React.ReactNode;
}

/** What runs, what it costs, what went wrong, and what can be done about it. */
export function OperatorScreen({ client, NotFound }: OperatorScreenProps) {
  const fact = useFact("operator", () => client.call(oversight.overview, {}));
  if (fact.data === undefined) {
    if (fact.error === null) return <Skeleton lines={6} label="Opening" />;
    return isAbsent(fact.error) ? <NotFound /> : <ErrorState failure={fact.error} />;
  }
  const overview = fact.data;
  return (
    <div className="account operator">
      <header className="account-head">
        <a className="account-mark" href="/" aria-label="CV2WEB, to the first screen">
          CV<span>2</span>WEB
        </a>
        <a className="ui-link" href="/account">
          Your account
        </a>
      </header>
      <main className="operator-main">
        <h1>Operator</h1>
        <div className="operator-parts">
          <NowPart client={client} overview={overview} onChange={() => void fact.refetch()} />
          <UsePart overview={overview} />
          <IncidentsPart client={client} />
          <FailedJobsPart client={client} />
          <FeaturesPart client={client} />
          <ReportsPart client={client} />
          <SitePart client={client} />
          <PersonPart client={client} />
          <SandboxesPart client={client} />
          <ActsPart client={client} />
        </div>
      </main>
    </div>
  );
}

/** Whoever isn’t the operator is told what everybody is told of an address that isn’t there. */
const isAbsent = ({ kind }: Failure) => kind === "not-found" || kind === "unauthenticated";
