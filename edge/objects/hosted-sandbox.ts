import { fail, ok, type Result } from "../../shared/failure.ts";
import type { HostedSandboxView, HostedState } from "../../shared/hosted-sandbox.ts";
import { HOSTED_LIFE } from "../../shared/limits.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import type { ScanAct } from "../domain/sandbox-fleet.ts";
import {
  canWake,
  holdsPlace,
  isAtRest,
  isServing,
  isUnderWay,
  wakesByVisit,
} from "../domain/sandbox-life.ts";
import type { PortAddress, TerminalOrder } from "../sandboxes/provider.ts";
import type { QueuePosition } from "./job-messages.ts";
import { hasObjectKey, openObjectKey } from "./object-key.ts";
import { SandboxCore, type SandboxEnv } from "./sandbox-core.ts";
import { SandboxMachine } from "./sandbox-machine.ts";
import type { SandboxCalls, SandboxOrder, SandboxOwner } from "./sandbox-messages.ts";
import { GONE, NOT_STARTED, sandboxView } from "./sandbox-view.ts";
import { SandboxWork } from "./sandbox-work.ts";
import { WatchedObject } from "./watched-object.ts";

const NO_PLACE: QueuePosition = { position: 0, expectedWaitMs: 0 };

/**
 * One hosted sandbox: its record, its events, its files as we last knew them, and the work under way,
 * which runs in the object's alarm: what a crash cut off is begun again.
 */
export class HostedSandbox extends WatchedObject<SandboxEnv> implements SandboxCalls {
  readonly #core: SandboxCore;
  readonly #machine: SandboxMachine;
  readonly #work: SandboxWork;

  constructor(state: DurableObjectState, env: SandboxEnv) {
    super(state, env);
    this.#core = new SandboxCore(state, env);
    this.#machine = new SandboxMachine(this.#core);
    this.#work = new SandboxWork(this.#core, env);
  }

  async create({ files, ...about }: SandboxOrder): Promise<Result<HostedSandboxView>> {
    const opened = await this.#core.open();
    if (!opened.ok) return opened;
    const there = this.#core.record.read();
    if (there) return there.ownerId === about.ownerId ? this.view() : fail(GONE);
    await opened.value.mirror.replace(files);
    this.#core.record.create(about, Date.now());
    await this.#core.say({ type: "step", step: "queue", message: "Accepted", progress: 0 });
    const entered = await this.#core.queueUp(false);
    if (!entered.ok) {
      await this.#core.forget();
      return entered;
    }
    return this.view();
  }

