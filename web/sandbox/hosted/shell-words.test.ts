import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { commandLine, MARK, markReader, quoted } from "./shell-words.ts";

it("hands any word to a shell as it is", () => {
  fc.assert(
    fc.property(
      fc.string().filter((word) => !word.includes("\0")),
      (word) => {
        const said = execFileSync("bash", ["-c", `printf %s ${quoted(word)}`]);
        expect(said.toString()).toBe(Buffer.from(word).toString());
      },
    ),
    { numRuns: 20 },
  );
});

it("tells the shell's own words, the number, the program's output and its code apart, wherever they are cut", () => {
  const whole = `$ echo${MARK}\\036 typed\r\n${MARK}421${MARK}one ${MARK} two\r\n${MARK}7${MARK}$ after`;
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
      const heard = { pid: 0, text: "", codes: [] as number[] };
      const read = markReader({
        onPid: (pid) => (heard.pid = pid),
        onText: (text) => (heard.text += text),
        onExit: (code) => heard.codes.push(code),
      });
      const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
      for (const [n, from] of at.entries()) read(whole.slice(from, at[n + 1]));
      expect(heard).toEqual({ pid: 421, text: `one ${MARK} two\r\n`, codes: [7] });
    }),
  );
});

it("runs a program and says its number and its code", () => {
  const run = (line: string) => {
    const heard = { pid: 0, text: "", code: -1 };
    const read = markReader({
      onPid: (pid) => (heard.pid = pid),
      onText: (text) => (heard.text += text),
      onExit: (code) => (heard.code = code),
    });
    // What is typed ends with a return, which a terminal makes a new line.
    const stdio = ["ignore", "pipe", "ignore"] as const;
    read(execFileSync("bash", ["-c", line.replace("\r", "\n")], { stdio: [...stdio] }).toString());
    return heard;
  };
  const failing = ["-c", "echo it’s; exit 3"];
  for (const mode of ["plain", "terminal"] as const) {
    expect(run(commandLine("sh", failing, mode))).toMatchObject({ text: "it’s\n", code: 3 });
  }
  expect(run(commandLine("echo", ["hi"], "interactive"))).toMatchObject({ text: "hi\n", code: -1 });
});
