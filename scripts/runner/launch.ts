/**
 * How a program is started for a workspace: as its own account, with the system's limits on it, and with
 * an environment in which nothing of ours is.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Owner } from "./beneath.ts";
import type { RunnerLimits } from "./limits.ts";

/** The shell of people and scripts: bash where there is one. */
export const SHELL = existsSync("/bin/bash") ? "/bin/bash" : "/bin/sh";

/** A program and its arguments, as they are handed to the system. */
export type CommandLine = readonly [string, ...string[]];

/**
 * Sets limits, then becomes the program. `-u` counts processes in most shells, `-p` in dash; `-f` counts
 * blocks of 512 bytes. The number of processes is counted for a whole account, so that it holds only
 * for one that has the account for itself. Where the machine runs out of memory, we go first.
 */
const LIMITED = `
own=$1 processes=$2 blocks=$3 kilobytes=$4 files=$5 nice=$6
shift 6
ulimit -c 0
ulimit -n "$files" 2>/dev/null
ulimit -f "$blocks" 2>/dev/null
ulimit -d "$kilobytes" 2>/dev/null
if [ "$own" = 1 ]; then
  if (ulimit -u "$processes") 2>/dev/null; then ulimit -u "$processes"
  else ulimit -p "$processes"; fi
fi
{ echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null
exec nice -n "$nice" "$@"
`;

/** Where we look for programs that still run with our rights: never in a workspace's PATH. */
export const OUR_ENVIRONMENT = { PATH: "/usr/bin:/bin:/usr/sbin:/sbin" } as const;

let hasSetpriv: boolean | undefined;

/** util-linux' setpriv can also forbid what gives rights back (sudo, ping); a small Linux has none. */
const canSetpriv = (): boolean => (hasSetpriv ??= findSetpriv());

function findSetpriv(): boolean {
  try {
    const answer = execFileSync("setpriv", ["--version"], { env: OUR_ENVIRONMENT });
    return answer.toString().includes("util-linux");
  } catch {
    return false;
  }
}

/** The start of a command line that gives up all rights but those of the account. */
function asAccount({ uid, gid }: Owner): readonly string[] {
  return canSetpriv()
    ? [
        "setpriv",
        `--reuid=${uid}`,
        `--regid=${gid}`,
        "--clear-groups",
        "--no-new-privs",
        "--bounding-set=-all",
        "--inh-caps=-all",
        "--",
      ]
    : [process.execPath, join(import.meta.dirname, "become.ts"), String(uid), String(gid)];
}

/**
 * The command line that runs a program within a workspace's limits. It is started with
 * `OUR_ENVIRONMENT`: the workspace's own takes its place when our rights are gone, because a PATH, an
 * LD_PRELOAD or a NODE_OPTIONS of foreign making would act with our rights before.
 */
export function limitedCommand(
  owner: Owner | null,
  limits: RunnerLimits,
  environment: Readonly<Record<string, string>>,
  command: CommandLine,
): CommandLine {
  const figures = [
    owner ? 1 : 0,
    limits.processes,
    Math.floor(limits.fileBytes / 512),
    Math.floor(limits.mappedBytes / 1024),
    limits.openFiles,
    limits.niceness,
  ].map(String);
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const whole = [
    ...(owner ? asAccount(owner) : []),
    "/usr/bin/env",
    "-i",
    ...variables,
    "/bin/sh",
    "-c",
    LIMITED,
    "sh",
    ...figures,
    ...command,
  ];
  return whole as [string, ...string[]];
}

/** The name under which a workspace's processes know it: how they are found where accounts are shared. */
export const MARK = "CV2WEB_WORKSPACE";

export interface EnvironmentSettings {
  readonly mark: string;
  readonly home: string;
  readonly ports: readonly number[];
  /** The workspace's bin folder, then the tools'. */
  readonly path: string;
  readonly npm: Readonly<Record<string, string>>;
  readonly limits: RunnerLimits;
  /** Given by whoever made the workspace, and by whoever starts the process; the later wins. */
  readonly given: readonly Readonly<Record<string, string>>[];
}

/** Settings of the machine that a process needs to reach the network; none of them is a secret. */
const HANDED_ON = ["TZ", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR"];

/** Those that are there. */
export const networkSettings = (): Record<string, string> =>
  Object.fromEntries(
    HANDED_ON.flatMap((name) => {
      const value = process.env[name];
      return value ? [[name, value] as const] : [];
    }),
  );

/** What a process of a workspace has as its environment. */
export function environmentOf(settings: EnvironmentSettings): Record<string, string> {
  const { home, ports, limits, given } = settings;
  const asked = Object.assign({}, ...given) as Record<string, string>;
  return {
    LANG: "C.UTF-8",
    USER: "dev",
    LOGNAME: "dev",
    SHELL,
    BROWSER: "none",
    PS1: "\\w $ ",
    PORT: String(ports[0]),
    npm_config_update_notifier: "false",
    npm_config_fund: "false",
    npm_config_audit: "false",
    // What a workspace was given at its start needs no question to the registry.
    npm_config_prefer_offline: "true",
    npm_config_prefix: join(home, ".local"),
    npm_config_cache: join(home, ".npm"),
    ...networkSettings(),
    ...settings.npm,
    ...asked,
    // What follows isn't for the asking.
    PATH: `${join(home, ".local/bin")}:${settings.path}`,
    HOME: home,
    TMPDIR: join(home, ".tmp"),
    NODE_OPTIONS: `${asked.NODE_OPTIONS ?? ""} --max-old-space-size=${limits.nodeHeapMb}`.trim(),
    [MARK]: settings.mark,
  };
}
