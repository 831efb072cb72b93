import type { BuildOutput } from "../../../shared/build.ts";
import type { Result } from "../../../shared/failure.ts";
import type { FileContent, ProjectFiles } from "../../../shared/project.ts";
import { stillPage } from "./still-page.ts";

export interface PictureParts {
  /** The project as it would be with a template on it. */
  readonly filesWith: (templateId: string) => Promise<Result<ProjectFiles>>;
  /** Its finished site; `null` where this browser alone can't build it. */
  readonly build: (files: ProjectFiles) => Promise<Result<BuildOutput> | null>;
  /** Tells contents apart. */
  readonly hash: (content: FileContent) => string;
  /** Resolves when nobody types and nothing more urgent is to be done. */
  readonly whenQuiet: () => Promise<void>;
}

/** Pages by template id: the project's own site with that template on, standing still. */
export type TemplatePages = ReadonlyMap<string, string>;

export interface TemplatePictures {
  readonly getState: () => TemplatePages;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says that a template's picture is in view; the returned function, that it isn't any more. */
  readonly want: (templateId: string) => () => void;
  /** The project has changed: what is in view is drawn again, and stands as it was until then. */
  readonly changed: () => void;
}

/**
 * Draws what is in view, one after the other, when nobody types. A picture is drawn once for what it
 * shows: going from template to template draws none of the others again.
 */
export function templatePictures(parts: PictureParts): TemplatePictures {
  const listeners = new Set<() => void>();
  /** How many places show a template's picture. */
  const wanted = new Map<string, number>();
  const due = new Set<string>();
  /** By template: what its picture was drawn from, also where none could be drawn. */
  const drawnFrom = new Map<string, string>();
  const nameOf = contentName(parts.hash);
  let pages: TemplatePages = new Map();
  let isDrawing = false;

  async function drawDue() {
    if (isDrawing) return;
    isDrawing = true;
    while (due.size > 0) {
      await parts.whenQuiet();
      const [id] = due;
      if (id === undefined) break;
      due.delete(id);
      if (wanted.has(id)) await draw(id);
    }
    isDrawing = false;
  }

  async function draw(id: string) {
    const files = await parts.filesWith(id);
    if (!files.ok) return;
    const name = nameOf(files.value);
    if (drawnFrom.get(id) === name) return;
    const built = await parts.build(files.value);
    drawnFrom.set(id, name);
    if (!built?.ok) return;
    pages = new Map([...pages, [id, stillPage(built.value)]]);
    for (const listener of listeners) listener();
  }

  return {
    getState: () => pages,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want: (id) => {
      wanted.set(id, (wanted.get(id) ?? 0) + 1);
      due.add(id);
      void drawDue();
      return () => {
        const left = (wanted.get(id) ?? 1) - 1;
        if (left > 0) wanted.set(id, left);
        else wanted.delete(id);
      };
    },
    changed: () => {
      for (const id of wanted.keys()) due.add(id);
      void drawDue();
    },
  };
}

/** Names a project by what is in it; bytes, which are large and stay the same, are read once. */
function contentName(hash: PictureParts["hash"]): (files: ProjectFiles) => string {
  const known = new WeakMap<Uint8Array, string>();
  const nameOf = (content: FileContent): string => {
    if (typeof content === "string") return hash(content);
    const name = known.get(content) ?? hash(content);
    known.set(content, name);
    return name;
  };
  return (files) =>
    hash(
      Object.entries(files)
        .map(([path, content]) => `${path} ${nameOf(content)}`)
        .sort()
        .join("\n"),
    );
}
