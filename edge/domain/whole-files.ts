import type { ChatRequest } from "../../shared/api/ai.ts";
import { LETTERS_A_TOKEN } from "../../shared/model-prices.ts";

type Messages = ChatRequest["messages"];

interface Edit {
  readonly path: string;
  readonly old: string;
  readonly new: string;
}

/**
 * What a call had taken more had the model written whole files instead of blocks. For each block that it
 * replaced it would have written the file as it had read it in this conversation: that, less the block
 * and its replacement, in its answer; and what was written so in earlier answers it reads again. A file
 * that it hasn't read here adds nothing, and neither does an edit that was refused.
 * @param calls the tool calls of the answer, their input letter for letter
 * @returns tokens, at the one measure of `LETTERS_A_TOKEN`
 */
export function wholeFileTokens(
  messages: Messages,
  calls: readonly { readonly name: string; readonly json: string }[],
): { readonly input: number; readonly output: number } {
  const lengths = new Map<string, number>();
  const pathOf = new Map<string, string>();
  const edits = new Map<string, Edit>();
  let carried = 0;
  for (const part of messages.flatMap(({ content }) => (Array.isArray(content) ? content : []))) {
    if (part.type === "tool_use") {
      const { path, content } = part.input;
      const edit = part.name === "edit_file" ? editIn(part.input) : null;
      if (edit) edits.set(part.id, edit);
      if (part.name === "read_file" && typeof path === "string") pathOf.set(part.id, path);
      if (typeof path === "string" && typeof content === "string")
        lengths.set(path, content.length);
    }
    if (part.type !== "tool_result" || part.is_error) continue;
    const { tool_use_id: id, content } = part;
    const read = pathOf.get(id);
    if (read !== undefined) lengths.set(read, lettersOf(content));
    const edit = edits.get(id);
    if (edit) carried += lettersMore(edit, lengths);
  }
  const written = calls
    .flatMap(({ name, json }) => (name === "edit_file" ? [editIn(parsed(json))] : []))
    .reduce((sum, edit) => sum + (edit ? lettersMore(edit, lengths) : 0), 0);
  return {
    input: Math.round(carried / LETTERS_A_TOKEN),
    output: Math.round(written / LETTERS_A_TOKEN),
  };
}

const lettersMore = ({ path, old, new: now }: Edit, lengths: ReadonlyMap<string, number>) =>
  Math.max(0, (lengths.get(path) ?? 0) - old.length - now.length);

function editIn(input: unknown): Edit | null {
  const { path, old, new: now } = (input ?? {}) as Readonly<Record<string, unknown>>;
  return typeof path === "string" && typeof old === "string" && typeof now === "string"
    ? { path, old, new: now }
    : null;
}

const lettersOf = (content: string | readonly { readonly text: string }[] | undefined): number =>
  typeof content === "string"
    ? content.length
    : (content ?? []).reduce((sum, { text }) => sum + text.length, 0);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // A call whose input isn't JSON wrote nothing.
    return null;
  }
}
