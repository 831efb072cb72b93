import type { Act, OpenProject } from "../project/open-project.ts";

const acts = new WeakMap<Pick<OpenProject, "apply">, Act>();

/** Whose act it is when npm writes into a project: a running message’s, else one of its own. */
export const actOfPackages = (project: Pick<OpenProject, "apply">): Act =>
  acts.get(project) ?? { label: "Install packages" };

/** While `work` goes on, what npm writes into the project belongs to the act. */
export async function withActOfPackages<T>(
  project: Pick<OpenProject, "apply">,
  act: Act,
  work: () => Promise<T>,
): Promise<T> {
  acts.set(project, act);
  try {
    return await work();
  } finally {
    acts.delete(project);
  }
}
