import { COMPONENT_LIMITS } from "../../limits.ts";
import type { OwnComponentId } from "../../ports/model.ts";
import type { ProjectFiles } from "../../project.ts";
import type { Resume } from "../../resume.ts";
import { markData } from "../context/mark-data.ts";
import { componentData } from "./component-data.ts";
import { componentPrompt } from "./component-prompt.ts";
import { modulesOf, placeOf, type ComponentPlace } from "./place-component.ts";

/** One that was written before and isn’t in the site. */
export interface PassedOver {
  readonly source: string;
  /** Why it couldn’t stay, as a clause; `null`: it could, and another one was wanted. */
  readonly why: string | null;
}

export interface ComponentWish {
  readonly files: ProjectFiles;
  readonly resume: Resume;
  readonly id: OwnComponentId;
  /** Oldest first; the model is shown the newest of them. */
  readonly passed?: readonly PassedOver[];
}

export interface ComponentTelling {
  readonly place: ComponentPlace;
  /** The person’s message to the model. */
  readonly question: string;
  /**
   * All that the model is told, our instruction too. The same for the same template, data and earlier ones,
   * letter for letter: it names the answer in a cache.
   */
  readonly told: string;
}

/** What a model is told of a component that is wanted, or why there can’t be one, as a clause. */
export function tellOfComponent({
  files,
  resume,
  id,
  passed = [],
}: ComponentWish): ComponentTelling | { readonly why: string } {
  const place = placeOf(files, id);
  if (!place) return { why: "it has no place for another" };
  const data = componentData(id, resume);
  if (data === null) return { why: "the résumé has nothing for it" };
  const question = [componentQuestion(files, place, data), ...passed.slice(-SHOWN).map(notThis)];
  const asked = question.join("\n\n");
  return { place, question: asked, told: `${componentPrompt(id)}\n${asked}` };
}

/** Of those passed over so many are shown: each is as long as a component. */
const SHOWN = 2;

const notThis = ({ source, why }: PassedOver) =>
  [
    why === null
      ? "This one was written before and another is wanted: make it plainly different, in its arrangement and not only in its colours."
      : `This one was written before and can’t be used: ${why}. Write one that can.`,
    markData("written before", source),
  ].join("\n\n");

/** What a résumé is to a template; a component can’t be written without it. */
const RESUME_MODULE = "src/resume.ts";

/** The template’s own, the modules that it uses, itself or by those that it chooses among, the data. */
function componentQuestion(
  files: ProjectFiles,
  { path, original }: ComponentPlace,
  data: unknown,
): string {
  let left = COMPONENT_LIMITS.shownLetters;
  const near = modulesOf(files, original);
  const far = near.flatMap((module) => modulesOf(files, module));
  const resume = Object.hasOwn(files, RESUME_MODULE) ? [RESUME_MODULE] : [];
  const modules = [...new Set([original, ...resume, ...near, ...far])].flatMap((module) => {
    const text = String(files[module]);
    if (text.length > left) return [];
    left -= text.length;
    return markData(module, text);
  });
  const json = JSON.stringify(data, null, 1).slice(0, COMPONENT_LIMITS.dataLetters);
  return [
    `Write ${path}. It takes the place of ${original}, which comes first; after it come modules that it uses, and what the component shows out of src/data/resume.json.`,
    ...modules,
    markData("src/data/resume.json", json),
    markData("package.json", dependenciesOf(files)),
  ].join("\n\n");
}

function dependenciesOf(files: ProjectFiles): string {
  const { dependencies = {} } = JSON.parse(String(files["package.json"])) as {
    dependencies?: object;
  };
  return JSON.stringify({ dependencies });
}
