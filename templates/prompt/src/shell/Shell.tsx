import { useEffect, useRef, useState } from "react";
import { answer, type Answer } from "./answer";
import { AnswerView } from "./AnswerView";
import { Ask } from "./Ask";
import { carryOut } from "./screen";
import { shellWords } from "./shell-words";

interface Logged {
  line: string;
  answer: Answer;
}

/** The prompt at the end of the session, and what it has answered so far. */
export function Shell() {
  const [log, setLog] = useState<readonly Logged[]>([]);
  const latest = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // What was opened is what should be seen.
    const isOpened = log.at(-1)?.answer.kind === "open";
    if (!isOpened) latest.current?.scrollIntoView({ block: "nearest" });
  }, [log]);

  const print = (line: string, said: Answer) =>
    setLog((before) => (said.kind === "clear" ? [] : [...before, { line, answer: said }]));
  const run = (line: string) => print(line, carryOut(answer(line)));

  return (
    <>
      <div className="log" role="log" aria-label={shellWords.answers}>
        {log.map((one, i) => (
          <div key={i} ref={i === log.length - 1 ? latest : null} className="session">
            <p className="command">
              <span className="typed">{one.line}</span>
            </p>
            <AnswerView answer={one.answer} run={run} />
          </div>
        ))}
      </div>
      <Ask run={run} print={print} />
    </>
  );
}
