import { knownPerson } from "./known-person.ts";
import { signInPath } from "./return-path.ts";

/** The quiet corner: “Sign in”, or the way to one's account. Waits for no server. */
export function AccountLink({ from, className }: { from: string; className?: string }) {
  const person = knownPerson();
  const href = person === null ? signInPath(from) : `/account?next=${encodeURIComponent(from)}`;
  return (
    <a className={className} href={href}>
      {person === null ? "Sign in" : "Account"}
    </a>
  );
}
