import type { MessageOffers } from "../../shared/conversation.ts";
import { Button } from "../ui/Button.tsx";

type Offer = MessageOffers["choices"][number];

export interface OffersProps {
  readonly open: MessageOffers;
  /** The model can be asked instead. */
  readonly hasModel: boolean;
  readonly isLast: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: (choice: Offer | "model") => void;
}

/** What a request may have meant, the likeliest first: each is done by one press. */
export function Offers({ open, hasModel, isLast, isDisabled, onChoose }: OffersProps) {
  const { choices, chosen } = open;
  if (choices.length === 0 && !hasModel) return null;
  // Nothing was said or chosen since: the first is what a person most likely wants next.
  const isAsked = isLast && chosen === undefined;
  const isElse = choices.length > 0 || chosen !== undefined;
  const areNumbered = choices.length > 1;
  return (
    <ul className="chat-offers" aria-label="What you may mean" data-asked={isAsked || undefined}>
      {choices.map((one, at) => (
        <li key={one.request}>
          <Button
            size="small"
            variant={isAsked && at === 0 ? "primary" : "secondary"}
            isDisabled={isDisabled}
            onPress={() => onChoose(one)}
          >
            {areNumbered && (
              <span className="chat-offer-number" aria-hidden="true">
                {at + 1}
              </span>
            )}
            <span>{one.label}</span>
          </Button>
        </li>
      ))}
      {hasModel && (
        <li>
          <Button
            size="small"
            variant={isElse ? "quiet" : isAsked ? "primary" : "secondary"}
            isDisabled={isDisabled}
            onPress={() => onChoose("model")}
          >
            {isElse ? "Ask the model instead" : "Ask the model"}
          </Button>
        </li>
      )}
    </ul>
  );
}
