/** What the scorer of cv-bench gives; only what is printed here. */
export interface Tally {
  readonly t: number;
  readonly p: number;
  readonly m: number;
  readonly n?: number;
}

export interface Scored {
  readonly docs: readonly {
    readonly id: string;
    readonly acc: number;
    readonly missing: boolean;
  }[];
  readonly groups: Readonly<Record<string, Tally>>;
  readonly kinds: Readonly<Record<string, Tally>>;
  readonly langs: Readonly<Record<string, Tally>>;
  readonly all: Tally;
  readonly micro: number;
  readonly macroPerson: number;
  readonly prf: { readonly p: number; readonly r: number; readonly f: number };
}

export interface Scorer {
  scoreAll(predictions: (id: string) => unknown, truth: string, options: object): Scored;
  prf(tally: Tally): { readonly p: number; readonly r: number; readonly f: number };
}

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);

/** Lines of the report: by group, kind and language, then the worst documents. Shares in percent. */
export function formatTally(score: Scored, prf: Scorer["prf"]): string[] {
  const row = (name: string, tally: Tally): string => {
    const { p, r, f } = prf(tally);
    return `${name.padEnd(26)}${String(tally.t).padStart(7)}${percent(p)}${percent(r)}${percent(f)}`;
  };
  const table = (title: string, tallies: Readonly<Record<string, Tally>>): string[] => [
    "",
    `${title.padEnd(26)}  truth     P     R    F1`,
    ...Object.entries(tallies)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, tally]) => row(tally.n ? `${name} (${tally.n})` : name, tally)),
  ];
  const worst = score.docs.toSorted((a, b) => a.acc - b.acc).slice(0, 10);
  return [
    ...table("group", score.groups),
    row("all", score.all),
    ...table("kind", score.kinds),
    ...table("language", score.langs),
    "",
    "worst documents",
    ...worst.map((doc) => `${percent(doc.acc)}  ${doc.id}${doc.missing ? " (not read)" : ""}`),
  ];
}
