import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CvDocument } from "../../../shared/cv-document.ts";
import { extractResume } from "../../../shared/cv/extract-resume.ts";
import type { Result } from "../../../shared/failure.ts";
import type { Resume } from "../../../shared/resume.ts";
import { readMarkdown, readPlainText } from "./read-text.ts";

const linesOf = (read: Result<CvDocument>) =>
  read.ok && read.value.kind === "flow" ? read.value.lines : [];

async function resumeOf(name: string): Promise<Resume> {
  const path = join(import.meta.dirname, "../../../tests/fixtures/cv", name);
  const read = readPlainText(await readFile(path, "utf8"));
  if (!read.ok) throw new Error(read.failure.message);
  return extractResume(read.value).resume;
}

describe("readPlainText", () => {
  it("parts a line at wide gaps, and at two spaces beside dates", () => {
    const lines = linesOf(readPlainText("2018 - 2020  Cook\nHead Chef     The Anchor\nTwo  words"));
    expect(lines.map((line) => line.cells ?? line.text)).toEqual([
      ["2018 - 2020", "Cook"],
      ["Head Chef", "The Anchor"],
      "Two  words",
    ]);
  });

  it("parts a line at the wide spaces of East Asian text, but no name", () => {
    const lines = linesOf(
      readPlainText("青空建設株式会社　営業部　主任\n高梨　千尋\n・新人の教育"),
    );
    expect(lines).toMatchObject([
      { cells: ["青空建設株式会社", "営業部", "主任"] },
      { text: "高梨　千尋" },
      { text: "新人の教育", bullet: true },
    ]);
  });
});

describe("readMarkdown", () => {
  it("keeps each of several links on a line", () => {
    const read = readMarkdown(
      "# Orla Tinsmith\n\n[GitHub](https://github.com/orlatin) · [LinkedIn](https://www.linkedin.com/in/orla-tin) · Cork\n",
    );
    expect(read.ok && extractResume(read.value).resume.basics?.profiles).toMatchObject([
      { network: "GitHub", url: "https://github.com/orlatin" },
      { network: "LinkedIn", url: "https://www.linkedin.com/in/orla-tin" },
    ]);
  });
});

describe("languages that the benchmark has no document in", () => {
  it("reads a Dutch CV", async () => {
    const resume = await resumeOf("dutch.txt");
    expect(resume).toMatchObject({
      basics: {
        name: "Marijke Dijkgraaf-Postma",
        label: "Waterbouwkundige",
        email: "marijke.dijkgraaf@post.example",
        phone: "058 - 213 45 67",
        profiles: [{ network: "LinkedIn", username: "marijke-dijkgraaf" }],
      },
      work: [
        {
          name: "Waterschap Noorderzijl",
          position: "Senior adviseur waterveiligheid",
          startDate: "2019-03",
        },
        {
          name: "Ingenieursbureau De Peiler B.V.",
          position: "Projectleider",
          startDate: "2012-09",
          endDate: "2019-02",
          highlights: ["Leiding van de vervanging van zes gemalen in de Alblasserwaard."],
        },
        { name: "Gemeente Harlingen", position: "Stagiaire", endDate: "2011" },
      ],
      education: [
        {
          institution: "Technische Universiteit Zuiderdelft",
          studyType: "Master",
          area: "Civiele Techniek",
          startDate: "2009",
          endDate: "2012",
        },
        { institution: "Hogeschool Friesmeer", studyType: "Bachelor", area: "Watermanagement" },
      ],
      certificates: [
        {
          name: "Projectmanagement IPMA-D",
          issuer: "Nederlandse Bouwacademie",
          date: "2015",
        },
      ],
      skills: [{ name: "Software", keywords: ["D-Stability", "QGIS", "Python"] }],
      languages: [
        { language: "Nederlands", fluency: "moedertaal" },
        { language: "Fries", fluency: "vloeiend" },
        { language: "Engels", fluency: "goed" },
      ],
      interests: [{ name: "Roeien" }, { name: "fierljeppen" }, { name: "orgel" }],
      meta: { language: "nl" },
    });
  });

  it("reads a Japanese CV", async () => {
    const resume = await resumeOf("japanese.txt");
    expect(resume).toMatchObject({
      basics: {
        name: "高梨 千尋",
        label: "組込みソフトウェアエンジニア",
        email: "takanashi.chihiro@yubin.example",
        phone: "053-412-7788",
        summary: "楽器メーカーで電子ピアノの音源制御を九年間担当しています。",
      },
      work: [
        {
          name: "浜名音響株式会社",
          startDate: "2019-04",
          highlights: ["音源制御ファームウェアの設計と実装", "新人三名の教育"],
        },
        {
          name: "株式会社天竜計測",
          position: "エンジニア",
          startDate: "2016-04",
          endDate: "2019-03",
        },
      ],
      education: [{ institution: "遠州工業大学", startDate: "2012-04", endDate: "2016-03" }],
      certificates: [
        { name: "普通自動車第一種運転免許", date: "2013-09" },
        { name: "応用情報技術者試験", date: "2018-12" },
      ],
      skills: [{ name: "C言語" }, { name: "C++" }, { name: "Python" }, { name: "RTOS" }],
      languages: [
        { language: "英語", fluency: "日常会話レベル" },
        { language: "日本語", fluency: "母語" },
      ],
      interests: [{ name: "ピアノ" }, { name: "天体観測" }],
      meta: { language: "ja" },
    });
  });
});
