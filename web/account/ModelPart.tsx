import { useEffect, useRef } from "react";
import type { OutputOf } from "../../shared/api/endpoint.ts";
import { ai } from "../../shared/api/ai.ts";
import type { ApiClient } from "../api/open-client.ts";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import { componentWords, savingWords, spentWords } from "./ai-use-words.ts";
import { ModelKey } from "./ModelKey.tsx";

type AiUse = OutputOf<typeof ai.usage>;

/** Messages that are named one by one; the sums hold all of them. */
const LATEST = 5;

/** What the model took this month, and a key of one's own for it. */
export function ModelPart({ client }: { readonly client: ApiClient }) {
  const use = useFact("ai-use", () => client.call(ai.usage, { query: {} }));
  const key = useFact("model-key", () => client.call(ai.key, {}));
  const place = useRef<HTMLDivElement>(null);
  const isThere = use.data !== undefined && key.data !== undefined;
  // The chat leads here by an address with a mark; the part comes after the page has loaded.
  useEffect(() => {
    if (isThere && location.hash === "#model-key") place.current?.scrollIntoView();
  }, [isThere]);
  return (
    <AccountPart
      title="Talking to your site"
      under="Plain requests cost nothing and need no model."
    >
      <Fact fact={use} label="Looking up what the model took">
        {(spent) => <Use use={spent} />}
      </Fact>
      <div id="model-key" ref={place} className="account-form">
        <Fact fact={key} label="Looking up your key">
          {(status) => (
            <ModelKey client={client} status={status} onChange={() => void key.refetch()} />
          )}
        </Fact>
      </div>
    </AccountPart>
  );
}

function Use({ use }: { readonly use: AiUse }) {
  const { language } = navigator;
  if (use.total.calls === 0) return <p>Nothing this month.</p>;
  const saved = savingWords(use.total, language);
  const rows = [
    { name: "This month", spent: use.total },
    { name: "… of it with your own key", spent: use.ownKey },
    { name: "… of it to mend the agent’s own errors, free", spent: use.repairs },
  ].filter(({ spent }) => spent.calls > 0);
  return (
    <>
      <ul className="account-list">
        {rows.map(({ name, spent }) => (
          <li key={name} className="account-row">
            <span>{name}</span>
            <span>{spentWords(spent, language)}</span>
          </li>
        ))}
      </ul>
      {saved !== null && <p className="account-small">{saved}</p>}
      <details className="account-details">
        <summary>The latest messages</summary>
        <ul className="account-list">
          {use.messages.slice(0, LATEST).map((message) => (
            <li key={message.messageId} className="account-row">
              <span>
                {componentWords(message.component)}
                <small>{new Date(message.at).toLocaleString(language)}</small>
              </span>
              <span>{spentWords(message, language)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
