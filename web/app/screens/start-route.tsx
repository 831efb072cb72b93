import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { kit } from "../../generated/kit.ts";
import { usePortfolios } from "../flows/use-portfolios.ts";
import { foresee, useForesight, useStart } from "../flows/use-start.ts";
import { StartScreen } from "./start/StartScreen.tsx";
import type { ExampleSite } from "./start/start-screen-props.ts";

const EXAMPLES: readonly ExampleSite[] = Object.values(kit.templates)
  .toSorted((a, b) => a.manifest.order - b.manifest.order)
  .map(({ manifest, example }) => ({
    templateId: manifest.id,
    name: manifest.name,
    description: manifest.idea,
    url: example,
  }));

/** The first screen, wired to the flows. */
export function StartRoute() {
  const navigate = useNavigate();
  const open = useCallback(
    (id: string) => void navigate({ to: "/studio/$id", params: { id } }),
    [navigate],
  );
  const start = useStart(open);
  const kept = usePortfolios();
  useForesight();
  return (
    <StartScreen
      reading={start.reading}
      onFile={start.onFile}
      onText={start.onText}
      onExample={start.onExample}
      onWrite={() => void navigate({ to: "/write" })}
      onIntent={foresee}
      onCancel={start.onStop}
      onDismissFailure={start.onStop}
      examples={EXAMPLES}
      portfolios={kept.portfolios}
      onOpen={open}
      onRename={kept.rename}
      onDuplicate={kept.duplicate}
      onDelete={kept.remove}
      storageNotice={kept.notice}
      now={kept.now}
    />
  );
}
