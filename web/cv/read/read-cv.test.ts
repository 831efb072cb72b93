import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { zipSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { loadPdfEngineInNode } from "../../../scripts/cv/pdf-engine-in-node.ts";
import { extractResume } from "../../../shared/cv/extract-resume.ts";
import { readCv, readCvText } from "./read-cv.ts";
import { MOST_BYTES } from "./say-what-is-wrong.ts";

const fixtures = join(import.meta.dirname, "../../../tests/fixtures/cv");
const bytesOf = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(fixtures, name)));
const read = async (bytes: Uint8Array, name = "cv") => readCv({ name, bytes }, loadPdfEngineInNode);
const resumeOf = async (name: string) => {
  const result = await read(await bytesOf(name), name);
  if (!result.ok) throw new Error(result.failure.message);
  return extractResume(result.value).resume;
};

describe("CVs of every format", () => {
  it("keeps items apart whose marks are drawn, though each fills its line", async () => {
    const { work = [] } = await resumeOf("two-page.pdf");
    expect(work.map(({ highlights = [] }) => highlights.length)).toEqual([4, 3, 2]);
  });

  it.each([
    [
      "two-page.pdf",
      "Wilhelmina Sandoval",
      [
        "Front Range Water Partners LLC",
        "Cache Ridge Engineering Inc.",
        "Colorado Institute for River Science",
      ],
      ["Colorado Mesa State University", "University of Northern Wyoming"],
      "en",
    ],
    [
      "two-column.pdf",
      "Idris Penhallow",
      ["Lizard Point Maps Ltd", "Harbour & Moor Publishing Ltd"],
      ["University of Carrick Roads", "Tamar Valley College"],
      "en",
    ],
    [
      "german.pdf",
      "Hedwig Quastenberg",
      ["Havelpapier GmbH", "Molkerei Teltower Land AG"],
      ["Technische Universität Spreewald"],
      "de",
    ],
    [
      "french.pdf",
      "Apolline Desrosiers",
      ["Entrepôts de l’Erdre SAS", "Messageries du Pays de Retz SARL"],
      ["Université de la Loire Maritime", "Université de la Loire Maritime"],
      "fr",
    ],
    [
      "chinese.pdf",
      "林知秋",
      ["苏州澄湖智能科技有限公司", "无锡望亭电子有限公司"],
      ["江南理工大学"],
      "zh",
    ],
    [
      "cv.docx",
      "Ottilie Brambeck",
      ["Northlight Offshore Wind Ltd", "Humber Gearworks Ltd"],
      ["Grimsby Institute"],
      "en",
    ],
    [
      "cv.txt",
      "BARNABY THISTLEWOOD",
      ["Skiddaw House Trust", "Borrowdale Nurseries Ltd"],
      ["Newton Rigg College"],
      "en",
    ],
    [
      "cv.md",
      "Saoirse Kilbracken",
      ["Burren Strings Ltd", "Bottega Valtrebbia Srl"],
      ["Scuola di Liuteria della Valtrebbia"],
      "en",
    ],
  ])("reads %s", async (file, name, employers, schools, language) => {
    const resume = await resumeOf(file);
    expect(resume.basics?.name).toBe(name);
    expect(resume.work?.map((job) => job.name)).toEqual(employers);
    expect(resume.education?.map((entry) => entry.institution)).toEqual(schools);
    expect(resume.meta?.language).toBe(language);
  });

  it("keeps every key of a JSON Resume, known or not", async () => {
    const bytes = await bytesOf("resume.json");
    expect(await resumeOf("resume.json")).toEqual(JSON.parse(new TextDecoder().decode(bytes)));
  });

  it("reads text of other encodings", async () => {
    const text = "Zoë Müller\nKöchin\nzoe@example.org";
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    const latin = Uint8Array.from(text, (c) => c.charCodeAt(0));
    for (const bytes of [utf16, latin, new TextEncoder().encode(text)]) {
      const result = await read(bytes, "cv.txt");
      expect(result).toMatchObject({
        ok: true,
        value: { lines: [{ text: "Zoë Müller" }, { text: "Köchin" }, {}] },
      });
    }
  });

  it("reads a LinkedIn data export", async () => {
    const zip = zipSync({
      "Profile.csv": strToU8("First Name,Last Name,Headline\nAda,Example,Harbour pilot\n"),
      "Positions.csv": strToU8(
        'Company Name,Title,Description,Location,Started On,Finished On\nAcme Ltd,Pilot,"Did this,\n• and that",Hull,Jan 2019,\n',
      ),
    });
    const result = await read(zip);
    expect(result).toMatchObject({
      ok: true,
      value: {
        resume: {
          basics: { name: "Ada Example" },
          work: [
            {
              name: "Acme Ltd",
              startDate: "2019-01",
              summary: "Did this,",
              highlights: ["and that"],
            },
          ],
        },
      },
    });
  });

  it("reads HTML without running it", () => {
    const result = readCvText(
      "<html><script>throw 1</script><h1>Ada</h1><ul><li>C&amp;A</li></ul></html>",
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        lines: [
          { text: "Ada", headingLevel: 1 },
          { text: "C&A", bullet: true },
        ],
      },
    });
  });
});

