import { describe, expect, it } from "vitest";
import { TOUCH_WAYS, touchesSchema, type TouchWay } from "../touches.ts";
import type { Theme } from "../theme.ts";
import { chosenWay, touchStanding, withTouch } from "./touches.ts";

const theme = { template: "folio", mine: "kept" } as unknown as Theme;

describe("touches", () => {
  it("are given one by one, replaced, and taken back without a trace", () => {
    const larger = withTouch(theme, "name", "name:larger");
    expect(larger).toEqual({ ...theme, touches: { name: "larger" } });
    const both = withTouch(larger, "motion", "motion:none");
    expect(both.touches).toEqual({ name: "larger", motion: "none" });
    expect(chosenWay(both, "name")).toBe("name:larger");
    expect(chosenWay(theme, "name")).toBeNull();
    expect(withTouch(both, "name", "name:smaller").touches).toMatchObject({ name: "smaller" });
    expect(withTouch(withTouch(both, "motion", null), "name", null)).toEqual(theme);
  });

  it("are in theme.json in ways that it may hold", () => {
    for (const way of TOUCH_WAYS) {
      const [touch, value] = way.split(":") as [string, string];
      expect(touchesSchema.safeParse({ [touch]: value }).success).toBe(true);
      expect(touchesSchema.safeParse({ [touch]: "sideways" }).success).toBe(false);
    }
  });

  it("are free unless the template has or lacks them", () => {
    const has: TouchWay[] = ["headings:bold"];
    const lacks: TouchWay[] = ["corners:round"];
    const of = (way: TouchWay) => touchStanding({ touches: { has, lacks } }, way);
    expect([of("headings:bold"), of("corners:round"), of("corners:square")]).toEqual([
      "has",
      "lacks",
      "free",
    ]);
    expect(touchStanding(undefined, "name:larger")).toBe("free");
  });
});
