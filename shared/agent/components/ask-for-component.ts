import { ok, type Result } from "../../failure.ts";
import { COMPONENT_LIMITS } from "../../limits.ts";
import type { ModelPort, OwnComponentId } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { ProjectFiles } from "../../project.ts";
import { markData } from "../context/mark-data.ts";
import { askForText } from "../words/ask-for-text.ts";
import { modulesOf, type ComponentPlace } from "./place-component.ts";

/**
 * What a model is told of one component: the template's own, the modules that this one uses, the data. The
 * same for the same template and data, letter for letter, so that it names the answer in a cache.
 */
export function componentQuestion(
  files: ProjectFiles,
  { path, original }: ComponentPlace,
  data: unknown,
): string {
  let left = COMPONENT_LIMITS.shownLetters;
  const modules = [original, ...modulesOf(files, original)].flatMap((module) => {
    const text = String(files[module]);
    if (text.length > left) return [];
    left -= text.length;
    return markData(module, text);
  });
  const json = JSON.stringify(data, null, 1).slice(0, COMPONENT_LIMITS.dataLetters);
  return [
    `Write ${path}. It takes the place of ${original}, which comes first; after it come modules that this one uses, and what the component shows out of src/data/resume.json.`,
    ...modules,
    markData("src/data/resume.json", json),
    markData("package.json", dependenciesOf(files)),
  ].join("\n\n");
}

/** Asks for the source of a component, within the call's own bounds. Fails as `askForText` does. */
export async function askForComponent(
  model: ModelPort,
  id: OwnComponentId,
  question: string,
  signal: StopSignal,
): Promise<Result<string>> {
  const order = { purpose: "component", component: id, size: "large", text: question } as const;
  const asked = await askForText(model, order, signal);
  return asked.ok ? ok(sourceIn(asked.value)) : asked;
}

/** The source in an answer, without what a model may put around it. */
const sourceIn = (text: string): string =>
  `${(/^```\w*\n([\s\S]*?)^```/m.exec(text)?.[1] ?? text).trim()}\n`;

function dependenciesOf(files: ProjectFiles): string {
  const { dependencies = {} } = JSON.parse(String(files["package.json"])) as {
    dependencies?: object;
  };
  return JSON.stringify({ dependencies });
}
