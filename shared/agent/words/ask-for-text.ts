import { fail, ok, type Result } from "../../failure.ts";
import type { ModelPort, ModelRequest } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import { CUT } from "../loop/ask-model.ts";
import { STOPPED } from "../workspace-failures.ts";
import { AnswerReader } from "../loop/read-answer.ts";

/**
 * Asks one question and gives the whole answer's text. Fails as the port does, with `cancelled` when it was
 * stopped, and where the answer broke off: half an answer is none.
 */
export async function askForText(
  model: ModelPort,
  {
    text,
    ...request
  }: Pick<ModelRequest, "purpose" | "component" | "size"> & { readonly text: string },
  signal: StopSignal,
): Promise<Result<string>> {
  const messages = [{ role: "user", content: [{ type: "text", text }] }] as const;
  const opened = await model.open({ ...request, messages, tools: [], isRepair: false }, signal);
  if (!opened.ok) return opened;
  const reader = new AnswerReader();
  for await (const event of opened.value) reader.add(event);
  if (signal.aborted) return fail(STOPPED);
  const { parts, isWhole } = reader.answer;
  if (!isWhole) return fail(CUT);
  return ok(
    parts.map((part) => ("type" in part && part.type === "text" ? part.text : "")).join(""),
  );
}
