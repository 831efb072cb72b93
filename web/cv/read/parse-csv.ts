/** Parses CSV (RFC 4180: quotes, doubled quotes, line breaks inside) into rows keyed by the header. */
export function parseCsv(text: string): Record<string, string>[] {
  const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim());
  const all = cellRows(text.replace(/^\ufeff/, ""));
  // Some tables of the export begin with notes that end at an empty row.
  const noted = /^notes?:?$/i.test((all[0]?.join(",") ?? "").trim());
  const gap = noted ? all.findIndex((row) => !isFilled(row)) : -1;
  const rows = all.slice(gap + 1).filter(isFilled);
  // Notes without that row: the header is the first row of two cells or more, or the first.
  const at = Math.max(
    0,
    rows.findIndex((row) => row.length > 1),
  );
  const header = rows[at]?.map((cell) => cell.trim()) ?? [];
  return rows
    .slice(at + 1)
    .map((row) => Object.fromEntries(header.map((key, i) => [key, (row[i] ?? "").trim()])));
}

function cellRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(cell);
      cell = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[i + 1] === "\n") i += 1;
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += c;
  }
  if (cell || row.length) rows.push([...row, cell]);
  return rows;
}
