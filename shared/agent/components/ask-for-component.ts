import { ok, type Result } from "../../failure.ts";
import type { ModelPort, OwnComponentId } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import { askForText } from "../words/ask-for-text.ts";

/** Asks for the source of a component, within the call's own bounds. Fails as `askForText` does. */
export async function askForComponent(
  model: ModelPort,
  id: OwnComponentId,
  question: string,
  signal: StopSignal,
): Promise<Result<string>> {
  const order = { purpose: "component", component: id, size: "large", text: question } as const;
  const asked = await askForText(model, order, signal);
  return asked.ok ? ok(sourceIn(asked.value)) : asked;
}

/** The source in an answer, without what a model may put around it. */
const sourceIn = (text: string): string =>
  `${(/^```\w*\n([\s\S]*?)^```/m.exec(text)?.[1] ?? text).trim()}\n`;
