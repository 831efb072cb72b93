import type { PageAudit } from "../page-audit.ts";

/** What axe-core's script leaves behind; its types aren't needed for more. */
interface Axe {
  run(
    place: Document,
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly help: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/** Motion that goes on for longer isn't waited for; milliseconds. */
const STILL_WITHIN = 2_000;
const MOST_FINDINGS = 20;

/** Addresses that the page's policy has refused. */
const refused = new Set<string>();

/** Notes from now on what the page asks for and may not have. */
export function watchRequests(): void {
  addEventListener("securitypolicyviolation", ({ blockedURI }) => {
    if (isOutside(blockedURI)) refused.add(blockedURI);
  });
}

/**
 * Looks at the page as it stands, once nothing moves on it: what axe finds, and what the page has asked
 * for anywhere else. In this frame everything of its own comes over the port, so any address is outside.
 * @param script axe-core
 */
export async function auditPage(script: string): Promise<PageAudit | null> {
  const axe = await loadAxe(script);
  if (!axe) return null;
  await untilStill();
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  return {
    findings: violations
      .flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => ({ rule: id, said: help, html: html.slice(0, 200) })),
      )
      .slice(0, MOST_FINDINGS),
    outside: [...new Set([...asked.filter(isOutside), ...refused])],
  };
}

const isOutside = (address: string) => /^(?:https?|wss?):/.test(address);

/** By a script of a `blob:` address: the opaque frame's policy knows no other way. */
async function loadAxe(code: string): Promise<Axe | undefined> {
  const globals = window as unknown as { axe?: Axe };
  if (!globals.axe) {
    const script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const loaded = new Promise((settle) => (script.onload = script.onerror = settle));
    document.head.append(script);
    await loaded;
    URL.revokeObjectURL(script.src);
    script.remove();
  }
  return globals.axe;
}

/** Another colour scheme comes with the next frame, and its transitions begin then. */
async function untilStill(): Promise<void> {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await frame();
  await frame();
  const moving = document
    .getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  const late = new Promise((next) => setTimeout(next, STILL_WITHIN));
  await Promise.race([Promise.allSettled(moving.map((one) => one.finished)), late]);
}
