import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Problem } from "../../shared/build.ts";
import type { Lock } from "../../shared/conversation.ts";
import { NO_PAGE, STOPPED } from "../../shared/agent/workspace-failures.ts";
import { AGENT_LIMITS } from "../../shared/limits.ts";
import { applyChanges, fileAt } from "../../shared/portfolio/apply-changes.ts";
import type { RenderedPage, Workspace } from "../../shared/ports/workspace.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import type { SandboxCalls } from "../objects/sandbox-messages.ts";
import { checkBuild } from "../portfolio/check-build.ts";

export interface EdgeWorkspaceParts {
  /** The portfolio's files as the message begins. */
  readonly files: ProjectFiles;
  /** The hosted sandbox that has the same files and runs; `null`: nothing here runs Node. */
  readonly sandbox: Pick<SandboxCalls, "write" | "run"> | null;
  readonly locks: readonly Lock[];
  readonly sampleTexts: readonly string[];
  /** Called before files of the sandbox change: a message that begins again takes that back. */
  readonly onSandboxChange: (paths: readonly string[]) => Promise<void>;
  readonly keep: (files: ProjectFiles, label: string) => Promise<Result<void>>;
}

/** Milliseconds that a build in the sandbox may take, and that reading its page may. */
const BUILD_MS = 180_000;
const READ_MS = 15_000;
/** Lines of the last build that the agent is shown. */
const LOG_LINES = 100;

/**
 * The agent's workspace on the server: a portfolio's files, and where there is one the hosted sandbox that
 * has them too. There the project's own build says what is wrong and makes the page that is looked at;
 * without one the worker's own check does, and no page is made. Nothing of the portfolio changes before
 * `keep`: a message that is cut leaves it as it was.
 */
export function edgeWorkspace(parts: EdgeWorkspaceParts): Workspace {
  const { sandbox, locks, sampleTexts } = parts;
  const builder = sandbox && sandboxBuilder(sandbox);
  let { files } = parts;
  return {
    read: async (path) => fileAt(files, path),
    list: async () => Object.keys(files).sort(),
    write: async (changes) => {
      if (sandbox) {
        await parts.onSandboxChange(changes.map(({ path }) => path));
        const written = await sandbox.write(changes);
        if (!written.ok) return written;
      }
      files = applyChanges(files, changes);
      return ok(undefined);
    },
    check: async (signal) => {
      const began = Date.now();
      const quick = checkBuild(files);
      const here = quick.ok ? [] : [{ kind: "build" as const, message: quick.failure.message }];
      const there = quick.ok && builder ? await builder.build(files) : ok<readonly Problem[]>([]);
      if (signal.aborted) return fail(STOPPED);
      if (!there.ok) return there;
      const problems = [...here, ...there.value];
      return ok({ problems, consoleErrors: [], durationMs: Date.now() - began });
    },
    render: async (signal) => {
      if (!builder) return fail(NOTHING_RUNS);
      const page = await builder.page(files);
      return signal.aborted ? fail(STOPPED) : page;
    },
    logs: async () => builder?.lines() ?? [],
    shell: sandbox && {
      run: (program, args) =>
        sandbox.run([program, ...args].map(quoted).join(" "), AGENT_LIMITS.commandMs),
    },
    sampleTexts,
    locks,
    keep: (label) => parts.keep(files, label),
  };
}

/** The project's own build in its sandbox, once for the same files. */
function sandboxBuilder(sandbox: Pick<SandboxCalls, "run">) {
  let lines: readonly string[] = [];
  let built: { readonly of: ProjectFiles; readonly problems: readonly Problem[] } | null = null;
  const build = async (of: ProjectFiles): Promise<Result<readonly Problem[]>> => {
    if (built?.of === of) return ok(built.problems);
    const ran = await sandbox.run("npm run build", BUILD_MS);
    if (!ran.ok) return ran;
    const { exitCode, output } = ran.value;
    lines = output.split("\n").slice(-LOG_LINES);
    const problems = exitCode === 0 ? [] : [problemOf(output)];
    built = { of, problems };
    return ok(problems);
  };
  return {
    build,
    lines: () => lines,
    page: async (of: ProjectFiles): Promise<Result<RenderedPage>> => {
      const problems = await build(of);
      if (!problems.ok) return problems;
      const [first] = problems.value;
      if (first) return fail({ ...NO_PAGE, detail: first.message });
      const page = await sandbox.run("cat dist/index.html", READ_MS);
      if (!page.ok) return page;
      return page.value.exitCode === 0 ? ok({ html: page.value.output }) : fail(NO_PAGE);
    },
  };
}

/** A word as a shell takes it letter for letter. */
const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

// oxlint-disable-next-line no-control-regex -- what terminals are coloured with
const COLOURS = /\u001B\[[0-9;]*m/g;

/** The end of a failed build, which says why. */
function problemOf(output: string): Problem {
  const said = output.replaceAll(COLOURS, "").trim().slice(-2_000);
  const [, path, line] = /((?:src|public)\/[\w./-]+):(\d+)/.exec(said) ?? [];
  return {
    kind: "build",
    message: said || "The build failed and said nothing.",
    ...(path === undefined ? {} : { path, line: Number(line) }),
  };
}

const NOTHING_RUNS: Failure = {
  kind: "unavailable",
  message: "no sandbox runs this project.",
  nextStep: "Open it in the studio to see it.",
  retryable: false,
};
