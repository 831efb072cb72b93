import { useEffect } from "react";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { portfolioStorage } from "../compose.ts";
import { stillPage } from "./still-page.ts";

/** Quiet time after the last change before the picture is drawn again; milliseconds. */
const QUIET_MS = 4_000;

/** Keeps a picture of the site for the shelf, drawn when the person pauses. */
export function usePicture(project: OpenProject, sandbox: Sandbox | null): void {
  useEffect(() => {
    if (!sandbox) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = async () => {
      const built = await sandbox.build();
      if (!built.ok) return;
      const storage = await portfolioStorage();
      await storage.saveThumbnail(project.id, {
        type: "text/html",
        content: stillPage(built.value),
      });
    };
    const unsubscribe = sandbox.subscribe((event) => {
      if (event.type !== "preview-painted") return;
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [project, sandbox]);
}
