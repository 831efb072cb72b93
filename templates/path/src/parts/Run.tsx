/** Short things in one run of text: "sediment cores; tide gauges; R". */
export function Run({ items = [] }: { items: readonly string[] | undefined }) {
  if (items.length === 0) return null;
  return (
    <ul className="run">
      {items.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
