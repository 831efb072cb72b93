import { describe, expect, it } from "vitest";
import { frameSize } from "./frame-size.ts";

const room = { width: 1000, height: 700 };

describe("frameSize", () => {
  it("fills the room", () => {
    expect(frameSize(room, "fit", "fit")).toEqual({ width: 1000, height: 700, scale: 1 });
    expect(frameSize(room, "fit", 50)).toEqual({ width: 2000, height: 1400, scale: 0.5 });
  });
  it("never enlarges a phone, and keeps its height", () => {
    const large = { width: 1000, height: 1200 };
    expect(frameSize(large, "phone", "fit")).toEqual({ width: 390, height: 844, scale: 1 });
  });
  it("shrinks a desktop into the room and fills its height", () => {
    const size = frameSize(room, "desktop", "fit");
    expect(size.width).toBe(1280);
    expect(size.scale).toBeCloseTo(1000 / 1280);
    expect(size.height * size.scale).toBeCloseTo(700, 0);
  });
  it("takes the chosen zoom", () => {
    expect(frameSize(room, "tablet", 75)).toMatchObject({ width: 768, scale: 0.75 });
  });
});
