import { shown } from "../shown";
import { ways } from "../ways";
import { commands, paths } from "./answer";

/** What may follow a command. */
function wordsAfter(command: string): readonly string[] {
  if (command === "cat") return [...shown.map(({ id }) => id), ...paths];
  if (command === "ls") return shown.map(({ id }) => id);
  if (command === "theme") return ["light", "dark"];
  if (command === "sudo") return ["hire"];
  if (command === "open")
    return [...ways.flatMap(({ name, to }) => (to ? [name.toLowerCase()] : [])), ...paths];
  return [];
}

/** The longest beginning that all of them share. */
const shared = (texts: readonly string[]): string =>
  texts.reduce((start, text) => {
    let length = 0;
    while (length < start.length && start[length] === text[length]) length += 1;
    return start.slice(0, length);
  });

/** A line as far as it can only go on in one way, and the ways it may go on. */
export function complete(line: string): { line: string; options: readonly string[] } {
  const [, before = "", word = ""] = /^(.*\s)?(\S*)$/.exec(line.trimStart()) ?? [];
  const candidates = before ? wordsAfter(before.trim().split(/\s+/)[0] ?? "") : commands;
  const options = candidates.filter((one) => one.startsWith(word.toLowerCase()));
  if (options.length === 0) return { line, options };
  const longer = before + shared(options);
  const isWhole = options.length === 1 && !before && wordsAfter(longer).length > 0;
  return { line: isWhole ? `${longer} ` : longer, options };
}
