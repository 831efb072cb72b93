import { expect, test } from "vitest";
import { fitLines } from "./fit-lines.ts";
import { pictureLook, PICTURE_SIZE, setPicture, type PictureWords } from "./share-picture.ts";
import { shareSubject } from "./share-subject.ts";

/** Letters of half an em each. */
const half = (words: string, size: number) => [...words].length * size * 0.5;
const WORDS: PictureWords = {
  name: "Wilhelmina Sandoval",
  label: "Senior Water Resources Engineer",
  place: "Denver",
  address: "wilhelmina-sandoval.sites.example",
  initials: "WS",
  direction: "ltr",
};
const set = (words: Partial<PictureWords> = {}, hasPhoto = false) =>
  setPicture({ ...WORDS, ...words }, pictureLook(null), {
    hasPhoto,
    measure: (text, { size }) => half(text, size),
  });

/** Left, right and baseline of each text. */
const texts = (shapes: ReturnType<typeof set>) =>
  shapes.flatMap((shape) => {
    if (shape.kind !== "text") return [];
    const width = half(shape.words, shape.type.size);
    const left = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor];
    return [{ ...shape, left, right: left + width }];
  });

test.each([
  WORDS.name,
  "Jo",
  "Donaudampfschifffahrtsgesellschaftskapitänsanwärter",
  "山田太郎左衛門尉源朝臣".repeat(12),
  "Ana María Fernández de la Cruz y Mendoza de los Ríos ".repeat(4),
])("everything stays in the picture and apart, whatever the name: %s", (name) => {
  for (const hasPhoto of [false, true]) {
    const rows = texts(set({ name, label: `${WORDS.label} `.repeat(6) }, hasPhoto));
    for (const row of rows) {
      expect(row.left).toBeGreaterThanOrEqual(79);
      expect(row.right).toBeLessThanOrEqual(PICTURE_SIZE.width - (hasPhoto ? 479 : 79));
      expect(row.y).toBeLessThan(PICTURE_SIZE.height - 40);
    }
    const baselines = rows.slice(1, -2).map(({ y }) => y);
    expect(baselines).toEqual(baselines.toSorted((a, b) => a - b));
    // The mark ends at 142.
    expect(rows[1]!.y - rows[1]!.type.size).toBeGreaterThan(135);
  }
});

test("a short name is larger than a long one; its lines are about as long as each other", () => {
  const sizeOf = (name: string) => texts(set({ name }))[1]!.type.size;
  expect(sizeOf("Jo Li")).toBeGreaterThan(sizeOf("Wilhelmina Alexandra Sandoval-Montgomery"));
  const room = { width: 1000, height: 300, sizes: [100], leading: 1, lines: 3 };
  expect(fitLines("Maria Anna Sofia Elena", room, half).lines).toEqual([
    "Maria Anna",
    "Sofia Elena",
  ]);
});

test("a photo that is hidden isn’t there to draw; letters that join aren’t a pair", () => {
  const files = (image?: string) => ({
    "src/data/resume.json": JSON.stringify({
      basics: { name: "ليلى عبد", image },
      meta: { language: "ar" },
    }),
    "public/me.jpg": new Uint8Array([1, 2]),
  });
  const shown = shareSubject(files("./me.jpg"), "https://l.example/")!;
  expect(shown.photo).toEqual(new Uint8Array([1, 2]));
  expect(shown.words).toMatchObject({ direction: "rtl", initials: "ل", address: "l.example" });
  expect(shareSubject(files(), "https://l.example/")!.photo).toBeNull();
});
