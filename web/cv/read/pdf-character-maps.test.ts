import { strToU8, zlibSync } from "fflate";
import { expect, it } from "vitest";
import { hasEndlessCharacterMap } from "./pdf-character-maps.ts";

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]));

function pdfWith(map: string, change: (packed: Uint8Array) => Uint8Array = (same) => same) {
  const packed = change(zlibSync(strToU8(map)));
  return joined(
    strToU8("%PDF-1.7\n4 0 obj <</Type /Font /ToUnicode 5 0 R>> endobj\n"),
    strToU8(`5 0 obj <</Filter /FlateDecode /Length ${packed.length}>>\nstream\n`),
    packed,
    strToU8("\nendstream endobj\n"),
  );
}
const mapOf = (ranges: string): string =>
  `/CIDInit /ProcSet findresource begin\nbegincmap\n1 beginbfrange\n${ranges}\nendbfrange\nendcmap`;

it("lets whole character maps pass, of all two-byte codes too", () => {
  expect(hasEndlessCharacterMap(pdfWith(mapOf("<0000> <FFFF> <0000>")))).toBe(false);
  const single = "<0003> <0020>\n<002C> <FFFF>\n";
  expect(hasEndlessCharacterMap(pdfWith(`begincmap 2 beginbfchar\n${single}endbfchar`))).toBe(
    false,
  );
});

it("finds a range that no font can fill, damaged figures among it", () => {
  expect(hasEndlessCharacterMap(pdfWith(mapOf("<00000000> <00FFFFFF> <0041>")))).toBe(true);
  expect(hasEndlessCharacterMap(pdfWith(mapOf("<0024> <002iI4<0061> <0041>")))).toBe(true);
});

it("finds ranges that are too many together", () => {
  const ranges = "<0000> <FFFF> <0000>\n".repeat(5);
  expect(hasEndlessCharacterMap(pdfWith(mapOf(ranges)))).toBe(true);
});

it("finds a map whose packing is damaged", () => {
  const cut = (packed: Uint8Array): Uint8Array => packed.slice(0, packed.length >> 1);
  expect(hasEndlessCharacterMap(pdfWith(mapOf("<0000> <0010> <0041>"), cut))).toBe(true);
});
