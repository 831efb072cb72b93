import { expect, it } from "vitest";
import { nodeFrameSources, offeredSandboxes } from "./offered-sandboxes.ts";

const FRAME = "http://headless.localhost:4321";

it("offers WebContainer from StackBlitz unless the operator switches it off", () => {
  expect(offeredSandboxes({})).toMatchObject({ webcontainer: "stackblitz", frameOrigin: null });
  expect(offeredSandboxes({ WEBCONTAINER: "off", WEBCONTAINER_FRAME_ORIGIN: FRAME })).toMatchObject(
    {
      webcontainer: "off",
      frameOrigin: null,
      apiKey: null,
    },
  );
});

it("gives the key to StackBlitz only, and the local runner's frame where it is there", () => {
  const key = { WEBCONTAINER_API_KEY: "wc_api_x" };
  expect(offeredSandboxes(key).apiKey).toBe("wc_api_x");
  expect(offeredSandboxes({ ...key, WEBCONTAINER_FRAME_ORIGIN: FRAME })).toMatchObject({
    webcontainer: "local-runner",
    frameOrigin: FRAME,
    apiKey: null,
  });
});

it("says who runs hosted ones, where somebody does", () => {
  expect(offeredSandboxes({}).hosted).toBe("off");
  expect(offeredSandboxes({ DAYTONA_API_KEY: "" }).hosted).toBe("off");
  expect(offeredSandboxes({ DAYTONA_API_KEY: "key" }).hosted).toBe("provider");
  const local = { DAYTONA_API_KEY: "key", SANDBOX_LOCAL: "1" };
  expect(offeredSandboxes(local).hosted).toBe("local-runner");
});

it("lets the app embed whose frames it offers, and nobody else's", () => {
  expect(nodeFrameSources({})).toContain("https://stackblitz.com");
  expect(nodeFrameSources({ WEBCONTAINER: "off" })).toEqual([]);
  expect(nodeFrameSources({ WEBCONTAINER_FRAME_ORIGIN: FRAME })).toEqual([
    "http://*.localhost:4321",
  ]);
});
