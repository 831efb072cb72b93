import type { Sandbox } from "../../../../shared/ports/sandbox.ts";
import { ErrorBoundary } from "../../../ui/ErrorBoundary.tsx";
import { PreviewPanel } from "../../../workbench/preview/PreviewPanel.tsx";
import { useStudio, useView } from "./studio-context.tsx";

/** The live preview of the open sandbox. */
export function PreviewRoom() {
  const { props, view, sandbox: events, isPhone } = useStudio();
  const { sandbox } = props;
  const device = useView((state) => state.device);
  const zoom = useView((state) => state.zoom);
  const running = sandbox.status === "open" ? sandbox.sandbox : null;
  const openWindow = ownWindow(running);
  return (
    <ErrorBoundary name="The preview" resetKey={running}>
      <PreviewPanel
        frame={running === null ? null : <Frames />}
        painted={events.painted}
        broken={events.problems.length > 0}
        step={sandbox.status === "opening" ? sandbox.step : events.step}
        failure={sandbox.status === "failed" ? sandbox : null}
        device={isPhone ? "fit" : device}
        zoom={isPhone ? "fit" : zoom}
        onDevice={(next) => view.setState({ device: next })}
        onZoom={(next) => view.setState({ zoom: next })}
        address={address(running)}
        onReload={() => running?.preview.reload()}
        {...(openWindow === null ? {} : { onOpenWindow: openWindow })}
        hasBar={!isPhone}
      />
    </ErrorBoundary>
  );
}

/** Names a sandbox for React: a frame that changed its place in the document would load again. */
const keys = new WeakMap<Sandbox, number>();
let count = 0;
function keyOf(sandbox: Sandbox): number {
  const key = keys.get(sandbox) ?? (count += 1);
  keys.set(sandbox, key);
  return key;
}

/** The site, and unseen behind it the one that takes over when it has painted (R3.3). */
function Frames() {
  const { sandbox, PreviewFrame } = useStudio().props;
  if (sandbox.status !== "open") return null;
  const { coming, isReady } = sandbox.run;
  const behind = isReady ? coming : null;
  return [sandbox.sandbox, ...(behind === null ? [] : [behind])].map((one) => (
    <PreviewFrame
      key={keyOf(one)}
      sandbox={one}
      className={one === behind ? "preview-behind" : "preview-shown"}
      inert={one === behind}
    />
  ));
}

function address(sandbox: Sandbox | null): string {
  if (sandbox === null) return "";
  const { source } = sandbox.preview;
  return "url" in source ? new URL(source.url, location.href).host : "In this page";
}

/**
 * Opens the site in a window of its own. `null` for the instant sandbox: its page is fed by this
 * window and would stay empty in another.
 */
function ownWindow(sandbox: Sandbox | null): (() => void) | null {
  if (sandbox === null || sandbox.kind === "instant") return null;
  const { source } = sandbox.preview;
  if (!("url" in source)) return null;
  return () => window.open(source.url, "_blank", "noopener");
}
