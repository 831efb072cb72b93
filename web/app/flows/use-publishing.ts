import { useCallback, useEffect, useRef, useState } from "react";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { OpenProject } from "../../project/open-project.ts";
import type { StudioProps } from "../screens/studio/studio-props.ts";

/** Whether signing in came back to publish; asked once, the address forgets it. */
function takePublishMark(): boolean {
  const url = new URL(location.href);
  if (!url.searchParams.has("publish")) return false;
  url.searchParams.delete("publish");
  history.replaceState(history.state, "", url);
  return true;
}

/** What the publish sheet does, over the project and wherever it runs just then. */
export function usePublishing(
  project: OpenProject,
  running: Sandbox | null,
): Pick<StudioProps, "publish" | "firstDialog"> {
  const [firstDialog] = useState(() => (takePublishMark() ? ("publish" as const) : null));
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
  return { publish, firstDialog };
}
