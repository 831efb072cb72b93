import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Configuration } from "../configuration.ts";
import { keepMoves } from "../db/rows/sandbox-rows.ts";
import { databaseUrl, openDatabase } from "../db/open-database.ts";
import { correlationOf, type Correlation } from "../domain/correlation.ts";
import type { Said } from "../domain/job-run.ts";
import { count, observe, type MetricsDelta } from "../domain/metrics.ts";
import { isServing } from "../domain/sandbox-life.ts";
import { createLog } from "../log.ts";
import { sendCorrelated } from "../outbound/send-correlated.ts";
import { openProvider } from "../sandboxes/open-provider.ts";
import { contentFrom, whatIsKept, type SandboxProvider } from "../sandboxes/provider.ts";
import type { MetricsCalls, Named, PersonQuotaCalls, QueuePosition } from "./job-messages.ts";
import type { ReadingCalls } from "./reading-messages.ts";
import type { FleetCalls } from "./sandbox-messages.ts";
import { SandboxSnapshots } from "./sandbox-snapshots.ts";
import { openSandboxParts, type SandboxParts } from "./sandbox-parts.ts";
import { openSandboxRecord, type SandboxRecordStore } from "./sandbox-record.ts";
import { NO_PROVIDER, notAllKept } from "./sandbox-view.ts";

export interface SandboxEnv extends Configuration {
  readonly BLOBS: R2Bucket;
  readonly HYPERDRIVE?: Hyperdrive;
  readonly SANDBOX_FLEET: Named<FleetCalls>;
  readonly METRICS: Named<MetricsCalls>;
  readonly PERSON_QUOTA: Named<PersonQuotaCalls>;
  readonly READINGS: Named<ReadingCalls>;
}

/** One that waits looks this often whether the fleet still knows it. */
const LOOK_AFTER_MS = 60_000;
/** Use is written down this often at most, in milliseconds. */
const NOTE_EVERY_MS = 30_000;
/** Moves that the database didn't take are offered again after this long. */
const SEND_AGAIN_MS = 5 * 60_000;

