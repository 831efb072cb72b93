import { usage } from "../../shared/api/usage.ts";
import type { ApiClient } from "../api/open-client.ts";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import { meterWords } from "./meter-words.ts";

/** What is left, and when it returns. */
export function UsagePart({ client }: { readonly client: ApiClient }) {
  const fact = useFact("usage", () => client.call(usage.read, {}));
  return (
    <AccountPart title="Usage" under="What runs in your browser has no limit and isn’t counted.">
      <Fact fact={fact} label="Looking up what is left">
        {({ meters }) => (
          <ul className="account-list">
            {meters
              // What has no limit is worth a line once it is used.
              .filter(({ limit, used }) => limit !== null || used > 0)
              .map((meter) => meterWords(meter, navigator.language))
              .map((words) => (
                <li key={words.name} className="account-meter">
                  <span className="account-row">
                    <span>{words.name}</span>
                    <span>{words.left}</span>
                  </span>
                  {words.share !== null && (
                    <span className="account-bar" data-full={words.share >= 1 || undefined}>
                      <i style={{ width: `${words.share * 100}%` }} />
                    </span>
                  )}
                  {words.returns !== null && <p>{words.returns}</p>}
                </li>
              ))}
          </ul>
        )}
      </Fact>
    </AccountPart>
  );
}
