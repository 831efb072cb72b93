import { describe, expect, test } from "vitest";
import { canBeDropped, fromTransfer } from "./from-transfer.ts";

const file = (name: string) => new File(["x"], name);
const transfer = (files: File[], text = "") => ({ files, getData: () => text });

describe("fromTransfer", () => {
  test("takes the first file and counts the others", () => {
    const [cv, letter] = [file("cv.pdf"), file("letter.pdf")];
    expect(fromTransfer(transfer([cv, letter]))).toEqual({ kind: "file", file: cv, others: 1 });
  });
  test("prefers a file to its name as text", () => {
    expect(fromTransfer(transfer([file("cv.pdf")], "cv.pdf"))?.kind).toBe("file");
  });
  test("takes text as it is", () => {
    expect(fromTransfer(transfer([], "# Ada\n"))).toEqual({ kind: "text", text: "# Ada\n" });
  });
  test("takes nothing from blank text", () => {
    expect(fromTransfer(transfer([], " \n"))).toBeNull();
  });
});

test("files and text can be dropped, a dragged picture of the page can't", () => {
  expect(canBeDropped(["Files"])).toBe(true);
  expect(canBeDropped(["text/plain", "text/html"])).toBe(true);
  expect(canBeDropped(["text/uri-list"])).toBe(false);
});
