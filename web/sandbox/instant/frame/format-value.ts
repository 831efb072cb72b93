/** How deep an object is shown, and how much of it. */
const DEPTH = 3;
const ITEMS = 50;
const LENGTH = 10_000;

/** `console.log`'s arguments as one text, format specifiers included (WHATWG Console, 2.2). */
export function formatArguments(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== "string" || !/%[sdifoOc%]/.test(first)) {
    return values
      .map((value) => formatValue(value))
      .join(" ")
      .slice(0, LENGTH);
  }
  const text = first.replace(/%[sdifoOc%]/g, (specifier) => {
    if (specifier === "%%") return "%";
    if (rest.length === 0) return specifier;
    return formatBy(specifier, rest.shift());
  });
  return [text, ...rest.map((value) => formatValue(value))].join(" ").slice(0, LENGTH);
}

function formatBy(specifier: string, value: unknown): string {
  if (specifier === "%c") return "";
  if (specifier === "%s") return typeof value === "symbol" ? value.toString() : formatValue(value);
  if (specifier === "%d" || specifier === "%i") return String(Math.trunc(Number(value)));
  if (specifier === "%f") return String(Number(value));
  return formatValue(value);
}

/** A value as a person reads it; strings bare at the top and quoted inside. */
export function formatValue(value: unknown, depth = 0, seen: readonly unknown[] = []): string {
  if (typeof value === "string") return depth === 0 ? value : JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `ƒ ${value.name || "anonymous"}`;
  if (typeof value !== "object" || value === null) return String(value);
  if (seen.includes(value)) return "[circular]";
  try {
    return formatObject(value, depth, [...seen, value]);
  } catch {
    return "[unreadable]";
  }
}

function formatObject(value: object, depth: number, seen: readonly unknown[]): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return Number.isNaN(+value) ? "Invalid Date" : value.toISOString();
  if (value instanceof RegExp || value instanceof URL) return String(value);
  if (typeof Node !== "undefined" && value instanceof Node)
    return `<${value.nodeName.toLowerCase()}>`;
  const inner = (item: unknown) => formatValue(item, depth + 1, seen);
  const more = (count: number) => (count > ITEMS ? [`… ${count - ITEMS} more`] : []);
  if (Array.isArray(value)) {
    if (depth >= DEPTH) return `[${value.length} items]`;
    return `[${[...value.slice(0, ITEMS).map(inner), ...more(value.length)].join(", ")}]`;
  }
  const isCollection = value instanceof Map || value instanceof Set;
  const name = value.constructor?.name ?? "";
  const label = name === "Object" || name === "" ? "" : `${name} `;
  if (depth >= DEPTH) return `${label}{…}`;
  const entries: [unknown, unknown][] = isCollection ? [...value.entries()] : Object.entries(value);
  const shown = entries
    .slice(0, ITEMS)
    .map(([key, item]) =>
      value instanceof Set
        ? inner(item)
        : `${isCollection ? inner(key) : String(key)}: ${inner(item)}`,
    );
  return `${label}{ ${[...shown, ...more(entries.length)].join(", ")} }`.replace("{  }", "{}");
}
