import { textOf } from "../filled";

/** A text in its paragraphs: an empty line, or a line's end, begins a new one. */
export function Prose({ text, className }: { text: string | undefined; className?: string }) {
  const paragraphs = textOf(text)
    .split(/\n+/)
    .filter((paragraph) => paragraph.trim());
  return paragraphs.map((paragraph, i) => (
    <p key={i} className={className}>
      {paragraph}
    </p>
  ));
}
