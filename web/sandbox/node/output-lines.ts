/** ECMA-48: CSI sequences, OSC sequences with their end, and single escapes. */
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** Text without colours, cursor moves and carriage returns. */
export const plainText = (text: string): string => text.replace(ANSI, "").replace(/\r/g, "");

/** Cuts a stream of text into whole lines, plain. `end()` gives what is left. */
export function lineReader(onLine: (line: string) => void): {
  push(text: string): void;
  end(): void;
} {
  let rest = "";
  return {
    push: (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(plainText(line));
    },
    end: () => {
      if (rest !== "") onLine(plainText(rest));
      rest = "";
    },
  };
}

/** Reads a process' output to its end, line by line. */
export async function readLines(
  output: ReadableStream<string>,
  onLine: (line: string) => void,
): Promise<void> {
  const lines = lineReader(onLine);
  const reader = output.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    lines.push(value);
  }
  lines.end();
}
