const SCRIPT = /<script\b([^>]*)>\s*<\/script>/gi;

/**
 * The module scripts that a project's index.html starts with, as project paths.
 * `<script type="module" src="/src/main.tsx">` → `src/main.tsx`
 */
export function entriesOf(html: string): string[] {
  const withoutComments = html.replace(/<!--[\s\S]*?-->/g, "");
  const entries: string[] = [];
  for (const [, attributes = ""] of withoutComments.matchAll(SCRIPT)) {
    if (!/\btype\s*=\s*["']?module\b/i.test(attributes)) continue;
    const source = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
    const address = source?.[1] ?? source?.[2] ?? source?.[3];
    if (address && !/^[a-z]+:|^\/\//i.test(address)) {
      entries.push(address.replace(/^\.?\//, "").replace(/[?#].*$/, ""));
    }
  }
  return entries;
}
