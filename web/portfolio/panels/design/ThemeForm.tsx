import { useState } from "react";
import type { Failure } from "../../../../shared/failure.ts";
import { themePackage } from "../../../../shared/portfolio/json-resume-theme/theme-source.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";

/** Tried with a full résumé: see shared/portfolio/json-resume-theme/README.md. */
const TRIED = [
  "elegant",
  "even",
  "stackoverflow",
  "kendall",
  "flat",
  "macchiato",
  "spartan",
  "class",
  "onepage",
] as const;

export interface ThemeFormProps {
  readonly onTake: (templateId: string) => void;
  readonly onClose: () => void;
}

/** Any JSON Resume theme of npm, by its name. */
export function ThemeForm({ onTake, onClose }: ThemeFormProps) {
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = (name: string) => {
    const found = themePackage(name);
    if (!found.ok) return setFailure(found.failure);
    onTake(found.value);
    onClose();
  };
  return (
    <form
      className="theme-form"
      aria-label="A JSON Resume theme"
      onSubmit={(event) => {
        event.preventDefault();
        take(typed);
      }}
    >
      <div>
        <h3>A JSON Resume theme…</h3>
        <p>
          Any package of npm named jsonresume-theme-…, with your content. It runs in Node, so it
          takes longer to start, and brings its own colours and type.
        </p>
      </div>
      <div className="theme-form-row">
        <TextField
          label="Name of the theme"
          value={typed}
          placeholder="even"
          onChange={(text) => {
            setTyped(text);
            setFailure(null);
          }}
          {...(failure === null ? {} : { error: `${failure.message} ${failure.nextStep}` })}
        />
        <Button type="submit" isDisabled={typed.trim() === ""}>
          Put it on
        </Button>
      </div>
      <div className="theme-form-known">
        {TRIED.map((name) => (
          <Button key={name} size="small" variant="quiet" onPress={() => take(name)}>
            {name}
          </Button>
        ))}
      </div>
    </form>
  );
}
