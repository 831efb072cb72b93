import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { HOSTED_LIFE, TIER_LIMITS } from "../../shared/limits.ts";
import type { Configuration } from "../configuration.ts";
import {
  demandOf,
  fleetPlace,
  fleetPlaces,
  mayCome,
  mayEnter,
  placesFrom,
  poolSize,
  scanFleet,
  type ScanAct,
} from "../domain/sandbox-fleet.ts";
import { correlationOf } from "../domain/correlation.ts";
import { isHostedOffered, openProvider } from "../sandboxes/open-provider.ts";
import { openFleetRows, type FleetRows } from "./fleet-rows.ts";
import { asManyAs, DOWN, isFull, NOT_OFFERED, offerOf } from "./fleet-words.ts";
import type { Named, QueuePosition } from "./job-messages.ts";
import type {
  FleetEntry,
  FleetLook,
  FleetNote,
  SandboxCalls,
  SandboxFleetCalls,
} from "./sandbox-messages.ts";
import { WatchedObject } from "./watched-object.ts";

export interface FleetEnv extends Configuration {
  readonly SANDBOX: Named<SandboxCalls>;
}

/** What it does by itself belongs to nobody's request. */
const newCorrelation = () => correlationOf({}, () => crypto.randomUUID());

/** The provider is watched on for so long after somebody last asked, in milliseconds. */
const WATCH_ON_MS = 10 * 60_000;

/**
 * All hosted sandboxes: who has a place, who waits, which machines stand ready, whether the provider
 * answers. All of it is in SQLite: after a crash it goes on. Who got a place and didn't hear of it is told
 * again at the next look.
 */
export class SandboxFleet extends WatchedObject<FleetEnv> implements SandboxFleetCalls {
  readonly #rows: FleetRows;
  /** The place each waiting one was told last. */
  readonly #told = new Map<string, number>();
  /** Those that have heard that they have a place. */
  readonly #entered = new Set<string>();
  #filling: Promise<void> | null = null;
  #looking: Promise<void> | null = null;

  constructor(state: DurableObjectState, env: FleetEnv) {
    super(state, env);
    this.#rows = openFleetRows(state.storage.sql, placesFrom(env.SANDBOX_PLACES));
  }

