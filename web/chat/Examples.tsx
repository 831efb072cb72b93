import { Button } from "../ui/Button.tsx";

export interface ExamplesProps {
  readonly examples: readonly string[];
  readonly onTry: (example: string) => void;
}

/** Requests to try. */
export const Examples = ({ examples, onTry }: ExamplesProps) => (
  <ul className="chat-examples" aria-label="Try">
    {examples.map((example) => (
      <li key={example}>
        <Button size="small" onPress={() => onTry(example)}>
          {example}
        </Button>
      </li>
    ))}
  </ul>
);
