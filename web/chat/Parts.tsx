import type { OwnComponentId } from "../../shared/ports/model.ts";
import { Button } from "../ui/Button.tsx";

export interface PartsProps {
  /** Parts of the page that a model writes anew. */
  readonly parts: readonly { readonly id: OwnComponentId; readonly name: string }[];
  readonly onPart: (id: OwnComponentId) => void;
}

/** Another of these is written and shown beside the one that is there. */
export const Parts = ({ parts, onPart }: PartsProps) => (
  <>
    <p>Or have a model write a part of the page anew. You see it beside yours, and choose.</p>
    <ul className="chat-examples" aria-label="Have written anew">
      {parts.map(({ id, name }) => (
        <li key={id}>
          <Button size="small" onPress={() => onPart(id)}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
  </>
);