  async enter(entry: FleetEntry): Promise<Result<QueuePosition>> {
    const now = Date.now();
    if (!isHostedOffered(this.env)) return fail(NOT_OFFERED);
    await this.#watch(now);
    const state = this.#rows.state();
    const isKnown = [...state.waiting, ...state.running].some(({ id }) => id === entry.sandboxId);
    if (!isKnown) {
      const refusal = this.#refusal(entry, now);
      if (refusal) return fail(refusal);
      this.#rows.wait(entry, now);
    }
    this.#dispatch();
    return ok(fleetPlace(this.#rows.state(), entry.sandboxId, now));
  }

  #refusal({ ownerId, tier, isBack }: FleetEntry, now: number): Failure | null {
    if (this.#isDown()) return DOWN;
    const most = this.#mostOf(tier);
    if (this.#rows.countOf(ownerId) >= most) return asManyAs(most);
    const may = mayCome(this.#rows.state(), now);
    return may.allowed || isBack ? null : isFull(may.retryAfterMs);
  }

  #mostOf(tier: FleetEntry["tier"]): number {
    if (tier === "anonymous" && this.env.SANDBOX_FOR_ANONYMOUS === "off") return 0;
    return TIER_LIMITS[tier].hostedSandboxes;
  }

  async place(sandboxId: string): Promise<QueuePosition> {
    return fleetPlace(this.#rows.state(), sandboxId, Date.now());
  }

  async leave(sandboxId: string, ranMs: number | null): Promise<void> {
    const ran = this.#rows.leave(sandboxId);
    this.#told.delete(sandboxId);
    this.#entered.delete(sandboxId);
    if (ran && ranMs !== null) this.#rows.measure(ranMs);
    this.#dispatch();
  }

  async note(note: FleetNote): Promise<void> {
    this.#rows.note(note);
  }

  async forget(sandboxId: string): Promise<void> {
    this.#rows.forget(sandboxId);
    await this.leave(sandboxId, null);
  }

  async listOf(ownerId: string): Promise<readonly string[]> {
    return this.#rows.known().flatMap((one) => (one.ownerId === ownerId ? [one.id] : []));
  }

  async takeMachine(): Promise<string | null> {
    const ready = this.#rows.pool().find(({ machineId }) => machineId !== null);
    if (!ready) return null;
    this.#rows.removePooled(ready.name);
    return ready.machineId;
  }

  async suspect(): Promise<void> {
    const now = Date.now();
    if (now - this.#rows.setting("lookedAt") > 1_000) await this.#lookAtProvider(now);
  }

  async look(isPatient = false): Promise<FleetLook> {
    const now = Date.now();
    if (isHostedOffered(this.env)) await this.#watch(now);
    if (isPatient && this.#rows.setting("lookedAt") === 0) await this.#lookAtProvider(now);
    const state = this.#rows.state();
    const demand = demandOf(state);
    return {
      offer: offerOf(
        this.#rows.state(),
        { isOffered: isHostedOffered(this.env), isDown: this.#isDown() },
        now,
      ),
      isEmergency: state.isEmergency,
      rateFactor: demand.rateFactor,
      isDown: this.#isDown(),
      pool: this.#rows.pool().filter(({ machineId }) => machineId !== null).length,
    };
  }

  async setEmergency(isOn: boolean): Promise<FleetLook> {
    this.#rows.set("emergency", isOn ? 1 : 0);
    this.#dispatch();
    return this.look();
  }

  async scan(now: number): ReturnType<SandboxFleetCalls["scan"]> {
    const demand = demandOf(this.#rows.state());
    const known = this.#rows.known();
    const warned: { sandboxId: string; ownerId: string }[] = [];
    const acts: Partial<Record<ScanAct, number>> = {};
    for (const { id, act } of scanFleet(known, demand, now)) {
      const after = await this.env.SANDBOX.getByName(id)
        .act(act, now)
        .catch(() => null);
      if (after === null) continue;
      acts[act] = (acts[act] ?? 0) + 1;
      const owner = known.find((one) => one.id === id)!;
      if (after === "warning") warned.push({ sandboxId: id, ownerId: owner.ownerId });
    }
    return { warned, acts };
  }

  /** Looks at the provider, fills the pool, tells those who have a place and don't know. */
  override async alarm(): Promise<void> {
    const now = Date.now();
    await this.#lookAtProvider(now);
    this.#dispatch();
    // Making a machine takes minutes; the next look doesn't wait for it.
    this.#filling ??= this.#fillPool(now).finally(() => (this.#filling = null));
    this.ctx.waitUntil(this.#filling);
    const { waiting, running } = this.#rows.state();
    const isUsed = waiting.length + running.length + this.#rows.pool().length > 0;
    const wasAsked = now - this.#rows.setting("askedAt") < WATCH_ON_MS;
    if (isUsed || wasAsked || this.#isDown()) {
      await this.ctx.storage.setAlarm(Date.now() + HOSTED_LIFE.healthEveryMs);
    }
  }

  /** One look at a time: who asks meanwhile waits for it. */
  #lookAtProvider(now: number): Promise<void> {
    this.#looking ??= this.#lookOnce(now).finally(() => (this.#looking = null));
    return this.#looking;
  }

  async #lookOnce(now: number): Promise<void> {
    const provider = await openProvider(this.env, newCorrelation());
    if (!provider) return;
    const answer = await provider.look();
    const wasDown = this.#isDown();
    this.#rows.set("lookedAt", now);
    if (!answer.ok && !wasDown) this.#rows.set("downSince", now);
    if (!answer.ok || !wasDown) return;
    this.#rows.set("downSince", 0);
    // It may have lost what ran: each looks after its own.
    for (const { id } of this.#rows.state().running) {
      this.ctx.waitUntil(
        this.env.SANDBOX.getByName(id)
          .check()
          .catch(() => undefined),
      );
    }
  }

  #isDown(): boolean {
    return this.#rows.setting("downSince") > 0;
  }

  /** Keeps the alarm going; where nobody has looked for long, it looks now. */
  async #watch(now: number): Promise<void> {
    this.#rows.set("askedAt", now);
    const isOld = now - this.#rows.setting("lookedAt") > 2 * HOSTED_LIFE.healthEveryMs;
    const alarm = await this.ctx.storage.getAlarm();
    if (alarm !== null && !(isOld && alarm > now + 1_000)) return;
    await this.ctx.storage.setAlarm(isOld ? now : now + HOSTED_LIFE.healthEveryMs);
  }

  /** Gives places to who may enter, and tells who moved: far from the head only every fifth place. */
  #dispatch(): void {
    const now = Date.now();
    // Whoever enters makes the next one's wait longer, and that may open more places.
    for (let next = this.#mayEnter(now); next.length > 0; next = this.#mayEnter(now)) {
      for (const { id } of next) {
        this.#rows.enter(id, now);
        this.#told.delete(id);
      }
    }
    const state = this.#rows.state();
    for (const { id } of state.running) {
      if (this.#entered.has(id)) continue;
      this.#entered.add(id);
      this.ctx.waitUntil(this.#tellEntry(id));
    }
    for (const { id, ...place } of fleetPlaces(state, now)) {
      const { position } = place;
      const isNews = !this.#told.has(id) || position <= 5 || position % 5 === 0;
      if (!isNews || this.#told.get(id) === position) continue;
      this.#told.set(id, position);
      // Not to know one's place is no failure.
      const telling = this.env.SANDBOX.getByName(id).moved(place);
      this.ctx.waitUntil(telling.catch(() => undefined));
    }
  }

  #mayEnter(now: number): readonly { readonly id: string }[] {
    return this.#isDown() ? [] : mayEnter(this.#rows.state(), now);
  }

  /** Where nothing is known of a sandbox any more its place is freed. */
  async #tellEntry(id: string): Promise<void> {
    const answer = await this.env.SANDBOX.getByName(id)
      .enter()
      .catch(() => "unreachable" as const);
    if (answer === "unreachable") this.#entered.delete(id);
    if (answer === "over") await this.leave(id, null);
  }

  /** Makes what is missing in the pool, one after another; takes away what is too much. */
  async #fillPool(now: number): Promise<void> {
    const provider = await openProvider(this.env, newCorrelation());
    if (!provider || this.#isDown()) return;
    const wanted = poolSize(this.#rows.state(), Number(this.env.SANDBOX_POOL ?? 0), now);
    const pool = this.#rows.pool();
    for (const { name, machineId } of pool.slice(wanted)) {
      if (machineId !== null && !(await provider.remove(machineId)).ok) continue;
      this.#rows.removePooled(name);
    }
    const names = pool
      .slice(0, wanted)
      .flatMap((one) => (one.machineId === null ? [one.name] : []));
    while (names.length + pool.filter((one) => one.machineId !== null).length < wanted) {
      names.push(`pool-${crypto.randomUUID()}`);
    }
    for (const name of names) {
      // Noted first: after a crash the same name finds the same machine.
      this.#rows.putPooled({ name, machineId: null });
      const made = await provider.make(name);
      if (made.ok) this.#rows.putPooled({ name, machineId: made.value.id });
    }
  }
}