/** What a hosted sandbox's object does all the time: its record, its words, its place, its notes. */
export class SandboxCore {
  record: SandboxRecordStore;
  readonly snapshots: SandboxSnapshots;
  readonly #state: DurableObjectState;
  readonly #env: SandboxEnv;
  #opening: Promise<Result<SandboxParts>> | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(state: DurableObjectState, env: SandboxEnv) {
    this.#state = state;
    this.#env = env;
    this.record = openSandboxRecord(state.storage);
    this.snapshots = new SandboxSnapshots(this, env);
  }

  get fleet(): FleetCalls {
    return this.#env.SANDBOX_FLEET.getByName("all");
  }

  provider(): Promise<SandboxProvider | null> {
    return openProvider(this.#env, this.#correlation());
  }

  /** Sends a request of the sandbox's, with the ids of the one that opened it. */
  readonly send = (request: Request): Promise<Response> =>
    sendCorrelated(this.#correlation())(request);

  #correlation(): Correlation {
    return correlationOf({ requestId: this.record.read()?.requestId ?? null }, () =>
      crypto.randomUUID(),
    );
  }

  open(): Promise<Result<SandboxParts>> {
    this.#opening ??= openSandboxParts(this.#state.storage, this.#env, () => this.record.read());
    return this.#opening;
  }

  /** The same, with its files: those that the account alone has come back first. */
  async openWithFiles(): Promise<Result<SandboxParts>> {
    const brought = await this.snapshots.bringBack();
    return brought.ok ? this.open() : brought;
  }

  /** What a snapshot holds is another now. */
  changed(changes: Parameters<SandboxRecordStore["change"]>[0] = {}): void {
    this.record.change({ ...changes, changes: this.record.read()!.changes + 1 });
  }

  /** Writes an event down, together with `change`; `isAgain` where the last work is over and new begins. */
  async say(said: Said, change?: () => void, isAgain = false): Promise<void> {
    const opened = await this.open();
    if (opened.ok) await opened.value.events.append(said, change, isAgain);
  }

  /** Asks the fleet for a place; the fleet calls `enter` when there is one. */
  async queueUp(isBack: boolean): Promise<Result<QueuePosition>> {
    const { sandboxId, ownerId, tier, priority } = this.record.read()!;
    await this.wakeIn(LOOK_AFTER_MS);
    await this.noted();
    return this.fleet.enter({ sandboxId, ownerId, tier, priority, isBack });
  }

  /** There is no place for it, or it doesn't wait any longer: its files are kept, a visit wakes it. */
  backFromQueue(reason: string): void {
    const { machineId } = this.record.read()!;
    this.record.move(machineId === null ? "archived" : "stopped", reason, Date.now());
  }

  /** Gives its place back. */
  async leave(): Promise<void> {
    const { sandboxId, placedAt } = this.record.read()!;
    const ranMs = placedAt === null ? null : Date.now() - placedAt;
    await this.fleet.leave(sandboxId, ranMs);
    this.record.change({ placedAt: null });
    await this.noted();
  }

  /** Somebody uses it. */
  async touch(now: number): Promise<void> {
    const record = this.record.read()!;
    if (record.state === "idle") this.record.move("running", "used again", now);
    else if (now - record.activeAt < NOTE_EVERY_MS) return;
    this.record.change({ activeAt: now });
    await this.noted();
  }

  /** Tells the fleet and the database where it stands. What can't be told now is told later. */
  async noted(): Promise<void> {
    const record = this.record.read();
    if (!record) return;
    const { sandboxId, ownerId, tier, state, activeAt, since } = record;
    await this.fleet
      .note({ sandboxId, ownerId, tier, state, activeAt, since })
      .catch(() => undefined);
    this.#state.waitUntil(this.sendMoves());
  }

  /** Moves go to the database one after another, or the same would be sent twice. */
  sendMoves(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#sendMoves());
    return this.#sending;
  }

  async #sendMoves(): Promise<void> {
    const record = this.record.read();
    const moves = this.record.unsent();
    const url = databaseUrl(this.#env);
    if (!record || moves.length === 0 || url === null) return;
    const open = openDatabase(url, { connections: 1, requestId: record.requestId });
    try {
      const row = {
        id: record.sandboxId,
        ownerId: record.ownerId,
        providerId: record.machineId,
        state: record.state,
        activeAt: new Date(record.activeAt),
        stateAt: new Date(record.since),
        createdAt: new Date(record.createdAt),
      };
      await keepMoves(open.database, row, moves);
      this.record.markSent(moves.at(-1)!.n);
    } catch (error) {
      const log = createLog(this.#env.LOG_LEVEL ?? "info", { sandboxId: record.sandboxId });
      log({ level: "error", event: "sandbox-moves-unsent", error });
      await this.wakeBy(SEND_AGAIN_MS);
    } finally {
      await open.end().catch(() => undefined);
    }
  }

  /** Passes an answer of the provider's on; when it is unreachable the fleet looks at once. */
  async told<T>(asked: Promise<Result<T>> | Result<T> | undefined): Promise<Result<T>> {
    const answer = await asked;
    if (answer === undefined) return fail(NO_PROVIDER);
    if (!answer.ok && isAway(answer.failure)) await this.fleet.suspect().catch(() => undefined);
    return answer;
  }

  /** Where the terminal is; not to know it is no failure. */
  async takeTerminalFolder(): Promise<void> {
    const { machineId, terminalFolder } = this.record.read()!;
    const found = machineId && (await (await this.provider())?.terminalFolder(machineId));
    if (!found || !found.ok || found.value === terminalFolder) return;
    this.changed({ terminalFolder: found.value });
  }

  /** What was changed on the machine (a terminal, npm) comes into our copy. */
  async takeFiles(): Promise<Result<void>> {
    const { state, machineId } = this.record.read()!;
    const provider = await this.provider();
    const opened = await this.open();
    if (machineId === null || !provider || !opened.ok) return ok(undefined);
    if (!isServing(state) && state !== "stopping") return ok(undefined);
    const listed = await provider.list(machineId);
    if (!listed.ok) return listed.failure.kind === "not-found" ? ok(undefined) : this.told(listed);
    const { paths, leftOut } = whatIsKept(listed.value);
    const contents = await provider.read(machineId, paths);
    if (!contents.ok) return this.told(contents);
    // Nothing at all is no answer to build on: our copy stays.
    if (contents.value.size === 0) return ok(undefined);
    const files = [...contents.value].map(([path, bytes]) => [path, contentFrom(bytes)] as const);
    await opened.value.mirror.replace(Object.fromEntries(files), () => this.changed());
    if (leftOut.length > 0) await this.say(notAllKept(leftOut), undefined, true);
    return ok(undefined);
  }

  /** Counts how making it went; not to be counted is no failure. */
  async count(outcome: "made" | "failed", startedAt: number): Promise<void> {
    const metrics: MetricsDelta = {};
    count(metrics, "sandboxes_created_total", { outcome });
    if (outcome === "made") {
      observe(metrics, "sandbox_create_seconds", {}, (Date.now() - startedAt) / 1_000);
    }
    await this.#tell(metrics);
  }

  async countEnd(reason: "scan" | "owner"): Promise<void> {
    const metrics: MetricsDelta = {};
    if (reason === "scan") count(metrics, "sandboxes_cleaned_total");
    const lived = Date.now() - this.record.read()!.createdAt;
    observe(metrics, "sandbox_life_seconds", {}, lived / 1_000);
    await this.#tell(metrics);
  }

  async #tell(metrics: MetricsDelta): Promise<void> {
    await this.#env.METRICS.getByName("all")
      .add(metrics)
      .catch(() => undefined);
  }

  /** Nothing of it is left here. */
  async forget(): Promise<void> {
    const record = this.record.read();
    if (record) {
      await this.sendMoves();
      await this.fleet.forget(record.sandboxId);
    }
    const opened = await this.open();
    if (opened.ok) opened.value.events.close();
    await this.#state.storage.deleteAlarm();
    await this.#state.storage.deleteAll();
    this.#opening = null;
    this.record = openSandboxRecord(this.#state.storage);
  }

  /** Wakes it then, unless something else does. */
  async wakeBy(ms: number): Promise<void> {
    if ((await this.#state.storage.getAlarm()) === null) await this.wakeIn(ms);
  }

  wakeIn(ms: number): Promise<void> {
    return this.#state.storage.setAlarm(Date.now() + ms);
  }
}

const isAway = ({ kind }: Failure) => kind === "unavailable" || kind === "timed-out";
