import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { PlainButton } from "./PlainButton.tsx";
import {
  dismissToast,
  readToasts,
  SHOWN_AT_ONCE,
  subscribeToToasts,
  timeInView,
  type QueuedToast,
} from "./toast-queue.ts";
import "./toast.css";

/** Where toasts are shown. F6 goes there and back; time stands still while one is pointed at or focused. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToToasts, readToasts);
  const shown = toasts.slice(-SHOWN_AT_ONCE);
  const [isHeld, setHeld] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  useRegionKey(region);
  return (
    // Being pointed at only holds the time; nothing is operated here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={region}
      aria-label="Notifications"
      tabIndex={-1}
      className="ui-toasts"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ol aria-live="polite" aria-relevant="additions">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />
        ))}
      </ol>
    </section>
  );
}

/** F6 moves between the page and its notifications, as landmarks do in desktop programs. */
function useRegionKey(region: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    let before: Element | null = null;
    const onKey = (event: KeyboardEvent) => {
      const room = region.current;
      if (event.key !== "F6" || room === null || readToasts().length === 0) return;
      event.preventDefault();
      if (room.contains(document.activeElement)) {
        if (before instanceof HTMLElement) before.focus();
        return;
      }
      before = document.activeElement;
      room.querySelector<HTMLElement>("button")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [region]);
}

interface ToastCardProps {
  readonly toast: QueuedToast;
  readonly isHeld: boolean;
}

function ToastCard({ toast, isHeld }: ToastCardProps) {
  const { id, title, detail, action, tone = "plain" } = toast;
  const time = timeInView(toast);
  useEffect(() => {
    if (isHeld || time === null) return;
    const timer = setTimeout(() => dismissToast(id), time);
    return () => clearTimeout(timer);
  }, [id, isHeld, time]);
  const look = { size: 20, strokeWidth: 1.5, "aria-hidden": true } as const;
  return (
    <li className="ui-toast" data-tone={tone}>
      {tone === "good" && <CircleCheck {...look} />}
      {tone === "bad" && <CircleAlert {...look} />}
      <div className="ui-toast-words">
        <p>{title}</p>
        {detail !== undefined && <p>{detail}</p>}
      </div>
      {action !== undefined && (
        <PlainButton
          size="small"
          onClick={() => {
            action.onPress();
            dismissToast(id, true);
          }}
        >
          {action.label}
        </PlainButton>
      )}
      <PlainButton
        variant="quiet"
        size="small"
        className="ui-icon-button"
        aria-label="Close"
        onClick={() => dismissToast(id)}
      >
        <X {...look} size={16} />
      </PlainButton>
    </li>
  );
}
