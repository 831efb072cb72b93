import { useEffect, useState } from "react";

/** Nothing moves before this: most sites stand sooner (DESIGN: no spinner before 300 ms). */
const PATIENCE_MS = 300;
/** Then a skeleton; and when that stands this long, the step by name. */
const NAME_AFTER_MS = 900;

type Wait = "nothing" | "skeleton" | "named";

/** What stands where the site will be: quiet, then a page's outline, then the step's name. */
export function BootState({ step }: { readonly step: string | null }) {
  const [wait, setWait] = useState<Wait>("nothing");
  useEffect(() => {
    const timers = [
      setTimeout(() => setWait("skeleton"), PATIENCE_MS),
      setTimeout(() => setWait("named"), NAME_AFTER_MS),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (wait === "nothing") return <div className="preview-cover" />;
  return (
    <div className="preview-cover preview-boot">
      <div className="preview-outline" aria-hidden="true">
        <i style={{ width: "44%", height: 40 }} />
        <i style={{ width: "26%" }} />
        <i style={{ width: "72%", marginBlockStart: 48 }} />
        <i style={{ width: "68%" }} />
        <i style={{ width: "51%" }} />
      </div>
      <output>{wait === "named" ? (step ?? "Putting your site together") : ""}</output>
    </div>
  );
}
