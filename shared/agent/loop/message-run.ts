import type { ModelMessage, ToolName } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { Workspace } from "../../ports/workspace.ts";
import type { Asking } from "./ask-model.ts";
import type { TokenUsage } from "./events.ts";
import type { Journal } from "./journal.ts";
import type { Repairs } from "./repairs.ts";
import type { Permission } from "./tool-room.ts";

/** A message to the agent, and what it begins with. */
export interface AgentMessage {
  /** The person’s own words. */
  readonly text: string;
  readonly size: "small" | "large";
  /** What was said before, and the project in short; the request itself comes last (`context/`). */
  readonly messages: readonly ModelMessage[];
}

/** One message under way. */
export interface MessageRun {
  readonly message: AgentMessage;
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly repairs: Repairs;
  readonly signal: StopSignal;
  readonly answered: Map<string, boolean>;
  readonly asking: Asking;
  readonly tools: readonly ToolName[];
  readonly ask: (permission: Permission) => Promise<boolean>;
  said: readonly ModelMessage[];
  writtenLetters: number;
  readLetters: number;
  usage: TokenUsage;
  ofRepairs: TokenUsage;
}
