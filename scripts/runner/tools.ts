/**
 * What a workspace's processes find in their PATH: our own Node, and the machine's npm. Where the runner
 * is root, another account must be able to reach them: below a home folder that is closed to others it
 * can't, and gets copies.
 */
import { execFile } from "node:child_process";
import { constants, existsSync } from "node:fs";
import {
  chmod,
  copyFile,
  cp,
  link,
  mkdir,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

export interface Tools {
  /** PATH of the workspaces. */
  readonly path: string;
  /** npm's program; `null` where there is none. */
  readonly npm: string | null;
  /** What npm needs to reach its registry, as environment. */
  readonly npmEnvironment: Readonly<Record<string, string>>;
}

const OTHERS_ENTER = 0o001;
const OTHERS_READ = 0o004;

/** Whether any account of the machine can read what is at this path. */
export async function isOpenToAll(path: string): Promise<boolean> {
  const last = await stat(path);
  if ((last.mode & OTHERS_READ) === 0) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & OTHERS_ENTER) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The npm of whoever started us, as the path of npm-cli.js; `null` where there is none. */
async function findNpm(): Promise<string | null> {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "npm"));
  for (const candidate of [...places, process.env.npm_execpath ?? ""]) {
    if (candidate === "" || !existsSync(candidate)) continue;
    const program = await realpath(candidate);
    if (program.endsWith("npm-cli.js")) return program;
  }
  return null;
}

/** Puts Node and npm into a folder; `closed`: other accounts than ours are to use them. */
export async function prepareTools(folder: string, closed: boolean): Promise<Tools> {
  const bin = join(folder, "bin");
  await rm(bin, { recursive: true, force: true });
  await mkdir(bin, { recursive: true });
  const node = join(bin, "node");
  await placeNode(node, closed);
  const npm = await findNpm();
  if (npm) {
    const cli = closed && !(await isOpenToAll(npm)) ? await copyNpm(npm, folder) : npm;
    for (const [name, script] of [
      ["npm", cli],
      ["npx", cli.replace(/npm-cli\.js$/, "npx-cli.js")],
    ] as const) {
      await writeFile(join(bin, name), `#!/bin/sh\nexec "${node}" "${script}" "$@"\n`);
      await chmod(join(bin, name), 0o755);
    }
  }
  return {
    npm,
    path: [bin, "/usr/local/bin", "/usr/bin", "/bin"].join(delimiter),
    npmEnvironment: npm ? await readNpmSettings(npm) : {},
  };
}

async function placeNode(to: string, closed: boolean): Promise<void> {
  const ours = await realpath(process.execPath);
  if (!closed || (await isOpenToAll(ours))) {
    return symlink(ours, to);
  }
  // The same file under a second name, where the disk is the same.
  await link(ours, to).catch(() => copyFile(ours, to, constants.COPYFILE_FICLONE));
  await chmod(to, 0o755);
}

async function copyNpm(cli: string, folder: string): Promise<string> {
  const copy = join(folder, "npm");
  await rm(copy, { recursive: true, force: true });
  await cp(dirname(dirname(cli)), copy, { recursive: true });
  return join(copy, "bin", "npm-cli.js");
}

/** A name and password in an address are nobody's business in a workspace. */
const withoutPassword = (address: string): string => {
  const url = URL.parse(address);
  if (!url) return address;
  url.username = "";
  url.password = "";
  return url.href;
};

/** Of our npm's settings what leads to the registry; never a token. */
async function readNpmSettings(npm: string): Promise<Record<string, string>> {
  const names = ["registry", "proxy", "https-proxy", "noproxy", "cafile"];
  const answer = await promisify(execFile)(process.execPath, [npm, "config", "get", ...names], {
    timeout: 20_000,
  }).catch(() => ({ stdout: "" }));
  const settings: Record<string, string> = {};
  for (const line of answer.stdout.split("\n")) {
    const [, name, value] = /^([a-z-]+)=(.*)$/.exec(line) ?? [];
    if (!name || !value || value === "null" || value === "undefined") continue;
    settings[`npm_config_${name.replaceAll("-", "_")}`] = withoutPassword(value);
  }
  const cafile = settings.npm_config_cafile;
  if (cafile && !(await isOpenToAll(cafile).catch(() => false))) delete settings.npm_config_cafile;
  return settings;
}
