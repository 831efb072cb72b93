import { createStore, type StoreApi } from "zustand/vanilla";
import {
  OWN_COMPONENTS,
  type OwnComponent,
} from "../../../shared/agent/components/own-components.ts";
import { placeComponent, placeOf } from "../../../shared/agent/components/place-component.ts";
import type { PassedOver } from "../../../shared/agent/components/tell-of-component.ts";
import { lockOn, nameOfLock } from "../../../shared/agent/walls/locks.ts";
import type { Lock } from "../../../shared/conversation.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { changesBetween, fileAt } from "../../../shared/portfolio/apply-changes.ts";
import type { OwnComponentId } from "../../../shared/ports/model.ts";
import type { FileChange, FileContent, ProjectFiles } from "../../../shared/project.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { cannotLoad } from "./cannot-load.ts";
import type { OwnWish, Proposed, ProposeComponent } from "./own-wish.ts";

export interface OwnComponents {
  /** `null` while nothing is asked for. */
  readonly state: Pick<StoreApi<OwnWish | null>, "getState" | "getInitialState" | "subscribe">;
  ask(id: OwnComponentId): void;
  /** Another one than the last; where none came, the same again. */
  another(): void;
  /** Puts it into the portfolio: one act. Fails with `forbidden` where a lock holds it off. */
  take(): Result<void>;
  /** The site stays as it is. */
  close(): void;
}

export interface OwnParts {
  readonly project: Pick<OpenProject, "getState" | "apply">;
  readonly locks: () => readonly Lock[];
  /** Writes one, opens the sandboxes, checks; its code comes with the first wish. */
  readonly load: () => Promise<ProposeComponent>;
}

/** Parts of one’s own (R2.5): written, tried beside the portfolio, and taken only when the person says so. */
export function openOwnComponents(parts: OwnParts): OwnComponents {
  const state = createStore<OwnWish | null>(() => null);
  let control = new AbortController();
  let proposal: Proposed | null = null;
  let passed: readonly PassedOver[] = [];
  const letGo = (...names: readonly ("mine" | "proposed")[]) => {
    control.abort();
    for (const name of names) void state.getState()?.[name]?.dispose();
  };
  const begin = (component: OwnComponent, mine: OwnWish["mine"]) => {
    control = new AbortController();
    proposal = null;
    state.setState({ component, mine, ...BEGUN }, true);
    const { signal } = control;
    const say = (news: Partial<OwnWish>) => {
      if (signal.aborted) return;
      state.setState((now) => now && { ...now, ...news }, true);
    };
    void round(parts, { component, mine, passed, signal, say }).then((made) => {
      if (!signal.aborted) proposal = made;
    });
  };
  return {
    state,
    ask: (id) => {
      letGo("mine", "proposed");
      passed = [];
      begin(
        OWN_COMPONENTS.find((one) => one.id === id)!,
        null,
      );
    },
    another: () => {
      const wish = state.getState();
      if (wish === null) return;
      if (proposal !== null) passed = [...passed, { source: proposal.source, why: wish.why }];
      letGo("proposed");
      begin(wish.component, wish.mine);
    },
    take: () => {
      const wish = state.getState();
      if (wish?.phase !== "ready" || proposal === null) return ok(undefined);
      const { id, name } = wish.component;
      const changes = changesFor(parts, id, proposal.source);
      if (!changes.ok) return changes;
      parts.project.apply(changes.value, { label: `${name} of my own` });
      letGo("mine", "proposed");
      state.setState(null, true);
      return ok(undefined);
    },
    close: () => {
      letGo("mine", "proposed");
      state.setState(null, true);
    },
  };
}

const BEGUN = { phase: "writing", proposed: null, why: null, failure: null } as const;

/** One way from a wish to what can be taken; `null` where nothing was written. */
async function round(
  parts: OwnParts,
  asked: {
    readonly component: OwnComponent;
    readonly mine: OwnWish["mine"];
    readonly passed: readonly PassedOver[];
    readonly signal: AbortSignal;
    readonly say: (news: Partial<OwnWish>) => void;
  },
): Promise<Proposed | null> {
  const { component, mine, passed, signal, say } = asked;
  try {
    // What a lock holds off isn’t paid for.
    const open = changesFor(parts, component.id, "");
    if (!open.ok) {
      say({ phase: "failed", failure: open.failure });
      return null;
    }
    const propose = await parts.load();
    const { files } = parts.project.getState();
    return await propose({ component, files, mine, passed, signal, say });
  } catch (error) {
    say({ phase: "failed", failure: cannotLoad(error) });
    return null;
  }
}

/** What taking it changes, in the files as they are now. */
function changesFor(
  { project, locks }: OwnParts,
  id: OwnComponentId,
  source: string,
): Result<readonly FileChange[]> {
  const { files } = project.getState();
  const place = placeOf(files, id);
  if (place === null) return fail(NO_PLACE);
  const changes = changesBetween(files, placeComponent(files, place, source));
  for (const { path, content } of changes) {
    const lock = lockOn({ path, before: textAt(files, path), after: asText(content) }, locks());
    if (lock !== null) return fail(lockedBy(nameOfLock(lock)));
  }
  return ok(changes);
}

const asText = (content: FileContent | null) => (typeof content === "string" ? content : null);
const textAt = (files: ProjectFiles, path: string) => asText(fileAt(files, path));

const NO_PLACE: Failure = {
  kind: "not-found",
  message: "This page has no place for another.",
  nextStep: "Its files may have changed, or the opening that you have shows it already.",
  retryable: false,
};

const lockedBy = (name: string): Failure => ({
  kind: "forbidden",
  message: `You have locked ${name} against the agent.`,
  nextStep: "Unlock it among the files, then ask again.",
  retryable: false,
});
