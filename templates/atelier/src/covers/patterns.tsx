import type { ReactNode } from "react";

/** What a pattern is drawn with: 100 units tall and `width` units wide, chance from the name. */
export interface Sheet {
  readonly width: number;
  readonly name: string;
  readonly chance: () => number;
}

const round = (value: number) => Math.round(value * 10) / 10;
const times = (count: number, draw: (index: number) => ReactNode) =>
  Array.from({ length: Math.max(1, count) }, (_, index) => draw(index));

/** The letters as numbers from 0 to 1: a name's own rhythm. */
function beats(name: string): number[] {
  const letters = [...name].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const codes = letters.map((letter) => ((letter.codePointAt(0) ?? 0) * 7) % 23);
  return codes.length > 0 ? codes.map((code) => code / 22) : [0.5];
}
const beat = (all: readonly number[], index: number) => all[index % all.length] ?? 0.5;

/** The first letter, larger than its sheet. */
function letter({ width, name, chance }: Sheet) {
  const [first = ""] = name.match(/[\p{L}\p{N}]\p{M}*/u) ?? [];
  const x = round(width * (0.4 + chance() * 0.2));
  return (
    <>
      <circle
        className="spot"
        cx={round(width * chance())}
        cy={round(20 + chance() * 60)}
        r={round(14 + chance() * 12)}
      />
      <text className="figure" x={x} y="104" fontSize="150" textAnchor="middle">
        {first.toUpperCase()}
      </text>
    </>
  );
}

/** A bar for each letter, as tall as the letter says. */
function bars({ width, name }: Sheet) {
  const all = beats(name);
  const count = Math.min(14, Math.max(5, all.length));
  const step = width / count;
  return times(count, (i) => {
    const height = 12 + beat(all, i) * 80;
    return (
      <rect
        key={i}
        className={beat(all, i) > 0.8 ? "spot" : "figure"}
        x={round(i * step)}
        y={round(100 - height)}
        width={round(step * 0.82)}
        height={round(height)}
      />
    );
  });
}

/** Quarter circles, each turned as chance has it. */
function quarters({ width, chance }: Sheet) {
  const size = chance() < 0.5 ? 50 : 100 / 3;
  const columns = Math.ceil(width / size);
  const left = (width - columns * size) / 2;
  return times(columns * Math.round(100 / size), (i) => {
    const [x, y] = [left + (i % columns) * size, Math.floor(i / columns) * size];
    const turn = Math.floor(chance() * 4) * 90;
    const half = size / 2;
    return (
      <path
        key={i}
        className={chance() < 0.24 ? "spot" : "figure"}
        d={`M0 0h${round(size)}a${round(size)} ${round(size)} 0 0 1 ${round(-size)} ${round(size)}z`}
        transform={`rotate(${turn} ${round(x + half)} ${round(y + half)})translate(${round(x)} ${round(y)})`}
      />
    );
  });
}

/** Rings about a point that needn't be on the sheet. */
function rings({ width, chance }: Sheet) {
  const [cx, cy] = [round(width * chance()), round(chance() * 100)];
  const step = 9 + chance() * 9;
  const count = Math.ceil((width + 60) / step);
  return (
    <>
      {times(count, (i) => (
        <circle key={i} className="stroke" cx={cx} cy={cy} r={round((i + 1) * step)} />
      ))}
      <circle className="spot" cx={cx} cy={cy} r={round(step * 0.8)} />
    </>
  );
}

/** A sun on its horizon, and its light on the water. */
function horizon({ width, chance }: Sheet) {
  const line = round(46 + chance() * 16);
  const cx = round(width * (0.25 + chance() * 0.5));
  const r = round(22 + chance() * 14);
  return (
    <>
      <path className="spot" d={`M${cx - r} ${line}a${r} ${r} 0 0 1 ${2 * r} 0z`} />
      {times(7, (i) => (
        <rect
          key={i}
          className="figure"
          x="0"
          y={round(line + i * 8)}
          width={round(width)}
          height={round(1 + i * 0.9)}
        />
      ))}
    </>
  );
}

/** A dot for each letter, as large as the letter says. */
function dots({ width, name, chance }: Sheet) {
  const all = beats(name);
  const rows = 4 + Math.floor(chance() * 3);
  const size = 100 / rows;
  const columns = Math.floor(width / size);
  const left = (width - columns * size) / 2;
  return times(rows * columns, (i) => {
    const value = beat(all, i + Math.floor(i / columns));
    return (
      <circle
        key={i}
        className={value > 0.85 ? "spot" : "figure"}
        cx={round(left + ((i % columns) + 0.5) * size)}
        cy={round((Math.floor(i / columns) + 0.5) * size)}
        r={round(size * (0.08 + value * 0.4))}
      />
    );
  });
}

/** Steps up or down, and something that rolls there. */
function steps({ width, chance }: Sheet) {
  const count = 4 + Math.floor(chance() * 4);
  const step = width / count;
  const at = Math.floor(chance() * (count - 1));
  const top = (i: number) => 100 - ((i + 1) / (count + 1.4)) * 100;
  const r = Math.min(step * 0.5, 13);
  return (
    <>
      {times(count, (i) => (
        <rect
          key={i}
          className="figure"
          x={round(i * step)}
          y={round(top(i))}
          width={round(step + 0.3)}
          height="100"
        />
      ))}
      <circle className="spot" cx={round((at + 0.5) * step)} cy={round(top(at) - r)} r={round(r)} />
    </>
  );
}

/** Waves, one under the other. */
function waves({ width, chance }: Sheet) {
  const length = round(18 + chance() * 26);
  const height = round(4 + chance() * 7);
  const count = Math.ceil(width / length) + 3;
  return times(7, (i) => (
    <path
      key={i}
      className={i === 2 ? "stroke spotted" : "stroke"}
      d={`M${round(-length * (1 + (i % 2) * 0.5))} ${8 + i * 14}${`q${round(length / 4)} ${-height} ${round(length / 2)} 0t${round(length / 2)} 0`.repeat(count)}`}
    />
  ));
}

/** Each kind of cover; a new one needs a line here. */
export const PATTERNS = { letter, bars, quarters, rings, horizon, dots, steps, waves } as const;
export type Pattern = keyof typeof PATTERNS;
