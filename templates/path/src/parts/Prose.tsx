/** A text in its paragraphs: a line's end begins a new one. */
export function Prose({ text }: { text: string | undefined }) {
  const paragraphs = (text ?? "").split(/\n+/).filter((paragraph) => paragraph.trim());
  return paragraphs.map((paragraph, i) => <p key={i}>{paragraph}</p>);
}
