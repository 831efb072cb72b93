import type { OwnComponent } from "../../../../shared/agent/components/own-components.ts";
import { Button } from "../../../ui/Button.tsx";
import { DesignPart } from "./DesignPart.tsx";

export interface OwnComponentsProps {
  readonly components: readonly OwnComponent[];
  readonly onAsk: (id: OwnComponent["id"]) => void;
}

/** Parts of the page that a model writes anew from the person’s data. */
export function OwnComponents({ components, onAsk }: OwnComponentsProps) {
  return (
    <DesignPart title="Make one of my own with AI">
      <p className="design-note">
        A model is sent the data of that part and the template’s code, and writes another. It is
        built and checked, then shown beside yours: take it, ask for another or keep yours.
      </p>
      <div className="own-components">
        {components.map(({ id, name }) => (
          <Button key={id} size="small" onPress={() => onAsk(id)}>
            {name}
          </Button>
        ))}
      </div>
    </DesignPart>
  );
}
