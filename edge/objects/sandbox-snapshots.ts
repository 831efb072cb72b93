import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { deleteSnapshots } from "../db/rows/snapshot-rows.ts";
import { databaseUrl } from "../db/open-database.ts";
import type { LogEntry } from "../dependencies.ts";
import { createLog } from "../log.ts";
import {
  findKeptSandbox,
  readSnapshot,
  storeSnapshot,
  type SnapshotKind,
} from "../storage/kept-snapshots.ts";
import { withAccount, type AccountEnv } from "../with-account.ts";
import type { SandboxOwner } from "./sandbox-messages.ts";
import type { SandboxParts } from "./sandbox-parts.ts";
import type { SandboxRecordStore } from "./sandbox-record.ts";

/** What the account didn't take now is offered again after this long, in milliseconds. */
const AGAIN_AFTER_MS = 5 * 60_000;

/** What of a sandbox's core its snapshots need. */
interface Kept {
  readonly record: SandboxRecordStore;
  open(): Promise<Result<SandboxParts>>;
  sendMoves(): Promise<void>;
  noted(): Promise<void>;
  wakeBy(ms: number): Promise<void>;
}

/**
 * A sandbox's files in its owner's account: table, bucket, export, backup. Where there is none (no
 * database, nobody's account, no room) they stay in the object, and nothing is lost.
 */
export class SandboxSnapshots {
  readonly #core: Kept;
  readonly #env: AccountEnv;

  constructor(core: Kept, env: AccountEnv) {
    this.#core = core;
    this.#env = env;
  }

  /**
   * Keeps what the object holds, unless the account has just that. Why it couldn't is logged; what
   * another try may mend is tried again.
   * @param expiresAt epoch milliseconds; `null` for as long as the sandbox is there
   */
  async keep(kind: SnapshotKind, expiresAt: number | null = null): Promise<void> {
    const record = this.#core.record.read();
    const opened = await this.#core.open();
    if (!record || !opened.ok || !this.#hasAccounts()) return;
    const { changes, keptChanges } = record;
    if (changes === keptChanges && expiresAt === null) return;
    const brought = await this.bringBack();
    if (!brought.ok) return this.#notKept(brought.failure);
    const { sandboxId, portfolioId, terminalFolder, serves } = record;
    const files = await opened.value.files();
    if (Object.keys(files).length === 0) return;
    // A snapshot names its sandbox's row.
    await this.#core.sendMoves();
    const kept = await this.#inAccount((keeping) =>
      storeSnapshot(keeping, {
        id: crypto.randomUUID(),
        sandboxId,
        kind,
        files,
        about: { portfolioId, terminalFolder, serves },
        expiresAt,
      }),
    );
    if (!kept.ok) return this.#notKept(kept.failure);
    // Files that came meanwhile have a higher count.
    if (this.#core.record.read()) this.#core.record.change({ keptChanges: changes });
  }

  /** What the account has isn't kept here too. */
  async letGo(): Promise<void> {
    const opened = await this.#core.open();
    const { changes, keptChanges } = this.#core.record.read()!;
    if (!opened.ok || changes !== keptChanges) return;
    // Noted first: cut in between, the files are there twice.
    this.#core.record.change({ isMirrored: false });
    await opened.value.mirror.replace({});
  }

  /** The files come back into the object, where the account alone has them. Fails as `readSnapshot` does. */
  async bringBack(): Promise<Result<void>> {
    const { isMirrored, sandboxId } = this.#core.record.read()!;
    const opened = await this.#core.open();
    if (isMirrored || !opened.ok) return ok(undefined);
    const files = await this.#inAccount((keeping) => readSnapshot(keeping, sandboxId));
    if (!files.ok) return files;
    await opened.value.mirror.replace(files.value);
    this.#core.record.change({ isMirrored: true });
    return ok(undefined);
  }

  /** The account forgets them. */
  async drop(): Promise<void> {
    if (!this.#hasAccounts()) return;
    const { sandboxId } = this.#core.record.read()!;
    await this.#inAccount(async ({ database }) => {
      await deleteSnapshots(database, sandboxId);
      return ok(undefined);
    });
  }

  /**
   * Where the object knows nothing (the service was restored from a backup) and the account has a
   * snapshot, it becomes that archived sandbox again. @returns whether it did
   */
  async revive({ sandboxId, personId, tier }: SandboxOwner): Promise<boolean> {
    if (!this.#hasAccounts()) return false;
    const found = await this.#inAccount((keeping) => findKeptSandbox(keeping, sandboxId), {
      personId,
      tier,
    });
    if (!found.ok || this.#core.record.read()) return false;
    const now = Date.now();
    const { terminalFolder, ...about } = found.value;
    const priority = tier === "premium" ? "premium" : "returning";
    const requestId = crypto.randomUUID();
    const order = { ...about, sandboxId, ownerId: personId, tier, priority, requestId } as const;
    this.#core.record.create(order, now);
    const from = { terminalFolder, isMirrored: false, keptChanges: 0 };
    this.#core.record.move("archived", "back from its snapshot", now, from);
    await this.#core.noted();
    return true;
  }

  async #notKept(failure: Failure): Promise<void> {
    this.#log({ event: "snapshot-not-kept", kind: failure.kind });
    if (failure.retryable) await this.#core.wakeBy(AGAIN_AFTER_MS);
  }

  #hasAccounts(): boolean {
    return databaseUrl(this.#env) !== null;
  }

  #log(entry: LogEntry): void {
    const sandboxId = this.#core.record.read()?.sandboxId;
    createLog(this.#env.LOG_LEVEL ?? "info", { sandboxId })(entry);
  }

  async #inAccount<T>(
    work: Parameters<typeof withAccount<T>>[2],
    person = this.#owner(),
  ): Promise<Result<T>> {
    try {
      return await withAccount(this.#env, person, work);
    } catch (error) {
      this.#log({ level: "error", event: "snapshot-failed", error });
      return fail(NO_ACCOUNT);
    }
  }

  #owner() {
    const { ownerId, tier } = this.#core.record.read()!;
    return { personId: ownerId, tier };
  }
}

const NO_ACCOUNT: Failure = {
  kind: "unavailable",
  message: "The account isn’t reached just now.",
  nextStep: "It is tried again by itself; nothing is lost.",
  retryable: true,
};
