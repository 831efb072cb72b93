import { describe, expect, it } from "vitest";
import type { FlowLine } from "../../../shared/cv-document.ts";
import { extractResume } from "../../../shared/cv/extract-resume.ts";
import { readHtml } from "./read-html.ts";

function linesOf(html: string): readonly FlowLine[] {
  const read = readHtml(html);
  return read.ok && read.value.kind === "flow" ? read.value.lines : [];
}

describe("readHtml", () => {
  it("takes tabs and line breaks of the source for spaces", () => {
    expect(linesOf("<p>\n\t\t2018-01\n\t\t- 2019-10\n\t</p>")).toMatchObject([
      { text: "2018-01 - 2019-10" },
    ]);
  });

  it("knows a bullet from a list item that holds an entry", () => {
    const html = `<ul><li><h3>Tinker</h3><div>Pots &amp; Pans</div>
      <ul><li>Mended a hundred kettles</li></ul></li></ul>`;
    expect(linesOf(html).map((line) => [line.text, Boolean(line.bullet)])).toEqual([
      ["Tinker", false],
      ["Pots & Pans", false],
      ["Mended a hundred kettles", true],
    ]);
  });

  it("writes out entities in addresses", () => {
    const [line] = linesOf('<p><a href="https:&#x2F;&#x2F;kettle.example&#x2F;a">site</a></p>');
    expect(line?.links).toEqual([{ text: "site", href: "https://kettle.example/a" }]);
  });

  it("keeps pieces of one class apart", () => {
    const html = `<p><span class="tag">Tin</span> <span class=tag>Hot glue</span></p>
      <p><span class="from">2018</span> <span class="to">2019</span></p>`;
    expect(linesOf(html).map((line) => line.cells ?? line.text)).toEqual([
      ["Tin", "Hot glue"],
      "2018 2019",
    ]);
  });

  it("sees the head of a table's row however long its dates are", () => {
    const rows = linesOf("<table><tr><td>05/2019 – present</td><td><b>Cook</b></td></tr></table>");
    expect(rows).toMatchObject([{ bold: true, cells: ["05/2019 – present", "Cook"] }]);
  });

  it("parts the entries of a page that sets dates in blocks of their own", () => {
    const read = readHtml(`<h1>Orla Tinsmith</h1><h2>Experience</h2>
      <div>2018 – 2021</div><div><b>Master Tinsmith</b><br>Kettle Works Ltd</div>
      <ul><li>Mended a hundred kettles a week for the whole of the county</li></ul>
      <div>2015 – 2018</div><div><b>Apprentice Tinsmith</b><br>Pots and Pans Ltd</div>
      <ul><li>Learned to solder</li></ul>`);
    expect(read.ok && extractResume(read.value).resume.work).toMatchObject([
      { name: "Kettle Works Ltd", position: "Master Tinsmith", startDate: "2018", endDate: "2021" },
      { name: "Pots and Pans Ltd", position: "Apprentice Tinsmith", startDate: "2015" },
    ]);
  });
});
