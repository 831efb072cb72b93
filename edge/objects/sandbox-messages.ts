/** What hosted sandboxes, their fleet and the routes say to each other. */
import type { Result } from "../../shared/failure.ts";
import type { HostedOffer, HostedSandboxView, HostedState } from "../../shared/hosted-sandbox.ts";
import type { JobPriority } from "../../shared/job.ts";
import type { Tier } from "../../shared/limits.ts";
import type { OwnComponentId } from "../../shared/ports/model.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import type { ScanAct } from "../domain/sandbox-fleet.ts";
import type { PortAddress, TerminalOrder } from "../sandboxes/provider.ts";
import type { QueuePosition } from "./job-messages.ts";

export interface SandboxOrder {
  readonly sandboxId: string;
  readonly ownerId: string;
  readonly tier: Tier;
  readonly priority: JobPriority;
  /** One id from the browser to the last log line (R5.7). */
  readonly requestId: string;
  /** The portfolio that it runs, by the id that browsers use. */
  readonly portfolioId: string | null;
  /** The edge installs packages and runs Vite; else who opened it does, through its terminal. */
  readonly serves: boolean;
  readonly files: ProjectFiles;
  /** Components that a model writes into them first, and whose quota pays. */
  readonly components?: {
    readonly ids: readonly OwnComponentId[];
    readonly quotaName: string;
  };
}

/** Who asks for a sandbox that they say is theirs. */
export interface SandboxOwner {
  readonly sandboxId: string;
  readonly personId: string;
  readonly tier: Tier;
}

/** `edge/objects/hosted-sandbox.ts`, as the fleet and the routes call it. */
export interface SandboxCalls {
  create(order: SandboxOrder): Promise<Result<HostedSandboxView>>;
  /** The fleet gives it a place. @returns whether it takes it */
  enter(): Promise<"comes" | "over">;
  /** The fleet tells a new place in the queue. */
  moved(place: QueuePosition): Promise<void>;
  isOwnedBy(personId: string): Promise<boolean>;
  /**
   * Where nothing is known of it here, it becomes what its owner's account has of it (after the service
   * came back from a backup). @returns whether it did
   */
  revive(owner: SandboxOwner): Promise<boolean>;
  view(): Promise<Result<HostedSandboxView>>;
  /** Somebody uses it. @returns whether it serves; one that is stopped is woken */
  visit(): Promise<Result<HostedSandboxView>>;
  write(changes: readonly FileChange[]): Promise<Result<void>>;
  files(): Promise<Result<ProjectFiles>>;
  run(
    command: string,
    withinMs: number,
  ): Promise<Result<{ readonly exitCode: number; readonly output: string }>>;
  /** Where its site is reached, for our proxy alone. */
  address(): Promise<Result<PortAddress>>;
  resizeTerminal(terminal: TerminalOrder): Promise<Result<void>>;
  /** Its files are kept, its machine stops. */
  stop(reason: string): Promise<Result<HostedSandboxView>>;
  wake(reason: string): Promise<Result<HostedSandboxView>>;
  /** What the scan found due at this time (epoch milliseconds). @returns the state afterwards */
  act(act: ScanAct, now: number): Promise<HostedState>;
  /** After the provider was down: whether it still runs; if not, it is made again. */
  check(): Promise<void>;
  /** Gone, with its machine and its files here. */
  remove(): Promise<Result<HostedSandboxView>>;
  /** What an anonymous person began belongs to the account they now have. */
  giveTo(
    from: string,
    to: Pick<SandboxOrder, "tier"> & { readonly personId: string },
  ): Promise<void>;
  /** Wraps its key under the current master key; where nothing is kept it does nothing. */
  wrapAnew(): Promise<void>;
  /** Removes every trace; a machine that can’t be reached is left to its own auto-stop. */
  erase(): Promise<void>;
  /** `GET /?after=3`: events; `GET /terminal`: a WebSocket. */
  fetch(request: Request): Promise<Response>;
}

export interface FleetEntry {
  readonly sandboxId: string;
  readonly ownerId: string;
  readonly tier: Tier;
  readonly priority: JobPriority;
  /** It was let in before and only comes back. */
  readonly isBack: boolean;
}

export interface FleetNote {
  readonly sandboxId: string;
  readonly ownerId: string;
  readonly tier: Tier;
  readonly state: HostedState;
  readonly activeAt: number;
  readonly since: number;
}

/** `edge/objects/sandbox-fleet.ts`, as sandboxes call it. */
export interface FleetCalls {
  /** Fails with `unavailable` (full, down) or `quota-exceeded` (the person has as many as the tier allows). */
  enter(entry: FleetEntry): Promise<Result<QueuePosition>>;
  place(sandboxId: string): Promise<QueuePosition>;
  /** It holds no place any more; `ranMs` is measured where it ran. */
  leave(sandboxId: string, ranMs: number | null): Promise<void>;
  note(note: FleetNote): Promise<void>;
  forget(sandboxId: string): Promise<void>;
  /** A call to the provider failed: look whether it is there at all. */
  suspect(): Promise<void>;
  /** A started machine out of the warm pool; `null` where none stands ready. */
  takeMachine(): Promise<string | null>;
}

export interface FleetLook {
  readonly offer: HostedOffer;
  readonly isEmergency: boolean;
  readonly rateFactor: number;
  readonly isDown: boolean;
  readonly pool: number;
}

/** `FleetCalls`, and what routes, cron and gauges ask beside. */
export interface SandboxFleetCalls extends FleetCalls {
  /** @param isPatient waits for the first look at the provider, where there was none yet */
  look(isPatient?: boolean): Promise<FleetLook>;
  setEmergency(isOn: boolean): Promise<FleetLook>;
  /** Ids of a person's, newest first. */
  listOf(ownerId: string): Promise<readonly string[]>;
  /** What is due at this time for those that nobody uses. @returns who was warned */
  scan(now: number): Promise<{
    readonly warned: readonly { readonly sandboxId: string; readonly ownerId: string }[];
    readonly acts: Readonly<Partial<Record<ScanAct, number>>>;
  }>;
}
