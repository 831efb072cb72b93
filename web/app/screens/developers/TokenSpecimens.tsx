import { ColourSwatch } from "../../../ui/ColourSwatch.tsx";

const COLOURS = [
  "paper",
  "surface",
  "sunken",
  "hover",
  "ink",
  "muted",
  "line",
  "control",
  "accent",
  "accent-text",
  "accent-fill",
  "good",
  "warn",
  "bad",
] as const;

const SIZES = ["64", "40", "28", "20", "16", "14", "13", "12"] as const;

/** Colours by name, and the sizes of type. */
export function TokenSpecimens() {
  return (
    <div className="kit-stack">
      <ul className="kit-colours">
        {COLOURS.map((name) => (
          <li key={name}>
            <ColourSwatch colours={[`var(--${name})`]} />
            {name}
          </li>
        ))}
      </ul>
      <div className="kit-type">
        {SIZES.map((size) => (
          <p
            key={size}
            style={{
              fontSize: `var(--text-${size})`,
              fontFamily: Number(size) >= 28 ? "var(--font-display)" : "var(--font-text)",
            }}
          >
            From paper to page <small>{size}</small>
          </p>
        ))}
        <p style={{ fontFamily: "var(--font-code)", fontSize: "var(--text-13)" }}>
          const site = page(paper);
        </p>
      </div>
    </div>
  );
}
