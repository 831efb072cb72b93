import type { Failure } from "../../shared/failure.ts";
import { Button } from "../ui/Button.tsx";
import type { AccountActs, Service, WayIn } from "./account-acts.ts";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import { FailureNote } from "./FailureNote.tsx";
import { SERVICE_NAMES } from "./service-names.ts";
import { useAct } from "../ui/use-act.ts";

export interface ServicesPartProps {
  readonly acts: AccountActs;
  /** Other services that are configured; empty while that isn't known. */
  readonly services: readonly Service[];
  /** Why adding a service ended without it; `null` where it didn't. */
  readonly serviceFailure: Failure | null;
}

/** The ways into the account: which there are, another added or removed, never the last. */
export function ServicesPart({ acts, services, serviceFailure }: ServicesPartProps) {
  const fact = useFact("ways", acts.ways);
  const { failure, isPending, run } = useAct();
  const renew = () => void fact.refetch();
  const add = (service: Service) =>
    run(
      () => acts.startLinking(service, location.pathname),
      ({ url }) => location.assign(url),
    );
  return (
    <AccountPart
      title="Ways to sign in"
      under="Each opens this account by itself; passkeys are below."
    >
      <Fact fact={fact} label="Looking up how you sign in">
        {(ways) => (
          <>
            <ul className="account-list">
              {ways.map((way) => (
                <WayRow
                  key={way.id}
                  way={way}
                  isLast={ways.length === 1}
                  onRemove={() => void run(() => acts.unlink(way.id), renew)}
                />
              ))}
            </ul>
            <div className="account-acts">
              {services
                .filter((service) => !ways.some(({ providerId }) => providerId === service))
                .map((service) => (
                  <Button key={service} isPending={isPending} onPress={() => void add(service)}>
                    Add {SERVICE_NAMES[service]}
                  </Button>
                ))}
            </div>
          </>
        )}
      </Fact>
      <FailureNote failure={failure ?? serviceFailure} />
    </AccountPart>
  );
}

interface WayRowProps {
  readonly way: WayIn;
  readonly isLast: boolean;
  readonly onRemove: () => void;
}

function WayRow({ way: { providerId }, isLast, onRemove }: WayRowProps) {
  const isService = providerId in SERVICE_NAMES;
  const name = isService ? SERVICE_NAMES[providerId as Service] : "E-mail and password";
  return (
    <li className="account-row">
      <span>
        {name}
        {isLast && <small>The only one, so it stays.</small>}
      </span>
      {isService && !isLast && (
        <Button size="small" aria-label={`Remove ${name}`} onPress={onRemove}>
          Remove
        </Button>
      )}
    </li>
  );
}
