/**
 * The door to WebContainer's frame and its previews. Their own rules say who may come in: the frame is
 * embedded by the app alone, its WebSocket wants a token that only its own script can read, and a
 * preview's name is a secret. Made when the first asks for it.
 */
import type { Door } from "./door.ts";
import type { Headless } from "./headless/create-headless.ts";
import type { Workspaces } from "./workspace.ts";

/** The labels of `FRAME_HOST` and of its previews. */
const LABEL = /^(headless|wc-[0-9a-f]{16}-\d{4,5})$/;

export interface HeadlessDoor {
  readonly door: Door;
  close(): Promise<void>;
}

/** `appOrigins`: the app's own, which may embed the frame. */
export function headlessDoor(workspaces: Workspaces, appOrigins: readonly string[]): HeadlessDoor {
  let made: Promise<Headless> | null = null;
  const open = () =>
    (made ??= import("./headless/create-headless.ts").then(({ createHeadless }) =>
      createHeadless({ workspaces, appOrigins }),
    ));
  return {
    door: {
      fits: ({ label }) => label !== null && LABEL.test(label),
      admits: () => true,
      handle: async ({ request }, response) => (await open()).handle(request, response),
      upgrade: async ({ request }, { socket, head }) =>
        (await open()).upgrade(request, socket, head),
    },
    close: async () => (await made)?.close(),
  };
}
