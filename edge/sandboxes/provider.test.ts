import { expect, test } from "vitest";
import { PROJECT_LIMITS } from "../../shared/project.ts";
import { contentFrom, whatIsKept } from "./provider.ts";

test("of a machine's files as many are kept as a project may hold, the largest left out", () => {
  const big = Array.from({ length: 6 }, (_, n) => ({
    path: `video-${n}.bin`,
    size: PROJECT_LIMITS.binaryBytes - n,
  }));
  const files = [...big, { path: "huge", size: PROJECT_LIMITS.binaryBytes + 1 }];
  const { paths, leftOut } = whatIsKept([...files, { path: "src/a.ts", size: 12 }]);
  expect(paths).toContain("src/a.ts");
  expect(leftOut.toSorted()).toEqual(["huge", "video-0.bin"]);
  const many = Array.from({ length: PROJECT_LIMITS.files + 3 }, (_, n) => ({
    path: `${n}`,
    size: n,
  }));
  expect(whatIsKept(many).leftOut).toHaveLength(3);
});

test("what isn't text, or too long for one, stays bytes", () => {
  const encoder = new TextEncoder();
  expect(contentFrom(encoder.encode("\uFEFFété"))).toBe("\uFEFFété");
  expect(contentFrom(new Uint8Array([0xff, 0xfe]))).toBeInstanceOf(Uint8Array);
  expect(contentFrom(encoder.encode("a\0b"))).toBeInstanceOf(Uint8Array);
  expect(contentFrom(new Uint8Array(PROJECT_LIMITS.textBytes + 1).fill(97))).toBeInstanceOf(
    Uint8Array,
  );
});
