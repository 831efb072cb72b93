import { Chips } from "./Chips";
import { shellWords } from "./shell-words";
import { useLine, type Outcome } from "./use-line";

/** Where one types. It is no form: there is nowhere to send to before the script is there. */
export function Ask(outcome: Outcome) {
  const { input, onKeyDown } = useLine(outcome);
  return (
    <div className="ask">
      <label className="command">
        <span className="unseen">{shellWords.label}</span>
        <input
          ref={input}
          className="typed"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="help"
          dir="ltr"
          onKeyDown={onKeyDown}
        />
      </label>
      <Chips run={outcome.run} />
    </div>
  );
}
