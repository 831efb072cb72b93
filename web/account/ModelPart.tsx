import { useEffect, useRef } from "react";
import type { OutputOf } from "../../shared/api/endpoint.ts";
import { ai } from "../../shared/api/ai.ts";
import type { ApiClient } from "../api/open-client.ts";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import { componentWords, SAVING_METHOD, savingWords, spentWords } from "./ai-use-words.ts";
import { budgetRemark } from "./budget-remark.ts";
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
  if (use.ever.calls === 0) return <p>Nothing so far.</p>;
  const remark = budgetRemark(use.budget, language);
  const rows = [
    { name: "This month", spent: use.total },
    { name: "… of it with your own key", spent: use.ownKey },
    { name: "… of it to mend the agent’s own errors, free", spent: use.repairs },
  ].filter(({ spent }) => spent.calls > 0);
  return (
    <>
      {remark !== null && <p className="account-warn">{remark}</p>}
      <ul className="account-list">
        {rows.map(({ name, spent }) => (
          <li key={name} className="account-row">
            <span>{name}</span>
            <span>{spentWords(spent, language)}</span>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p>Nothing this month.</p>}
      <Savings use={use} />
      <details className="account-details" hidden={use.messages.length === 0}>
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

/** What edits instead of whole files, and the provider’s cache, saved. */
function Savings({ use }: { readonly use: AiUse }) {
  const rows = [
    { name: "This month", saved: savingWords(use.total, navigator.language) },
    { name: "Altogether", saved: savingWords(use.ever, navigator.language) },
  ].filter(({ saved }) => saved !== null);
  if (rows.length === 0) return null;
  return (
    <section className="account-savings" aria-labelledby="ai-savings">
      <h3 id="ai-savings">What you saved</h3>
      <ul className="account-list">
        {rows.map(({ name, saved }) => (
          <li key={name} className="account-row">
            <span>{name}</span>
            <span>{saved}</span>
          </li>
        ))}
      </ul>
      <p className="account-small">{SAVING_METHOD}</p>
    </section>
  );
}
