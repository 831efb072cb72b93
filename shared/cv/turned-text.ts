import type { Box, TextRun } from "../cv-document.ts";
import type { Line } from "./line.ts";

/** A page's text that is turned one way, set upright so that it is read like any other. */
export interface TurnedText {
  readonly page: number;
  /** Upright runs, on a page of their own. */
  readonly runs: readonly TextRun[];
  /** Puts a line's place back where it stands on the paper. */
  putBack(line: Line): Line;
}

type Angle = 90 | 180 | 270;
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Parts upright text from turned text (labels along a page's side, pages scanned on their head), and
 * sets each page's turned text upright, one piece for each angle.
 */
export function setTurnedApart(
  runs: readonly TextRun[],
  pages: readonly Size[],
): { readonly upright: readonly TextRun[]; readonly turned: readonly TurnedText[] } {
  if (runs.every((run) => run.angle === undefined)) return { upright: runs, turned: [] };
  const groups = new Map<string, TextRun[]>();
  for (const run of runs) {
    if (run.angle === undefined) continue;
    const key = `${run.page}|${run.angle}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const turned = [...groups.values()].map((members): TurnedText => {
    const { page } = members[0]!;
    const angle = members[0]!.angle as Angle;
    const size = pages[page] ?? { width: 595, height: 842 };
    return {
      page,
      runs: members.map((run) => setUpright(run, upright(run.box, angle, size))),
      putBack: (line) =>
        line.place.kind === "box"
          ? { ...line, place: { ...line.place, box: onPaper(line.place.box, angle, size) } }
          : line,
    };
  });
  return { upright: runs.filter((run) => run.angle === undefined), turned };
}

function setUpright(run: TextRun, box: Box): TextRun {
  const { angle: _angle, ...rest } = run;
  return { ...rest, box };
}

/** A box as it stands once its page is turned so that its text is upright. */
function upright({ x, y, width, height }: Box, angle: Angle, page: Size): Box {
  if (angle === 180)
    return { x: page.width - x - width, y: page.height - y - height, width, height };
  if (angle === 90) return { x: page.height - y - height, y: x, width: height, height: width };
  return { x: y, y: page.width - x - width, width: height, height: width };
}

/** The other way. */
function onPaper({ x, y, width, height }: Box, angle: Angle, page: Size): Box {
  if (angle === 180)
    return { x: page.width - x - width, y: page.height - y - height, width, height };
  if (angle === 90) return { x: y, y: page.height - x - width, width: height, height: width };
  return { x: page.width - y - height, y: x, width: height, height: width };
}
