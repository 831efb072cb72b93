import { z } from "zod";
import { fail, ok, type Result } from "../../failure.ts";
import { TOOL_NAMES, type ToolName } from "../../ports/model.ts";
import type { WrittenCall } from "./read-answer.ts";

const path = z.string().min(1).max(500);

/** What each tool takes, letter for letter as the gateway tells the model; anything more is an error. */
const INPUTS = {
  read_file: z.strictObject({ path }),
  write_file: z.strictObject({ path, content: z.string() }),
  edit_file: z.strictObject({ path, old: z.string().min(1), new: z.string() }),
  delete_file: z.strictObject({ path }),
  rename_file: z.strictObject({ path, to: path }),
  list_files: z.strictObject({ folder: z.string().max(500) }),
  search_files: z.strictObject({ text: z.string().min(1).max(500) }),
  check_logs: z.strictObject({}),
  run_command: z.strictObject({ command: z.string().min(1).max(2_000) }),
} as const satisfies Record<ToolName, z.ZodType>;

export type ToolCall = {
  [Name in ToolName]: {
    readonly id: string;
    readonly name: Name;
    readonly input: z.output<(typeof INPUTS)[Name]>;
  };
}[ToolName];

export type CallOf<Name extends ToolName> = Extract<ToolCall, { readonly name: Name }>;

export const isToolName = (name: string): name is ToolName =>
  (TOOL_NAMES as readonly string[]).includes(name);

/** The input as an object; `null` where it isn’t one. A call without input has streamed no letter. */
export function inputOf({ json }: WrittenCall): Readonly<Record<string, unknown>> | null {
  try {
    const input: unknown = json.trim() === "" ? {} : JSON.parse(json);
    const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
    return isObject ? (input as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A call as it may be carried out. Fails with the sentence that the model gets back. */
export function readToolCall(call: WrittenCall): Result<ToolCall, string> {
  const { id, name } = call;
  if (!isToolName(name)) return fail(`There is no tool called ${name}.`);
  const input = inputOf(call);
  if (input === null)
    return fail("The input isn’t a JSON object. Nothing was done; write it again.");
  const parsed = INPUTS[name].safeParse(input);
  if (!parsed.success) {
    return fail(`The input doesn’t fit. Nothing was done.\n${z.prettifyError(parsed.error)}`);
  }
  return ok({ id, name, input: parsed.data } as ToolCall);
}
