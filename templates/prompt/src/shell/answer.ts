import { entriesOf, type FolderId } from "../entries";
import { textOf } from "../filled";
import { shown } from "../shown";
import type { SectionId } from "../theme";
import { ways } from "../ways";
import { words } from "../words";
import { nearest } from "./nearest";
import { shellWords } from "./shell-words";

/** A line of a list: a command or a place, and what it is. */
export interface Line {
  name: string;
  text: string;
  /** Where it leads; a command to type leads nowhere. */
  to?: string;
}

/** What is printed, or done, for one line that was typed. */
export type Answer =
  | { kind: "nothing" | "clear" | "whoami" | "contact" }
  | { kind: "said"; text: string; tries?: readonly string[] }
  | { kind: "lines"; lines: readonly Line[] }
  | { kind: "section"; id: SectionId }
  | { kind: "entry"; id: FolderId; at: number }
  | { kind: "open"; to: string; text: string }
  | { kind: "theme"; to: "light" | "dark" | "other" };

const fold = (text: string) => text.normalize("NFC").toLowerCase().trim();
const say = (text: string, about: string) => text.replace("{}", () => about);

/** What people type who mean something that is here. */
const MEANT: Readonly<Record<string, string>> = {
  "?": "help",
  man: "help",
  dir: "ls",
  ll: "ls",
  jobs: "work",
  experience: "work",
  email: "contact",
  mail: "contact",
  cls: "clear",
  less: "cat",
  more: "cat",
  cd: "open",
  goto: "open",
  start: "open",
};

/** The commands that aren't sections. */
const OWN = ["help", "whoami", "contact", "ls", "cat", "open", "theme", "clear"] as const;

/** Every word that can begin a line, in the order of the page. */
export const commands: readonly string[] = [
  ...OWN.slice(0, 2),
  ...shown.map(({ id }) => id),
  ...OWN.slice(2).filter((command) => command !== "contact" || ways.length > 0),
];

/** Every entry: `work/1`. */
export const paths: readonly string[] = shown.flatMap(({ id, count }) =>
  Array.from({ length: count }, (_, at) => `${id}/${at + 1}`),
);

const folderOf = (name: string) =>
  shown.find(({ id, title }) => id === fold(name) || fold(title) === fold(name));

function help(): Answer {
  const own = OWN.filter((command) => command in shellWords) as ("ls" | "cat" | "open")[];
  return {
    kind: "lines",
    lines: [
      ...shown.map(({ id, title }) => ({ name: id, text: title })),
      ...(ways.length > 0 ? [{ name: "contact", text: words.contact }] : []),
      ...own.map((command) => ({ name: command, text: shellWords[command] })),
    ],
  };
}

const titleOf = (id: FolderId, at: number) => {
  const { title, of } = entriesOf(id)[at] ?? {};
  return [title, of].map(textOf).filter(Boolean).join(", ");
};

/** Where an entry stands on the page: short things have their section’s place. */
const placeOf = (id: FolderId, at: number) =>
  ["skills", "languages", "interests", "references"].includes(id) ? id : `${id}/${at + 1}`;

function list(name: string): Answer {
  const folder = folderOf(name);
  if (name && !folder) return { kind: "said", text: say(shellWords.noFile, name) };
  if (!folder) {
    const lines = shown.map(({ id, title, count }) => ({
      name: count > 0 ? `${id}/` : id,
      text: count > 0 ? `${title} (${count})` : title,
      to: `#${id}`,
    }));
    return { kind: "lines", lines };
  }
  const { id, count } = folder;
  if (id === "about") return { kind: "section", id };
  const lines = Array.from({ length: count }, (_, at) => ({
    name: `${id}/${at + 1}`,
    text: titleOf(id, at),
    to: `#${placeOf(id, at)}`,
  }));
  return { kind: "lines", lines };
}

/** `work/2` as its section and its place in it, counted from 0. */
function entryAt(path: string): { id: FolderId; at: number } | null {
  const [, name = "", number = ""] = /^(.+?)\/(\d+)$/.exec(path) ?? [];
  const folder = folderOf(name);
  const at = Number(number) - 1;
  if (!folder || folder.id === "about" || at < 0 || at >= folder.count) return null;
  return { id: folder.id, at };
}

function read(path: string): Answer {
  const folder = folderOf(path.replace(/\/\*?$/, ""));
  if (folder) return { kind: "section", id: folder.id };
  const entry = entryAt(path);
  return entry
    ? { kind: "entry", ...entry }
    : { kind: "said", text: say(shellWords.noFile, path || "cat"), tries: ["ls"] };
}

function open(name: string): Answer {
  const way = ways.find(
    (one) => one.to && [one.name, one.text].some((text) => fold(text) === name),
  );
  if (way?.to) return { kind: "open", to: way.to, text: way.text };
  const entry = entryAt(name);
  if (entry) {
    const { id, at } = entry;
    return { kind: "open", to: `#${placeOf(id, at)}`, text: titleOf(id, at) };
  }
  const folder = folderOf(name);
  if (folder) return { kind: "open", to: `#${folder.id}`, text: folder.title };
  const tries = ways.filter(({ to }) => to).map((one) => `open ${fold(one.name)}`);
  return { kind: "said", text: say(shellWords.noFile, name || "open"), tries: tries.slice(0, 5) };
}

function sudo(rest: string): Answer {
  const mail = ways.find(({ to }) => to) ?? null;
  if (rest.startsWith("hire") && mail)
    return {
      kind: "said",
      text: `${shellWords.hire} ${mail.text}`,
      tries: [`open ${fold(mail.name)}`],
    };
  return rest ? answer(rest) : { kind: "nothing" };
}

/** What is left when no command was given: the name of a section or an entry, or a slip. */
function guess(line: string, first: string): Answer {
  const folder = folderOf(line);
  if (folder) return list(folder.id);
  if (entryAt(fold(line))) return read(fold(line));
  const near = nearest(fold(first), commands);
  const tries = near ? [near, "help"] : ["help"];
  return { kind: "said", text: say(shellWords.notFound, first), tries };
}

/** What the prompt answers to a line; it knows no line that would be an error. */
export function answer(line: string): Answer {
  const [first = "", ...others] = line.trim().split(/\s+/);
  const rest = others.join(" ");
  switch (MEANT[fold(first)] ?? fold(first)) {
    case "":
      return { kind: "nothing" };
    case "help":
      return help();
    case "clear":
      return { kind: "clear" };
    case "whoami":
      return { kind: "whoami" };
    case "contact":
      return ways.length > 0 ? { kind: "contact" } : guess(line, first);
    case "ls":
      return list(rest.replace(/\/$/, ""));
    case "cat":
      return read(rest);
    case "open":
      return open(fold(rest));
    case "sudo":
      return sudo(fold(rest));
    case "theme":
      return { kind: "theme", to: rest === "light" || rest === "dark" ? rest : "other" };
    default:
      return guess(MEANT[fold(first)] ?? line, first);
  }
}
