import type { MessageOffers } from "../../shared/conversation.ts";
import { Button } from "../ui/Button.tsx";

type Offer = MessageOffers["choices"][number];

export interface OffersProps {
  readonly choices: readonly Offer[];
  /** The model can be asked instead. */
  readonly hasModel: boolean;
  /** Nothing was said or chosen since: the first is what a person most likely wants next. */
  readonly isAsked: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: (choice: Offer | "model") => void;
}

/** What a request may have meant, the likeliest first: each is done by one press. */
export function Offers({ choices, hasModel, isAsked, isDisabled, onChoose }: OffersProps) {
  if (choices.length === 0 && !hasModel) return null;
  const areNumbered = choices.length > 1;
  return (
    <ul className="chat-offers" aria-label="What you may mean">
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
            variant={choices.length > 0 ? "quiet" : isAsked ? "primary" : "secondary"}
            isDisabled={isDisabled}
            onPress={() => onChoose("model")}
          >
            {choices.length > 0 ? "Ask the model instead" : "Ask the model"}
          </Button>
        </li>
      )}
    </ul>
  );
}
