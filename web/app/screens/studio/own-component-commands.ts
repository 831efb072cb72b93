import { OWN_COMPONENTS } from "../../../../shared/agent/components/own-components.ts";
import type { Command } from "../../commands/command.ts";
import type { Studio } from "./studio-context.tsx";

/** One command for each part of the page that a model can write anew; none where there is no model. */
export function ownComponentCommands({ props }: Studio): readonly Command[] {
  if (props.chat.state.getState().offer?.isThere !== true) return [];
  return OWN_COMPONENTS.map(({ id, name }) => ({
    id: `own:${id}`,
    title: `Have a model write another ${name.toLowerCase()}`,
    group: "Look",
    icon: "layout-template",
    keywords: ["ai", "component", "section", "own", "hero"],
    run: () => props.own.ask(id),
  }));
}
