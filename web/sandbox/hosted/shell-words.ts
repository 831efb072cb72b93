/** Stands around what a terminal tells us: the process's number at its start, its exit code at its end. */
export const MARK = "\u001e";

/** A word of a shell's line, whatever it holds. */
export const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

const PRINT = "printf '\\036%s\\036'";

/**
 * What is typed into a fresh terminal so that one program runs in it, and nothing of the line that starts
 * it is echoed into its output. `interactive`: a person sits there; `plain`: nobody does, and programs see
 * no terminal on their output; `raw`: the program's input comes as it is sent, lines of any length.
 */
export function commandLine(
  command: string,
  args: readonly string[],
  mode: "interactive" | "terminal" | "plain" | "raw",
): string {
  const words = [command, ...args].map(quoted).join(" ");
  if (mode === "interactive") return typed(`${PRINT} $$; exec ${words}`);
  const run = mode === "plain" ? `${words} 2>&1 | cat` : words;
  const code = mode === "plain" ? '"${PIPESTATUS[0]}"' : "$?";
  return `stty -echo${mode === "raw" ? " -icanon" : ""}; ${typed(`${PRINT} $$; ${run}; ${PRINT} ${code}`)}`;
}

/** Bash by name: what a terminal's own shell is isn't known. The space keeps it out of a history. */
const typed = (script: string) => ` exec bash -c ${quoted(script)}\r`;

const WHOLE_MARK = new RegExp(`^([^]*?)${MARK}(\\d+)${MARK}([^]*)$`);
const MAYBE_MARK = new RegExp(`${MARK}\\d*$`);

/** What came out of a terminal, told apart. */
export interface MarkedOutput {
  readonly onPid: (pid: number) => void;
  readonly onText: (text: string) => void;
  readonly onExit: (code: number) => void;
}

/**
 * Reads a terminal's output: what stands before the first mark is the shell's own; then the program's,
 * until the mark with its code. Marks may be cut anywhere.
 */
export function markReader({ onPid, onText, onExit }: MarkedOutput): (text: string) => void {
  let held = "";
  let pid: number | null = null;
  let isOver = false;
  const take = (): void => {
    const [, before = "", number, rest = ""] = WHOLE_MARK.exec(held) ?? [];
    if (number === undefined) return;
    held = rest;
    if (pid === null) {
      onPid((pid = Number(number)));
      // A program that prints nothing: its end may stand right behind.
      return take();
    }
    if (before !== "") onText(before);
    isOver = true;
    onExit(Number(number));
  };
  return (text) => {
    if (isOver) return;
    held += text;
    take();
    if (isOver || pid === null) return;
    // What may become a mark waits; a program's own character of that kind doesn't.
    const sure = held.replace(MAYBE_MARK, "");
    held = held.slice(sure.length);
    if (sure !== "") onText(sure);
  };
}
