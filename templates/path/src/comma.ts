import { language } from "./resume";

const COMMAS: Record<string, string> = { ar: "، ", fa: "، ", ur: "، ", zh: "、", ja: "、" };

/** What stands between the things of a list in the page's language. */
export const comma = COMMAS[language.split("-")[0] ?? "en"] ?? ", ";
