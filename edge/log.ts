/** Writes one JSON line to the worker's log. */
// oxlint-disable-next-line no-console -- the worker's log is its console
export const log = (entry: Readonly<Record<string, unknown>>) => console.log(JSON.stringify(entry));
