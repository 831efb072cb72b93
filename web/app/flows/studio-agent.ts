import { ai } from "../../../shared/api/ai.ts";
import { usage } from "../../../shared/api/usage.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { LastEvent } from "../../../shared/agent/loop/events.ts";
import { fail, type Failure } from "../../../shared/failure.ts";
import type { Permission } from "../../../shared/agent/loop/tool-room.ts";
import { pause } from "../../agent/pause.ts";
import { readConfigured } from "../../api/read-configured.ts";
import { budgetRemark } from "../../account/budget-remark.ts";
import { knownPerson } from "../../account/known-person.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { ensurePerson } from "./ensure-person.ts";
import {
  NO_MODEL,
  type AgentAsk,
  type AgentTask,
  type ChatAgent,
  type HandedMessage,
  type HandedTask,
} from "./chat-agent.ts";
import { syncStore } from "./sync-words.ts";
import { whoAnswers } from "./who-answers.ts";

interface Parts {
  readonly project: OpenProject;
  /** What shows the site now; `null` while nothing does. */
  readonly sandbox: () => Sandbox | null;
  /** Another sandbox is on its way and will take that one’s place. */
  readonly isMoving: () => boolean;
}

/** The agent over an open portfolio. It, and the model's client, come with the first request for them. */
export function studioAgent(parts: Parts): ChatAgent {
  let hasAsked = false;
  let bringing: Promise<void> | null = null;
  return {
    offer: async () => {
      const { apiClient } = await import("../api-client.ts");
      // Only who has an account can have a key; nobody else's session is asked about.
      const isKnown = knownPerson() !== null;
      const [configured, key] = await Promise.all([
        readConfigured(apiClient),
        isKnown ? apiClient.call(ai.key, {}) : null,
      ]);
      if (key?.ok && key.value.kept) return { isThere: true, remark: null };
      if (!configured.ok || !configured.value.chatModel) return NO_MODEL;
      // Who has never asked has used nothing, and may have no session to ask with.
      if (!hasAsked && !isKnown) return { isThere: true, remark: null };
      const used = await apiClient.call(usage.read, {});
      const meter = used.ok ? used.value.meters.find(({ id }) => id === "ai-tokens") : undefined;
      return { isThere: true, remark: meter ? budgetRemark(meter, navigator.language) : null };
    },
    hear: async (jobId, onEvent, signal) => {
      const [{ followJob }, { apiClient }] = await Promise.all([
        import("../../api/follow-job.ts"),
        import("../api-client.ts"),
      ]);
      await followJob(apiClient, { jobId }, { onEvent, signal });
    },
    handOver: (message) => {
      const who = whoAnswers({
        isSignedIn: knownPerson() !== null,
        sync: syncStore.getState().state,
        portfolioId: parts.project.id,
        shownIn: parts.sandbox()?.kind ?? null,
        isMoving: parts.isMoving(),
        isAboutCode: message.isAboutCode,
      });
      if (who === "studio") return null;
      hasAsked = true;
      return handLater(parts.project, message);
    },
    bringIn: () => (bringing ??= bringNow(parts.project).finally(() => (bringing = null))),
    run: (ask) => {
      hasAsked = true;
      return runTask(parts, ask);
    },
  };
}

/** Handing over, once its code is there. */
function handLater(project: OpenProject, message: HandedMessage): HandedTask {
  const begun = Promise.all([import("./hand-over.ts"), import("../api-client.ts")]).then(
    ([{ handOver }, { apiClient }]) => handOver({ client: apiClient, project }, message),
  );
  return {
    taken: begun.then(({ taken }) => taken).catch(() => fail(NOT_LOADED)),
    stop: () => void begun.then((handed) => handed.stop()).catch(() => undefined),
  };
}

async function bringNow(project: OpenProject): Promise<void> {
  if (knownPerson() === null) return;
  const loaded = await Promise.all([
    import("./bring-to-account.ts"),
    import("../api-client.ts"),
  ]).catch(() => null);
  if (loaded === null) return;
  const [{ bringToAccount }, { apiClient }] = loaded;
  await bringToAccount({ client: apiClient, project });
}

function runTask({ project, sandbox, isMoving }: Parts, ask: AgentAsk): AgentTask {
  const control = new AbortController();
  const waiting = new Map<string, (isAllowed: boolean) => void>();
  const leave = ({ id }: Permission) =>
    new Promise<boolean>((answer) => {
      waiting.set(id, answer);
      control.signal.addEventListener("abort", () => answer(false), { once: true });
    });
  const run = async () => {
    const [{ runAgentMessage }, { openModel }, { apiClient }] = await Promise.all([
      import("../../agent/run-agent-message.ts"),
      import("../../api/open-model.ts"),
      import("../api-client.ts"),
    ]);
    const { text, past, locks, about, onEvent } = ask;
    const person = await ensurePerson(apiClient);
    if (!person.ok) return onEvent(notBegun(person.failure));
    if (about) {
      const { explainCode } = await import("../../../shared/agent/words/explain-code.ts");
      const model = openModel(apiClient, crypto.randomUUID());
      const { signal } = control;
      for await (const event of explainCode({ text, about, model, signal, wait: pause })) {
        onEvent(event);
      }
      return;
    }
    const events = runAgentMessage({
      text,
      past,
      locks,
      project,
      sandbox,
      isMoving,
      openModel: (messageId) => openModel(apiClient, messageId),
      ask: leave,
      signal: control.signal,
    });
    for await (const event of events) onEvent(event);
  };
  return {
    stop: () => control.abort(),
    leave: () => control.abort(),
    answer: (id, isAllowed) => waiting.get(id)?.(isAllowed),
    ended: run().catch(() => ask.onEvent(notBegun(NOT_LOADED))),
  };
}

/** The agent's code couldn't be fetched: offline, or a new release has taken its place. */
const NOT_LOADED = {
  kind: "unavailable",
  message: "The agent couldn’t be loaded.",
  nextStep: "Check the connection, reload the page and try again. Nothing was changed.",
  retryable: true,
} as const;

const notBegun = ({ kind, message, nextStep, retryable }: Failure): LastEvent => ({
  type: "failed",
  failure: { kind, message, nextStep, retryable },
  changes: [],
  isKept: false,
});
