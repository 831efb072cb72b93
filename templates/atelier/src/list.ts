import { filled, textOf } from "./filled";
import { language } from "./resume";

const COMMA: Record<string, string> = { ar: "، ", fa: "، ", ur: "، ", zh: "、", ja: "、" };
const comma = COMMA[language.split("-")[0] ?? "en"] ?? ", ";

/** The texts that say something, with the commas of the page's language between them. */
export const listOf = (texts: readonly (string | undefined)[]) =>
  filled(texts.map(textOf)).join(comma);