  async enter(): Promise<"comes" | "over"> {
    const record = this.#core.record.read();
    if (!record || !(isUnderWay(record.state) || holdsPlace(record.state))) return "over";
    if (record.state === "queued") {
      const changes = { placedAt: Date.now(), tries: 0, failure: null };
      this.#core.record.move("creating", "a place is free", Date.now(), changes);
      await this.#core.wakeIn(0);
    } else if (isUnderWay(record.state) && !this.#work.isUnderWay) await this.#core.wakeIn(0);
    return "comes";
  }

  async moved({ position, expectedWaitMs }: QueuePosition): Promise<void> {
    const record = this.#core.record.read();
    if (record?.state !== "queued") return;
    const detail = { jobId: record.sandboxId, position, expectedWaitMs };
    await this.#core.say({
      type: "progress",
      step: "queue",
      message: `Place ${position} in the queue`,
      detail,
    });
  }

  async isOwnedBy(personId: string): Promise<boolean> {
    const record = this.#core.record.read();
    return record?.ownerId === personId && record.state !== "deleted";
  }

  async revive(owner: SandboxOwner): Promise<boolean> {
    return this.#core.record.read() ? false : this.#core.snapshots.revive(owner);
  }

  async view(): Promise<Result<HostedSandboxView>> {
    const record = this.#core.record.read();
    const opened = await this.#core.open();
    if (!record || !opened.ok) return fail(GONE);
    const last = await opened.value.events.last();
    const place =
      record.state === "queued" ? await this.#core.fleet.place(record.sandboxId) : NO_PLACE;
    return ok(sandboxView(record, last, place));
  }

  async visit(): Promise<Result<HostedSandboxView>> {
    const record = this.#core.record.read();
    if (!record || record.state === "deleted") return fail(GONE);
    if (wakesByVisit(record, Date.now())) return this.wake("visited");
    // Its machine may have been lost while nobody looked: then it is made again.
    await this.check();
    await this.#core.touch(Date.now());
    return this.view();
  }

  write(changes: readonly FileChange[]): Promise<Result<void>> {
    return this.#machine.write(changes);
  }

  run(command: string, withinMs: number): ReturnType<SandboxCalls["run"]> {
    return this.#machine.run(command, withinMs);
  }

  address(): Promise<Result<PortAddress>> {
    return this.#machine.address();
  }

  resizeTerminal(terminal: TerminalOrder): Promise<Result<void>> {
    return this.#machine.resizeTerminal(terminal);
  }

  async files(): Promise<Result<ProjectFiles>> {
    if (!this.#core.record.read()) return fail(GONE);
    const opened = await this.#core.openWithFiles();
    if (!opened.ok) return opened;
    await this.#core.takeFiles();
    return ok(await opened.value.files());
  }

  async stop(reason: string): Promise<Result<HostedSandboxView>> {
    const record = this.#core.record.read();
    if (!record) return fail(GONE);
    if (record.state === "queued") {
      this.#core.backFromQueue("it doesn’t wait any longer");
      await this.#core.leave();
      return this.view();
    }
    const stopped = await this.#stop(reason, Date.now());
    return stopped.ok ? this.view() : stopped;
  }

  async wake(reason: string): Promise<Result<HostedSandboxView>> {
    const record = this.#core.record.read();
    if (!record || record.state === "deleted") return fail(GONE);
    if (!canWake(record.state)) return this.view();
    const now = Date.now();
    this.#core.record.move("queued", reason, now, {
      activeAt: now,
      failure: null,
      tries: 0,
      port: null,
    });
    await this.#core.say(
      { type: "step", step: "queue", message: "Coming back", progress: 0 },
      undefined,
      true,
    );
    const entered = await this.#core.queueUp(false);
    if (entered.ok) return this.view();
    this.#core.backFromQueue(entered.failure.message);
    await this.#core.noted();
    return entered;
  }

  async act(act: ScanAct, now: number): Promise<HostedState> {
    const record = this.#core.record.read();
    if (!record) return "deleted";
    if (act === "rest") this.#core.record.move("idle", "nobody uses it", now);
    if (act === "stop") await this.#stop("nobody used it for long", now);
    if (act === "warn") this.#core.record.move("warning", "it goes in half an hour", now);
    if (act === "archive") await this.#archive(now);
    if (act === "delete") await this.#remove(null);
    await this.#core.noted();
    return this.#core.record.read()?.state ?? "deleted";
  }

  async check(): Promise<void> {
    const record = this.#core.record.read();
    const provider = await this.#core.provider();
    if (!record || !isServing(record.state) || record.machineId === null || !provider) return;
    const found = await provider.find(record.machineId);
    const serves =
      found.ok &&
      found.value.isStarted &&
      (record.port === null || (await this.#machine.answers()));
    if (serves || (!found.ok && found.failure.kind !== "not-found")) return;
    this.#core.record.move("failed", "its machine was lost", Date.now());
    await this.#core.leave();
    await this.wake("its machine was lost");
  }

  remove(): Promise<Result<HostedSandboxView>> {
    return this.#remove(Date.now() + HOSTED_LIFE.deletedMs);
  }

  /** @param keptUntil how long its last snapshot stays, epoch milliseconds; `null`: nothing stays */
  async #remove(keptUntil: number | null): Promise<Result<HostedSandboxView>> {
    const record = this.#core.record.read();
    if (!record) return fail(GONE);
    if (keptUntil === null) await this.#core.snapshots.drop();
    else {
      await this.#core.takeFiles();
      await this.#core.snapshots.keep("deletion", keptUntil);
    }
    if (record.machineId !== null) {
      const removed = await (await this.#core.provider())?.remove(record.machineId);
      if (removed && !removed.ok) return removed;
    }
    this.#core.record.move("deleted", "deleted", Date.now(), { machineId: null });
    const view = await this.view();
    await this.#core.countEnd("owner");
    await this.#core.forget();
    return view;
  }

  async giveTo(from: string, to: Parameters<SandboxCalls["giveTo"]>[1]): Promise<void> {
    if (this.#core.record.read()?.ownerId !== from) return;
    // What was kept in the account before went with it.
    const kept = { keptChanges: null };
    this.#core.record.change({ ownerId: to.personId, tier: to.tier, ...kept });
    if (isAtRest(this.#core.record.read()!.state)) await this.#core.wakeBy(0);
    await this.#core.noted();
  }

  async wrapAnew(): Promise<void> {
    const { sql } = this.ctx.storage;
    if (hasObjectKey(sql)) await openObjectKey(sql, this.env.MASTER_KEYS);
  }

  async erase(): Promise<void> {
    const removed = await this.#remove(null);
    if (!removed.ok && removed.failure.kind !== "not-found") await this.#core.forget();
  }

  override async fetch(request: Request): Promise<Response> {
    const opened = await this.#core.open();
    const record = this.#core.record.read();
    if (!opened.ok || !record) return new Response(null, { status: 404 });
    const url = new URL(request.url);
    if (url.pathname === "/terminal") return this.#machine.terminal(url.searchParams);
    const after = Number(url.searchParams.get("after") ?? 0);
    return new Response(opened.value.events.stream(Number.isInteger(after) ? after : 0), {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    });
  }

  /** Whatever is due: the work under way, a look at the queue, what the database hasn't got. */
  override async alarm(): Promise<void> {
    const record = this.#core.record.read();
    if (!record) return;
    if (record.state === "queued") await this.#core.queueUp(true);
    else if (isUnderWay(record.state)) await this.#work.begin(record);
    else if (isAtRest(record.state)) await this.#core.snapshots.keep("stop");
    await this.#core.noted();
  }

  /** Keeps its files, then stops its machine. Its owner may stop it while the provider is away. */
  async #stop(reason: string, now: number): Promise<Result<void>> {
    const record = this.#core.record.read()!;
    if (!isServing(record.state) && record.state !== "stopping") return fail(NOT_STARTED);
    this.#core.record.move("stopping", reason, now);
    const taken = await this.#core.takeFiles();
    await this.#core.takeTerminalFolder();
    if (taken.ok) await this.#core.snapshots.keep("stop");
    const provider = await this.#core.provider();
    const stopped = taken.ok ? await provider?.stop(record.machineId ?? "") : taken;
    if (stopped && !stopped.ok && stopped.failure.kind !== "not-found")
      return this.#core.told(stopped);
    this.#core.record.move("stopped", reason, now);
    await this.#core.leave();
    return ok(undefined);
  }

  /** Its files are kept with the account where that has them, here else; the machine goes. */
  async #archive(now: number): Promise<void> {
    const record = this.#core.record.read()!;
    await this.#core.snapshots.keep("archive");
    const provider = await this.#core.provider();
    if (record.machineId !== null && provider) {
      const removed = await provider.remove(record.machineId);
      if (!removed.ok) return;
    }
    this.#core.record.move("archived", "nobody used it", now, { machineId: null, port: null });
    await this.#core.snapshots.letGo();
    await this.#core.countEnd("scan");
  }
}
