import { chanceOf } from "./chance";
import type { CoverPlan } from "./cover-plan";
import { PATTERNS } from "./patterns";

interface Props {
  plan: CoverPlan;
  /** Width by height. */
  ratio: number;
}

/** A picture made from a name, for what has none; the name itself stands beside it. */
export function Cover({ plan, ratio }: Props) {
  const { name, pattern, scheme } = plan;
  const width = Math.round(ratio * 100);
  return (
    <svg
      className="cover"
      data-scheme={scheme}
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {PATTERNS[pattern]({ width, name, chance: chanceOf(`${name} ${pattern}`) })}
    </svg>
  );
}
