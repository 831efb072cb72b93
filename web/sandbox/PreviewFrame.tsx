import { useEffect, useRef, useState } from "react";
import type { Sandbox } from "../../shared/ports/sandbox.ts";

export interface PreviewFrameProps {
  readonly sandbox: Sandbox;
  readonly className?: string;
  /** Pictures of the site in lists aren't for the keyboard. */
  readonly inert?: boolean;
}

/**
 * The frame in which the person's site runs. It takes another source when the first one stays
 * silent: a new frame then, since the old one may be an error page.
 */
export function PreviewFrame(props: PreviewFrameProps) {
  const [attempt, setAttempt] = useState(0);
  const { sandbox } = props;
  useEffect(
    () => sandbox.subscribe((event) => event.type === "preview-source" && setAttempt((n) => n + 1)),
    [sandbox],
  );
  return <TiedFrame key={attempt} {...props} />;
}

/** Ties its window to the sandbox before the document loads. */
function TiedFrame({ sandbox, className, inert }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { preview } = sandbox;

  useEffect(() => {
    const element = frame.current;
    if (!element?.contentWindow) return;
    const untie = preview.connect(element.contentWindow);
    const { source } = preview;
    // Set here, not in the markup: the document must not load before the window is tied.
    if ("url" in source) element.src = source.url;
    else element.srcdoc = source.html;
    return untie;
  }, [preview]);

  return (
    <iframe
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
