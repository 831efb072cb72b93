import type { Lock } from "../../conversation.ts";
import { lockOn, nameOfLock } from "./locks.ts";
import { no, YES, type Verdict } from "./verdict.ts";

/** A command that may run, taken apart: it never goes through a shell. */
export interface JudgedCommand {
  readonly verdict: Verdict;
  readonly program: string;
  readonly args: readonly string[];
}

/** Signs with which a shell would do more than one thing. */
const SHELL_SIGNS = /[;&|<>$`(){}\\"'*?~#!\n\r\u0000[\]]/;
/** A package of the registry, at a version perhaps; no address, no folder, no repository. */
const PACKAGE =
  /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w-]*(?:\.[\w-]+)*(?:@[\^~]?\d[\w.+-]*|@latest)?$/;
/** Scripts of package.json that only look. Others may start servers or publish. */
const SCRIPTS = new Set(["build", "test", "lint", "types", "typecheck", "check"]);
/** What installing and removing change. */
const PACKAGES = { path: "package.json", before: null, after: null };
const INSTALL = new Set(["install", "i", "add"]);
const REMOVE = new Set(["uninstall", "remove", "rm"]);

/** What a command of the model’s may do: look freely, install with a yes, anything else never. */
export function judgeCommand(command: string, locks: readonly Lock[]): JudgedCommand {
  const [program = "", ...args] = command.trim().split(/ +/);
  const refused = (why: string) => ({ verdict: no(why), program: "", args: [] });
  if (SHELL_SIGNS.test(command)) {
    return refused("One program and its arguments, without signs that a shell would read.");
  }
  const [verb = "", ...rest] = args;
  if (program === "npm" && verb === "run" && rest.length === 1 && SCRIPTS.has(rest[0]!)) {
    return { verdict: YES, program, args };
  }
  if (program === "npm" && verb === "test" && rest.length === 0) {
    return { verdict: YES, program, args };
  }
  if (program === "npm" && verb === "ls" && rest.length === 0) {
    return { verdict: YES, program, args };
  }
  if (program === "npm" && (INSTALL.has(verb) || REMOVE.has(verb))) {
    const locked = lockOn(PACKAGES, locks);
    return locked
      ? refused(
          `The owner has locked ${nameOfLock(locked)} against changes by you. Nothing was run.`,
        )
      : packages(verb, rest);
  }
  return refused(
    `“${command.slice(0, 120)}” isn’t run here. You may run npm run build, test, lint, types or check, npm ls, and, with the owner’s yes, npm install and npm uninstall of named packages.`,
  );
}

function packages(verb: string, rest: readonly string[]): JudgedCommand {
  const flags = rest.filter((word) => word.startsWith("-"));
  const names = rest.filter((word) => !word.startsWith("-"));
  const isPlain = flags.every((flag) => ["--save-dev", "-D", "--save-exact", "-E"].includes(flag));
  if (
    !isPlain ||
    names.length === 0 ||
    names.length > 10 ||
    !names.every((one) => PACKAGE.test(one))
  ) {
    return {
      verdict: no("Packages are installed by their names in the registry, ten at most at once."),
      program: "",
      args: [],
    };
  }
  const isInstall = INSTALL.has(verb);
  // What a package wants to run while it is installed would run on the machine, unasked.
  const args = [isInstall ? "install" : "uninstall", "--ignore-scripts", ...flags, ...names];
  const said = isInstall
    ? "It would load packages from npm: code of others that becomes part of the site."
    : "It would remove packages from the site.";
  return {
    verdict: { kind: "ask", wish: { what: "command", about: `npm ${args.join(" ")}`, said } },
    program: "npm",
    args,
  };
}
