import { useStore } from "zustand";
import type { OpenProject } from "./open-project.ts";
import type { ProjectState } from "./project-state.ts";

/** The part of a project's state that a component shows; it renders again only when that part changes. */
export function useProjectState<T>(
  project: Pick<OpenProject, "store">,
  selector: (state: ProjectState) => T,
): T {
  return useStore(project.store, selector);
}
