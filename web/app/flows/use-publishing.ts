import { useCallback, useEffect, useRef, useState } from "react";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { OpenProject } from "../../project/open-project.ts";
import type { StudioProps } from "../screens/studio/studio-props.ts";

const MARKS = ["publish", "elsewhere"] as const;

/** The sheet that signing in came back to; asked once, the address forgets it. */
function takeMark(): (typeof MARKS)[number] | null {
  const url = new URL(location.href);
  const mark = MARKS.find((one) => url.searchParams.has(one));
  if (mark === undefined) return null;
  url.searchParams.delete(mark);
  history.replaceState(history.state, "", url);
  return mark;
}

/** What the sheets for publishing and for other hosts do, over the project and wherever it runs just then. */
export function usePublishing(
  project: OpenProject,
  running: Sandbox | null,
): Pick<StudioProps, "publish" | "elsewhere" | "firstDialog"> {
  const [firstDialog] = useState(takeMark);
  const sandbox = useRef(running);
  useEffect(() => {
    sandbox.current = running;
  }, [running]);
  const publish = useCallback(async () => {
    const [{ apiClient: client }, { publishActs }] = await Promise.all([
      import("../api-client.ts"),
      import("./publish-acts.ts"),
    ]);
    return publishActs({ client, project, sandbox: () => sandbox.current });
  }, [project]);
  const elsewhere = useCallback(async () => {
    const [{ apiClient: client }, { elsewhereActs }] = await Promise.all([
      import("../api-client.ts"),
      import("./elsewhere-acts.ts"),
    ]);
    return elsewhereActs({ client, project, sandbox: () => sandbox.current });
  }, [project]);
  return { publish, elsewhere, firstDialog };
}
