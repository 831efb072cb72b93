import type { Theme } from "../../../../shared/theme.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { contrastLines } from "./theme-edits.ts";

const ratio = (value: number) => `${(Math.floor(value * 10) / 10).toFixed(1)} : 1`;

/** How well the palette reads, said in figures and never rounded up. */
export function ContrastTable({ palette }: { readonly palette: Theme["palette"] }) {
  const lines = contrastLines(palette);
  const bad = lines.filter(({ readable }) => !readable).length;
  return (
    <details className="contrast" open={bad > 0}>
      <summary>
        <Icon name={bad === 0 ? "check" : "triangle-alert"} size={16} />
        {bad === 0 ? "Readable in light and dark" : `${bad} of ${lines.length} are hard to read`}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Contrast</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ what, light, dark, readable }) => (
            <tr key={what} data-bad={!readable || undefined}>
              <th scope="row">{what}</th>
              <td>{ratio(light)}</td>
              <td>{ratio(dark)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="design-note">4.5 : 1 or more is needed for text.</p>
    </details>
  );
}