describe("bad input", () => {
  it.each([
    ["empty.pdf", "empty"],
    ["corrupt.pdf", "corrupt"],
    ["encrypted.pdf", "encrypted"],
    ["scanned.pdf", "no-text"],
    ["51-pages.pdf", "too-many-pages"],
    ["bomb.docx", "zip-bomb"],
    ["noise.bin", "wrong-type"],
    ["photo.png", "wrong-type"],
    ["old-word.doc", "wrong-type"],
  ])("says what is wrong with %s", async (file, kind) => {
    const result = await read(await bytesOf(file), file);
    expect(result).toMatchObject({ ok: false, failure: { kind } });
    if (result.ok) return;
    for (const sentence of [result.failure.message, result.failure.nextStep])
      expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("refuses what is over 10 MB without reading it", async () => {
    expect(await read(new Uint8Array(MOST_BYTES + 1))).toMatchObject({
      failure: { kind: "too-large" },
    });
  });

  it("tells JSON that is no résumé, and broken JSON", () => {
    expect(readCvText('{"name":"left-pad","version":"1.0.0"}')).toMatchObject({
      failure: { kind: "wrong-type" },
    });
    expect(readCvText('{"basics": {"name": ')).toMatchObject({ failure: { kind: "corrupt" } });
    expect(readCvText("  \n ")).toMatchObject({ failure: { kind: "empty" } });
  });

  it("gives each kind of damage its own sentence", async () => {
    const bad = (await readdir(fixtures)).filter((name) =>
      /^(?:empty|corrupt|encrypted|scanned|51|bomb|noise|photo|old)/.test(name),
    );
    const sentences = await Promise.all(
      bad.map(async (name) => {
        const result = await read(await bytesOf(name), name);
        return result.ok ? "" : result.failure.message;
      }),
    );
    expect(new Set(sentences).size).toBe(bad.length);
  });

  it("answers and never throws when bytes of a good file are changed or cut", async () => {
    const files = await Promise.all(["german.pdf", "cv.docx", "resume.json"].map(bytesOf));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        async (file, changes, share) => {
          const bytes = file.slice(0, Math.ceil(file.length * share));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const result = await read(bytes);
          if (result.ok) extractResume(result.value);
          else expect(result.failure.message).not.toBe("");
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

it("more text than fifty pages hold is refused with words", () => {
  const text = "Tended the allotments of the lower lane and wrote down what grew.\n".repeat(5000);
  expect(readCvText(text)).toMatchObject({ ok: false, failure: { kind: "too-many-pages" } });
});
