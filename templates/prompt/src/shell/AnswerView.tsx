import { entriesOf } from "../entries";
import { Person } from "../heads/Person";
import { Ways } from "../parts/Contact";
import { EntryView } from "../parts/EntryView";
import { SectionBody } from "../sections/SectionBody";
import type { Answer } from "./answer";
import { shellWords } from "./shell-words";

interface Props {
  answer: Answer;
  run: (line: string) => void;
}

/** An answer as it is printed. */
export function AnswerView({ answer, run }: Props) {
  switch (answer.kind) {
    case "said":
      return (
        <>
          <p>{answer.text}</p>
          {answer.tries && <Tries lines={answer.tries} run={run} />}
        </>
      );
    case "lines":
      return (
        <ul className="lines">
          {answer.lines.map(({ name, text, to }) => (
            <li key={name}>
              {to ? (
                <a href={to}>{name}</a>
              ) : (
                <button type="button" onClick={() => run(name)}>
                  {name}
                </button>
              )}{" "}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      );
    case "section":
      return <SectionBody id={answer.id} isCopy />;
    case "entry": {
      const { id, at } = answer;
      const entry = entriesOf(id)[at];
      return entry ? <EntryView entry={entry} path={`${id}/${at + 1}`} /> : null;
    }
    case "open":
      return (
        <p>
          <a href={answer.to}>{shellWords.opens.replace("{}", () => answer.text)}</a>
        </p>
      );
    case "contact":
      return <Ways />;
    case "whoami":
      return <Person isCopy />;
    case "theme":
      return <p>{answer.to === "dark" ? shellWords.dark : shellWords.light}</p>;
    default:
      return null;
  }
}

function Tries({ lines, run }: { lines: readonly string[]; run: (line: string) => void }) {
  return (
    <p className="tries">
      {shellWords.meant}{" "}
      {lines.map((line) => (
        <button key={line} type="button" onClick={() => run(line)}>
          {line}
        </button>
      ))}
    </p>
  );
}
