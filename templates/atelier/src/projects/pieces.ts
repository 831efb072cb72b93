import { coverPlans, type CoverPlan } from "../covers/cover-plan";
import { filled, isFilled, textOf } from "../filled";
import { displayUrl, machineDate } from "../format";
import { resume, type Project } from "../resume";
import { shown } from "../shown";
import { picturesOf } from "./pictures";

/** A project as the gallery hangs it. */
export interface Piece {
  /** Of the room that it opens in. */
  readonly id: string;
  readonly project: Project;
  readonly title: string;
  /** "2019–2021", or empty. */
  readonly years: string;
  readonly pictures: readonly string[];
  /** Drawn where there is no picture. */
  readonly plan: CoverPlan;
  /** Width by height on the wall. */
  readonly ratio: number;
  /** Whether there is more to see than the wall shows. */
  readonly hasRoom: boolean;
}

/** Pictures keep near the forms that cameras and screens give; covers may have any. */
const PICTURE_RATIOS = [1.5, 1.16, 1.32, 1.6, 1.24];
const COVER_RATIOS = [0.86, 1.1, 1.36, 0.95];

const yearOf = (date: string | undefined) => machineDate(textOf(date))?.slice(0, 4) ?? textOf(date);

function yearsOf({ startDate, endDate }: Project): string {
  const [from, to] = [yearOf(startDate), yearOf(endDate)];
  if (!from || from === to) return to;
  return to ? `${from}–${to}` : `${from}–`;
}

/** What a project is called; one without a name is called by the next best thing that it says. */
function titleOf(project: Project): string {
  const { name, entity, url, type, description, roles, keywords, highlights } = project;
  const said = [name, entity, displayUrl(textOf(url)), type, description];
  const listed = [roles, keywords, highlights].flatMap((texts) => filled(texts));
  return filled([...said, ...listed].map(textOf))[0] ?? yearsOf(project);
}

function piecesOf(projects: readonly Project[]): readonly Piece[] {
  const titles = projects.map(titleOf);
  const plans = coverPlans(titles);
  return projects.map((project, i) => {
    const pictures = picturesOf(project);
    const ratios = pictures.length > 0 ? PICTURE_RATIOS : COVER_RATIOS;
    const { type, description, highlights, keywords, roles, url } = project;
    return {
      id: `project-${i + 1}`,
      project,
      title: titles[i] ?? "",
      years: yearsOf(project),
      pictures,
      plan: plans[i]!,
      ratio: ratios[i % ratios.length] ?? 1,
      hasRoom: isFilled([pictures, type, description, highlights, keywords, roles, url]),
    };
  });
}

/** The gallery's pieces; none where the owner doesn't show projects. */
export const pieces: readonly Piece[] = shown.some(({ id }) => id === "projects")
  ? piecesOf(filled(resume.projects))
  : [];
