import { NPM_FILES, type FileChange, type ProjectFiles } from "../../../shared/project.ts";
import { listedPackages } from "../../../shared/sandbox/project-needs.ts";
import type { NodeMachine } from "./node-machine.ts";
import { addPackages, type InstallReport } from "./install-packages.ts";
import { effective } from "./waiting-changes.ts";

/** npm writes both within a moment, in milliseconds. */
const SETTLED_AFTER = 300;
/** Somebody may be typing a version: wait until they have stopped, in milliseconds. */
const TYPED_AFTER = 1_200;

export interface PackageFollower {
  /** package.json was written by the person: what it lists is installed when they have stopped typing. */
  listed(): void;
  /** Resolves when what was listed is installed: two npms at once in one folder spoil each other's work. */
  untilInstalled(): Promise<void>;
  /** These were changed on the machine, by npm say. */
  changed(paths: readonly string[]): void;
  stop(): void;
}

export interface PackageParts {
  readonly files: () => ProjectFiles;
  /** npm changed these; the project takes them over. */
  readonly onChange: (changes: readonly FileChange[]) => void;
  readonly install: () => InstallReport;
  /** Undefined: done. */
  readonly onStep: (step: string) => void;
}

/** Keeps package.json, the lock file and what is installed together, whichever side changes them. */
export function followPackages(machine: NodeMachine, parts: PackageParts): PackageFollower {
  let installed = listed(parts.files());
  let reading: ReturnType<typeof setTimeout> | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let isInstalling = false;
  let installing: Promise<void> = Promise.resolve();

  async function readBack() {
    const read = await Promise.all(
      NPM_FILES.map(async (path) => ({ path, bytes: await machine.read(path) })),
    );
    const changes = read.flatMap(({ path, bytes }) =>
      bytes === null ? [] : [{ path, content: new TextDecoder().decode(bytes) }],
    );
    // Half-written files say nothing; npm's next write comes at once.
    if (!changes.every(({ content }) => isJson(content))) return;
    const changed = effective(parts.files(), changes);
    if (changed.length === 0) return;
    parts.onChange(changed);
    installed = listed(parts.files());
  }

  async function install() {
    const now = listed(parts.files());
    // A half-typed file lists nothing: nothing is taken away for it.
    if (isInstalling || now === installed || !isJson(String(parts.files()["package.json"]))) return;
    isInstalling = true;
    installed = now;
    parts.onStep("Installing packages");
    await addPackages(machine, parts.install()).catch(() => undefined);
    isInstalling = false;
    await readBack().catch(() => undefined);
    parts.onStep("");
  }
  const installNow = () => {
    clearTimeout(typing);
    typing = undefined;
    installing = install();
  };
  return {
    listed: () => {
      clearTimeout(typing);
      typing = setTimeout(installNow, TYPED_AFTER);
    },
    untilInstalled: () => {
      if (typing !== undefined) installNow();
      return installing;
    },
    changed: (paths) => {
      if (!NPM_FILES.some((file) => paths.includes(file))) return;
      clearTimeout(reading);
      reading = setTimeout(() => void readBack().catch(() => undefined), SETTLED_AFTER);
    },
    stop: () => {
      clearTimeout(reading);
      clearTimeout(typing);
    },
  };
}

const listed = (files: ProjectFiles) => JSON.stringify(listedPackages(files["package.json"]));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
