import { Button } from "../ui/Button.tsx";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import type { AccountActs, KnownSession } from "./account-acts.ts";
import { deviceWords } from "./device-words.ts";
import { FailureNote } from "./FailureNote.tsx";
import { useAct } from "../ui/use-act.ts";

/** Where the person is signed in; one or all others can be ended. */
export function SessionsPart({ acts, sessionId }: { acts: AccountActs; sessionId: string }) {
  const fact = useFact("sessions", acts.sessions);
  const { failure, isPending, run } = useAct();
  const renew = () => void fact.refetch();
  return (
    <AccountPart title="Where you are signed in">
      <Fact fact={fact} label="Looking up your devices">
        {(sessions) => (
          <>
            <ul className="account-list">
              {sessions
                .toSorted((a, b) => Number(b.id === sessionId) - Number(a.id === sessionId))
                .map((session) => (
                  <SessionRow
                    key={session.id}
                    session={session}
                    isThis={session.id === sessionId}
                    onEnd={() => void run(() => acts.endSession(session.token), renew)}
                  />
                ))}
            </ul>
            {sessions.length > 1 && (
              <div>
                <Button
                  isPending={isPending}
                  onPress={() => void run(acts.endOtherSessions, renew)}
                >
                  Sign out everywhere else
                </Button>
              </div>
            )}
          </>
        )}
      </Fact>
      <FailureNote failure={failure} />
    </AccountPart>
  );
}

interface SessionRowProps {
  readonly session: KnownSession;
  readonly isThis: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, isThis, onEnd }: SessionRowProps) {
  const since = session.createdAt.toLocaleString(undefined, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const device = deviceWords(session.userAgent);
  return (
    <li className="account-row">
      <span>
        {device}
        <small>{isThis ? "This device" : `Since ${since}`}</small>
      </span>
      {!isThis && (
        <Button size="small" aria-label={`Sign out ${device}, since ${since}`} onPress={onEnd}>
          Sign out
        </Button>
      )}
    </li>
  );
}
