import { beforeAll, describe, expect, it } from "vitest";
import { buildPrerender, type Prerender } from "./build-template.ts";

let template: Prerender;
beforeAll(async () => {
  template = await buildPrerender("scholar");
});

const text = (html: string) =>
  html
    .replace(/<!-- -->/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
const page = (resume: Record<string, unknown>) => text(template.render({ resume }).app);
const bibtexIn = (html: string) =>
  [...html.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(([, one]) => one);

const basics = { name: "Zoë van der Berg-Okoro" };

describe("what Scholar makes of a publication", () => {
  it("writes BibTeX of what is said, escaped, and of nothing else", () => {
    const html = page({
      basics,
      publications: [
        {
          name: "50 % of {all} & sundry: costs_of $5",
          publisher: "Journal of Sums 3",
          releaseDate: "2020-03",
          url: "10.5555/12345678",
          summary: "Ada Bird, Zoë van der Berg-Okoro, et al.\nA finding.",
        },
        { name: "Alone", url: "https://arxiv.org/pdf/2401.99999v2" },
      ],
    });
    expect(bibtexIn(html)).toEqual([
      "@article{bird2020sundry,\n  author = {Ada Bird and Zoë van der Berg-Okoro and others},\n" +
        "  title = {50 \\% of \\{all\\} \\& sundry: costs\\_of \\$5},\n  journal = {Journal of Sums 3},\n" +
        "  year = {2020},\n  month = {3},\n  doi = {10.5555/12345678},\n  url = {https://doi.org/10.5555/12345678}\n}",
      "@misc{alone,\n  title = {Alone},\n  eprint = {2401.99999v2},\n  archivePrefix = {arXiv},\n" +
        "  url = {https://arxiv.org/pdf/2401.99999v2}\n}",
    ]);
    expect(html).toContain("<p>A finding.</p>");
  });

  it.each([
    "Z. van der Berg-Okoro",
    "Berg-Okoro, Z. v. d.",
    "Zoe van der Berg-Okoro",
    "Z Berg-Okoro",
  ])("marks the owner as %s", (own) => {
    const html = page({ basics, publications: [{ name: "A", authors: ["Bird, A.", own] }] });
    expect(html.match(/<strong>[^<]*/g)).toEqual([`<strong>${own}`]);
  });

  it("takes no sentence and no strangers for authors", () => {
    const publications = [
      { name: "One", summary: "Written on a ferry." },
      { name: "Two", summary: "Ada Bird, Tom Reed" },
    ];
    const html = page({ basics, publications });
    expect(html).not.toContain('class="authors"');
    expect(html).toContain("<p>Ada Bird, Tom Reed</p>");
    expect(bibtexIn(html).join()).not.toContain("author");
  });

  it.each([
    ["Lecture Notes in Computer Science, Springer", "book"],
    ["Proceedings of the National Academy of Sciences", "article"],
    ["Proceedings of the IEEE 104(1)", "article"],
    ["Proceedings of the IEEE Conference on Sums", "conference"],
    ["Exposé, Collège de Calcul", "talk"],
    ["Éditions du Nombre", "book"],
    ["Keynote at the Workshop on Sums", "talk"],
    ["The Harbour", "other"],
  ])("takes “%s” for what it is", (publisher, kind) => {
    expect(page({ basics, publications: [{ name: "A", publisher }] })).toContain(
      `data-kind="${kind}"`,
    );
  });

  it("keeps numbers when a new one comes, and gives every date its place", () => {
    const html = page({
      basics,
      publications: [
        { name: "Undated" },
        { name: "Old", releaseDate: "1999" },
        { name: "Soon", releaseDate: "forthcoming" },
        { name: "Said", publisher: "Keynote, Somewhere", releaseDate: "2001-05" },
      ],
    });
    const order = [...html.matchAll(/<h3[^>]*>(?:<time[^>]*>)?([^<]*)|class="number">([^<]*)/g)];
    expect(order.map(([, heading, number]) => heading ?? number)).toEqual([
      "forthcoming",
      "3",
      "1999",
      "2",
      "n.d.",
      "1",
      "Talks",
      "T1",
    ]);
  });

  it("sets teaching and grants apart and loses nothing of them", () => {
    const html = page({
      basics,
      work: [{ position: "Teaching assistant" }, { position: "Professor" }],
      awards: [{ title: "Starting grant" }],
      profiles: [],
    });
    expect(html).toMatch(/Professor.*Teaching<\/h3>.*Teaching assistant/s);
    expect(html).toMatch(/Grants and fellowships<\/h3>.*Starting grant/s);
  });

  it("shows an ORCID iD only where its check character is right", () => {
    const profile = (id: string) => ({ network: "ORCID", url: `https://orcid.org/${id}` });
    const shown = (id: string) => page({ basics: { ...basics, profiles: [profile(id)] } });
    expect(shown("0000-0002-1825-0097")).toContain('class="orcid"');
    expect(shown("0000-0002-1694-233X")).toContain('class="orcid"');
    expect(shown("0000-0002-1825-0098")).not.toContain('class="orcid"');
  });
});
