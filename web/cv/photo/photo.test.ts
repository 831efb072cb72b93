import { zlibSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { looksLikePortrait } from "./looks-like-portrait.ts";
import { picturesInCv } from "./pictures-in-cv.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const latin = (data: Uint8Array) => String.fromCharCode(...data);

const image = (number: number, dictionary: string, content: string) =>
  `${number} 0 obj\n<< /Type /XObject /Subtype /Image ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
const size = (width: number, height: number) =>
  `/Width ${width} /Height ${height} /BitsPerComponent 8`;

/** Rows of a picture whose red runs down and green to the right, each row filtered as PNG does. */
function filtered(side: number, filter: 0 | 1 | 2): Uint8Array {
  const rows = new Uint8Array(side * (side * 3 + 1));
  const at = (x: number, y: number, channel: number) => [y, x, 7][channel]!;
  for (let y = 0; y < side; y++) {
    rows[y * (side * 3 + 1)] = filter;
    for (let x = 0; x < side; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const before =
          filter === 1 && x > 0
            ? at(x - 1, y, channel)
            : filter === 2 && y > 0
              ? at(x, y - 1, channel)
              : 0;
        rows[y * (side * 3 + 1) + 1 + x * 3 + channel] = at(x, y, channel) - before;
      }
    }
  }
  return rows;
}

describe("pictures in a CV", () => {
  test("of a PDF: JPEG as it is, RGB unpacked whatever its filter; no masks, icons or codes", async () => {
    const packed = (filter: 0 | 1 | 2) => latin(zlibSync(filtered(100, filter)));
    const flate =
      "/Filter /FlateDecode /ColorSpace /DeviceRGB /DecodeParms << /Predictor 15 /Colors 3 >>";
    const pdf = [
      "%PDF-1.5\n",
      image(4, `${size(120, 160)} /Filter /DCTDecode /SMask 5 0 R`, "\xff\xd8jpeg"),
      image(5, `${size(120, 160)} /Filter /DCTDecode`, "mask"),
      image(6, `${size(24, 24)} /Filter [/DCTDecode]`, "icon"),
      image(7, `/Width 200 /Height 200 /BitsPerComponent 1 /Filter /FlateDecode`, "code"),
      ...([0, 1, 2] as const).map((filter) =>
        image(8 + filter, `${size(100, 100)} ${flate}`, packed(filter)),
      ),
      image(12, `${size(100, 100)} ${flate}`, "damaged"),
    ].join("");
    const [jpeg, ...rows] = await picturesInCv(bytes(pdf));
    expect(jpeg).toEqual({ kind: "file", bytes: bytes("\xff\xd8jpeg") });
    expect(rows).toHaveLength(3);
    for (const picture of rows) {
      if (picture.kind !== "rows") throw new Error("not unpacked");
      const pixel = (60 * 100 + 30) * 3;
      expect([...picture.rgb.subarray(pixel, pixel + 3)]).toEqual([60, 30, 7]);
    }
  });

  test("of a Word file its media in order; of HTML what is written into it; of text none", async () => {
    const word = zipSync({
      "word/document.xml": bytes("<w/>"),
      "word/media/image10.png": bytes("ten"),
      "word/media/image2.jpeg": bytes("two"),
      "word/media/chart.emf": bytes("no"),
    });
    const contents = (await picturesInCv(word)).map(
      (one) => one.kind === "file" && latin(one.bytes),
    );
    expect(contents).toEqual(["two", "ten"]);
    const html = await picturesInCv(
      bytes('<img src="data:image/png;base64,YWJj"><img src="a.png">'),
    );
    expect(html).toEqual([{ kind: "file", bytes: bytes("abc") }]);
    expect(await picturesInCv(bytes("Ada Lovelace"))).toEqual([]);
    expect(await picturesInCv(bytes("%PDF-1.4 /Subtype /Image stream"))).toEqual([]);
  });
});

describe("a portrait", () => {
  const drawn = (shade: (at: number) => readonly [number, number, number]) =>
    Uint8ClampedArray.from({ length: 32 * 32 * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : shade(Math.floor(at / 4))[at % 4]!,
    );
  const photo = drawn((at) => [(at * 7) % 256, (at * 3) % 200, at % 128]);

  test("has a portrait’s shape and a photograph’s many shades, in grey too", () => {
    expect(looksLikePortrait({ width: 300, height: 400, pixels: photo })).toBe(true);
    const grey = drawn((at) => [at % 256, at % 256, at % 256]);
    expect(looksLikePortrait({ width: 300, height: 300, pixels: grey })).toBe(true);
  });

  test("is no logo, banner or icon", () => {
    const logo = drawn((at) => (at % 5 === 0 ? [200, 30, 30] : [255, 255, 255]));
    expect(looksLikePortrait({ width: 300, height: 300, pixels: logo })).toBe(false);
    expect(looksLikePortrait({ width: 900, height: 300, pixels: photo })).toBe(false);
    expect(looksLikePortrait({ width: 60, height: 60, pixels: photo })).toBe(false);
  });
});
