import { useState } from "react";
import type { Result } from "../../shared/failure.ts";
import { Button } from "../ui/Button.tsx";
import { Switch } from "../ui/Switch.tsx";
import { AccountPart, Fact, useFact } from "./AccountPart.tsx";
import { FailureNote } from "./FailureNote.tsx";
import { useAct } from "../ui/use-act.ts";

/** The CV that a portfolio of the account came from. */
export interface Original {
  readonly portfolioId: string;
  /** The portfolio's name. */
  readonly portfolio: string;
  /** The file's name, where this browser has it. */
  readonly here: string | null;
  /** As the account keeps it, since when in epoch milliseconds; `null` when it doesn't. */
  readonly kept: { readonly name: string; readonly since: number } | null;
}

export interface OriginalActs {
  readonly list: () => Promise<Result<readonly Original[]>>;
  /** Sends the file. Only ever on the person's own choice. */
  readonly keep: (portfolioId: string) => Promise<Result<void>>;
  readonly remove: (portfolioId: string) => Promise<Result<void>>;
  /** An address from which the kept file comes for ten minutes. */
  readonly link: (portfolioId: string) => Promise<Result<string>>;
}

/** The consent to keep original CVs, one by one: off until chosen, withdrawn by the same switch (R5.3). */
export function OriginalsPart({ originals }: { readonly originals: OriginalActs }) {
  const fact = useFact("originals", originals.list);
  return (
    <AccountPart
      title="Your original CVs"
      under="The file you dropped stays in this browser unless you have it kept here. It is kept encrypted, and only you can download it, until you turn this off: then it is removed at once."
    >
      <Fact fact={fact} label="Looking for your CVs">
        {(list) =>
          list.length === 0 ? (
            <p>None. A portfolio that comes from a CV is listed here once it is in your account.</p>
          ) : (
            <ul className="account-list">
              {list.map((one) => (
                <OriginalRow
                  key={one.portfolioId}
                  original={one}
                  originals={originals}
                  onChanged={() => void fact.refetch()}
                />
              ))}
            </ul>
          )
        }
      </Fact>
    </AccountPart>
  );
}

interface RowProps {
  readonly original: Original;
  readonly originals: OriginalActs;
  readonly onChanged: () => void;
}

function OriginalRow({ original, originals, onChanged }: RowProps) {
  const { portfolioId, portfolio, kept } = original;
  const { failure, isPending, run } = useAct();
  // What was chosen shows at once; what came of it when the list is read again.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const choose = async (isOn: boolean) => {
    setChosen(isOn);
    await run(
      () => (isOn ? originals.keep(portfolioId) : originals.remove(portfolioId)),
      onChanged,
    );
    setChosen(null);
  };
  return (
    <li>
      <div className="account-row">
        <Switch
          isSelected={chosen ?? kept !== null}
          isDisabled={isPending}
          onChange={(isOn) => void choose(isOn)}
          detail={wordsOf(original)}
        >
          Keep the CV of “{portfolio}”
        </Switch>
        {kept !== null && (
          <Button
            size="small"
            aria-label={`Download ${kept.name}`}
            onPress={() =>
              void run(
                () => originals.link(portfolioId),
                (link) => location.assign(link),
              )
            }
          >
            Download
          </Button>
        )}
      </div>
      <FailureNote failure={failure} />
    </li>
  );
}

function wordsOf({ kept, here }: Original): string {
  if (kept === null) return `${here ?? "The file"} is in this browser only`;
  const since = new Date(kept.since).toLocaleDateString(undefined, { dateStyle: "long" });
  const only = here === null ? ". This browser doesn’t have it" : "";
  return `${kept.name}, kept since ${since}${only}`;
}
