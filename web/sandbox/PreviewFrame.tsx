import { useEffect, useRef, useState } from "react";
import type { Sandbox } from "../../shared/ports/sandbox.ts";

export interface PreviewFrameProps {
  readonly sandbox: Sandbox;
  readonly className?: string;
  /** Pictures of the site in lists aren't for the keyboard. */
  readonly inert?: boolean;
}

/**
 * The frame in which the person's site runs. It ties its window to the sandbox before the document
 * loads, and takes another source when the first one stays silent.
 */
export function PreviewFrame({ sandbox, className, inert }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [attempt, setAttempt] = useState(0);
  const { preview } = sandbox;

  useEffect(
    () => sandbox.subscribe((event) => event.type === "preview-source" && setAttempt((n) => n + 1)),
    [sandbox],
  );

  useEffect(() => {
    const element = frame.current;
    if (!element?.contentWindow) return;
    const untie = preview.connect(element.contentWindow);
    const { source } = preview;
    // Set here, not in the markup: the document must not load before the window is tied.
    if ("url" in source) element.src = source.url;
    else element.srcdoc = source.html;
    return untie;
  }, [preview, attempt]);

  return (
    <iframe
      key={`${attempt}`}
      ref={frame}
      title="Live preview"
      className={className}
      sandbox={preview.permissions}
      allow="clipboard-write; fullscreen"
      inert={inert}
      onLoad={() => "documentLoaded" in preview && (preview.documentLoaded as () => void)()}
    />
  );
}
