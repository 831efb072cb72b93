import { useRef, type KeyboardEvent } from "react";
import type { Answer } from "./answer";
import { complete } from "./complete";

/** What a line that was typed, or asked for by Tab, leads to. */
export interface Outcome {
  run: (line: string) => void;
  print: (line: string, answer: Answer) => void;
}

/** The line that is being typed: Enter asks, the arrows bring back earlier ones, Tab completes, Escape empties. */
export function useLine({ run, print }: Outcome) {
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef({ lines: [] as string[], at: 0, askedFor: "" });

  const write = (line: string) => {
    if (input.current) input.current.value = line;
  };

  function submit(line: string) {
    const { lines } = typed.current;
    if (line.trim() && lines.at(-1) !== line) lines.push(line);
    typed.current.at = lines.length;
    run(line);
    write("");
  }

  function recall(event: KeyboardEvent, by: 1 | -1) {
    const { lines, at } = typed.current;
    if (at + by < 0 || at + by > lines.length) return;
    event.preventDefault();
    typed.current.at = at + by;
    write(lines[at + by] ?? "");
  }

  function completeLine(event: KeyboardEvent, line: string) {
    const next = complete(line);
    if (next.line !== line) {
      event.preventDefault();
      write(next.line);
    } else if (next.options.length > 1 && typed.current.askedFor !== line) {
      // A second Tab moves on: the keyboard is never caught here.
      event.preventDefault();
      typed.current.askedFor = line;
      const lines = next.options.map((name) => ({ name, text: "" }));
      print(line, { kind: "lines", lines });
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { value } = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") submit(value);
    else if (event.key === "Tab" && !event.shiftKey && value.trim()) completeLine(event, value);
    else if (event.key === "ArrowUp") recall(event, -1);
    else if (event.key === "ArrowDown") recall(event, 1);
    else if (event.key === "Escape") write("");
  }

  return { input, onKeyDown };
}
