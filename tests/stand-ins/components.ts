import type { AnthropicAnswer, AnthropicCall } from "./anthropic.ts";

/** The file that a model is asked to write a component into; `null` where it is asked something else. */
export function askedComponent({ body }: AnthropicCall): string | null {
  if (!body.system?.[0]?.text.startsWith("You write one React component")) return null;
  return /Write (src\/own\/\w+\.tsx)/.exec(JSON.stringify(body.messages))?.[1] ?? null;
}

/** A component as models answer it: with words around it. */
export const componentAnswer = (source: string): AnthropicAnswer => ({
  blocks: [{ text: `Here it is:\n\n\`\`\`tsx\n${source}\`\`\`` }],
});

/** A component for a template, with what it shows of each skill as an expression of `name` and `i`. */
export const componentSource = (
  shown = "<li key={i}>{name}</li>",
) => `import { resume } from "../resume";

export default function Own() {
  return <ul>{(resume.skills ?? []).map(({ name }, i) => ${shown})}</ul>;
}
`;
