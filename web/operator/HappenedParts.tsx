import { oversight } from "../../shared/api/oversight.ts";
import { Fact, useFact } from "../account/AccountPart.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { Badge } from "../ui/Badge.tsx";
import { momentWords } from "./operator-words.ts";
import { OperatorPart } from "./OperatorPart.tsx";

interface PartProps {
  readonly client: ApiClient;
}

/** What was told of: what lasts first. */
export function IncidentsPart({ client }: PartProps) {
  const fact = useFact("operator incidents", () => client.call(oversight.incidents, {}));
  return (
    <OperatorPart title="Incidents">
      <Fact fact={fact} label="Looking for incidents">
        {({ incidents }) =>
          incidents.length === 0 ? (
            <p className="account-under">There were none.</p>
          ) : (
            <ul className="operator-list">
              {incidents.map(({ id, message, kind, openedAt, closedAt }) => (
                <li key={id}>
                  <span>
                    {message || kind}
                    <small>
                      {momentWords(openedAt)}
                      {closedAt === null ? "" : ` to ${momentWords(closedAt)}`}
                    </small>
                  </span>
                  <Badge tone={closedAt === null ? "bad" : "plain"}>
                    {closedAt === null ? "lasts" : "over"}
                  </Badge>
                </li>
              ))}
            </ul>
          )
        }
      </Fact>
    </OperatorPart>
  );
}

/** What operators did, out of the audit log. */
export function ActsPart({ client }: PartProps) {
  const fact = useFact("operator acts", () => client.call(oversight.acts, {}));
  return (
    <OperatorPart title="What operators did">
      <Fact fact={fact} label="Reading the audit log">
        {({ acts }) =>
          acts.length === 0 ? (
            <p className="account-under">Nothing yet.</p>
          ) : (
            <ul className="operator-list">
              {acts.map(({ id, act, personId, detail, at }) => (
                <li key={id}>
                  <span>
                    {act}
                    <small>
                      {momentWords(at)}, by {personId ?? "the token"}
                      {Object.entries(detail).map(([name, value]) => `, ${name} ${value}`)}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Fact>
    </OperatorPart>
  );
}
