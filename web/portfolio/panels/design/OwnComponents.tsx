import { Button } from "../../../ui/Button.tsx";
import { DesignPart } from "./DesignPart.tsx";

export interface OwnComponentsProps {
  readonly components: readonly { readonly id: string; readonly name: string }[];
  /** While a model answers nothing else is asked of it. */
  readonly isBusy: boolean;
  readonly onAsk: (id: string) => void;
}

/** Parts of the page that a model writes anew from the person’s data. */
export function OwnComponents({ components, isBusy, onAsk }: OwnComponentsProps) {
  return (
    <DesignPart title="Make one of my own with AI">
      <p className="design-note">
        Written from your data, built and checked on the page. If it can’t be made, the template’s
        own stays; if you don’t like it, undo it in the chat or ask for another.
      </p>
      <div className="own-components">
        {components.map(({ id, name }) => (
          <Button key={id} size="small" isDisabled={isBusy} onPress={() => onAsk(id)}>
            {name}
          </Button>
        ))}
      </div>
    </DesignPart>
  );
}
