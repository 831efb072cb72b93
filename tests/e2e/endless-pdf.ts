/**
 * A PDF that is whole by every rule and never ends: each of ten forms draws the next one ten times, so
 * that its one page asks for ten thousand million drawings. Invented for the reader's watchdog.
 */
export function endlessPdf(): Buffer {
  const depth = 10;
  const stream = (dictionary: string, content: string): string =>
    `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`;
  const draws = "/F Do ".repeat(10);
  const forms = Array.from({ length: depth }, (_, level) => {
    const next = level + 1 < depth ? `/XObject <</F ${level + 5} 0 R>>` : "";
    const form = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<${next}>>`;
    return stream(form, level + 1 < depth ? draws : "0 0 m");
  });
  const objects = [
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 14 0 R /Resources <</XObject <</F 4 0 R>>>>>>",
    ...forms,
    stream("", draws),
  ];
  const offsets: number[] = [];
  let body = "%PDF-1.7\n";
  objects.forEach((object, index) => {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size} /Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}
