import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { environmentOf, limitedCommand } from "./launch.ts";
import { RUNNER_LIMITS } from "./limits.ts";

const settings = {
  mark: "mark",
  home: "/w/home",
  ports: [4000, 4001],
  path: "/tools/bin:/usr/bin",
  npm: { npm_config_registry: "https://registry.example/" },
  limits: RUNNER_LIMITS,
};

it("the environment can be added to, but not led astray", () => {
  const environment = environmentOf({
    ...settings,
    given: [
      { A: "first", B: "first", PATH: "/evil", HOME: "/root", CV2WEB_WORKSPACE: "other" },
      { A: "second", NODE_OPTIONS: "--enable-source-maps" },
    ],
  });
  expect(environment).toMatchObject({
    A: "second",
    B: "first",
    HOME: "/w/home",
    PORT: "4000",
    PATH: "/w/home/.local/bin:/tools/bin:/usr/bin",
    NODE_OPTIONS: "--enable-source-maps --max-old-space-size=512",
    CV2WEB_WORKSPACE: "mark",
  });
});

it("foreign variables come after our rights are gone, and never as part of a script", () => {
  const line = limitedCommand(
    { uid: 52_000, gid: 52_000 },
    RUNNER_LIMITS,
    { LD_PRELOAD: "/evil.so", X: "$(id)" },
    ["vite", "--port", "4000; id"],
  );
  const dropsRights = line.findIndex((each) => /setpriv|become\.ts/.test(each));
  expect(dropsRights).toBeGreaterThanOrEqual(0);
  expect(line.indexOf("LD_PRELOAD=/evil.so")).toBeGreaterThan(line.indexOf("/usr/bin/env"));
  expect(line.indexOf("/usr/bin/env")).toBeGreaterThan(dropsRights);
  expect(line.slice(-3)).toEqual(["vite", "--port", "4000; id"]);
});

it.runIf(process.getuid?.() === 0)("without setpriv our rights go as well", () => {
  const line = ["/usr/bin/env", "-i", "A=b", "/bin/sh", "-c", "id -u; id -g; id -G; echo $A"];
  const program = join(import.meta.dirname, "become.ts");
  const ran = spawnSync(process.execPath, [program, "52999", "52998", ...line]);
  expect(ran.stdout.toString()).toBe("52999\n52998\n52998\nb\n");
  expect(ran.stderr.toString()).toBe("");
});
