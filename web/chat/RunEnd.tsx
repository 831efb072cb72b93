import type { AgentRun } from "../../shared/agent-run.ts";
import { Icon } from "../ui/Icon.tsx";
import { endWords, goodFacts, unknownFacts } from "./run-words.ts";

/** What a model's answer came to: what is being done, what was checked, what went wrong. */
export function RunEnd({ run }: { readonly run: AgentRun }) {
  const { state, doing, facts, failure } = run;
  if (state === "running") {
    return doing === null ? null : (
      <p className="chat-doing" data-live="">
        {doing}…
      </p>
    );
  }
  const wrong = facts.filter(({ holds }) => holds === false);
  const right = goodFacts(run);
  const end = endWords(run);
  return (
    <>
      {wrong.map(({ id, said }) => (
        <p key={id} className="chat-warn">
          <Icon name="triangle-alert" size={16} />
          {said}
        </p>
      ))}
      {unknownFacts(run).map((said) => (
        <p key={said} className="chat-doing">
          {said}
        </p>
      ))}
      {right.length > 0 && (
        <p className="chat-facts">
          <Icon name="badge-check" size={16} />
          <span>{right.join(" ")}</span>
        </p>
      )}
      {failure && (
        <p className="chat-failure">
          <strong>{failure.message}</strong> {failure.nextStep}
        </p>
      )}
      {end !== null && <p className="chat-doing">{end}</p>}
    </>
  );
}
