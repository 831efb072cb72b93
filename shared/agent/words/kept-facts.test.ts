import { describe, expect, test } from "vitest";
import { keptFacts } from "./kept-facts.ts";

const added = (source: string, answer: string) =>
  keptFacts(source, answer).added.map(({ kind, text }) => `${kind}: ${text}`);

const BULLET =
  "I was leading a team of six gardeners at Skiddaw House Trust from April 2016, raising ticket income by 40% to €120,000 with Salesforce.";

describe("an answer that says the same keeps its facts", () => {
  test.each([
    ["shorter", "Led six gardeners, raising income 40 % to €120,000."],
    ["digits for words", "Led 6 gardeners and raised ticket income by 40 percent."],
    ["another grouping", "Raised income to 120.000 € with Salesforce since 2016."],
    ["short forms", "Raised ticket income to €120k."],
    ["the same month", "Since Apr 2016: leads six gardeners at Skiddaw House Trust."],
    ["a genitive", "Led Skiddaw House Trust’s six gardeners."],
    ["German", "Leitet seit April 2016 sechs Gärtner und die Helfer beim Skiddaw House Trust."],
    ["French", "Depuis avril 2016, dirige six jardiniers et a augmenté les recettes de 40 %."],
    ["Spanish", "Desde abril de 2016 dirige a seis jardineros; los ingresos son de 120 000 euros."],
    ["Portuguese", "Lidera seis jardineiros desde abril de 2016 e aumentou a receita em 40%."],
    ["Italian", "Ha aumentato gli incassi del 40 per cento, fino a 120.000 euro, con Salesforce."],
    ["Dutch", "Leidt sinds april 2016 een team van zes tuinmannen bij Skiddaw House Trust."],
    [
      "Swedish",
      "Leder sedan april 2016 ett team på sex trädgårdsmästare och har ökat med 40 procent.",
    ],
    ["Japanese", "2016年4月からSkiddaw House Trustで6人の庭師を率い、収入を40%増やした。"],
    ["Arabic", "قاد فريقا من ٦ بستانيين في Skiddaw House Trust ورفع الدخل بنسبة ٤٠٪."],
    ["Hindi", "Skiddaw House Trust में ६ मालियों का नेतृत्व किया"],
  ])("%s: %s", (_, answer) => expect(added(BULLET, answer)).toEqual([]));
});

describe("a number that the source doesn't hold is marked", () => {
  test.each([
    ["Led twelve gardeners.", "number: twelve"],
    ["Led 60 gardeners.", "number: 60"],
    ["Raised income by 45%.", "number: 45%"],
    // The figure is there, but it counted something else.
    ["Led 40 gardeners.", "number: 40"],
    ["Raised income by €40.", "number: €40"],
    ["Raised income to $120,000.", "number: $120,000"],
    ["Raised income to €1.2 million.", "number: €1.2 million"],
    ["Raised income by 4.0 points.", "number: 4.0"],
    ["Leitet vierzig Gärtner und hat die Einnahmen erhöht.", "number: vierzig"],
    ["Dirige à douze jardiniers pour une équipe et les visiteurs.", "number: douze"],
    ["Lidera ٧ pessoas.", "number: ٧"],
    ["Dirige a once jardineros y los ingresos de la casa.", "number: once"],
    ["Twenty-five gardeners and six more.", "number: Twenty-five"],
  ])("%s → %s", (answer, mark) => expect(added(BULLET, answer)).toEqual([mark]));

  test.each([
    ["Grew 1,00,000 plants", "Grew 100000 plants", []],
    ["Grew 40'000 plants", "Grew forty thousand plants", []],
    ["Budget of 1,5 Mio. €", "Budget of €1.5M", []],
    ["Ran 1,500 tests", "Ran 1.5 tests", ["number: 1.5"]],
    ["A share of 0.125", "A share of 0,125", []],
    ["Ran 5 m of cable", "Ran 5M of cable", ["number: 5M"]],
    ["Worked in C++ and 3D", "Worked in 3D and C++", []],
  ])("%s / %s", (source, answer, marks) => expect(added(source, answer)).toEqual(marks));
});

describe("a date that the source doesn't hold is marked", () => {
  test.each([
    ["Since May 2016.", ["date: Since May 2016"]],
    ["From 2015 to 2016.", ["date: From 2015 to 2016"]],
    ["Leitet seit Mai 2016 die Gärtner und die Schüler.", ["date: seit Mai 2016"]],
    ["In April 2016 I began.", []],
    ["In 2016 I began.", []],
  ])("%s", (answer, marks) => {
    const marked = added(BULLET, answer);
    expect(marked).toHaveLength(marks.length);
    for (const [at, mark] of marks.entries()) expect(mark).toContain(marked[at]!.slice(6));
  });

  test("a month is no part of a year", () => {
    expect(added("I began in 2016.", "I began in April 2016.")).toEqual(["date: April 2016"]);
  });
});

describe("a name that the source doesn't hold is marked", () => {
  test.each([
    ["Led six gardeners at the National Trust.", ["name: National"]],
    ["Raised income with HubSpot.", ["name: HubSpot"]],
    ["NASA gardeners led.", ["name: NASA"]],
    ["Knows C# well.", ["name: C#"]],
    ["Leitet sechs Gärtner bei Siemens und hat die Einnahmen erhöht.", ["name: Siemens"]],
    ["Dirige six jardiniers chez Veolia depuis le parc de la ville.", ["name: Veolia"]],
    ["用 Oracle 提高收入", ["name: Oracle"]],
    ["Руководил садовниками в Яндексе.", ["name: Яндексе"]],
  ])("%s", (answer, marks) => expect(added(BULLET, answer)).toEqual(marks));

  test("a word that only begins a sentence, and a German noun, are no names", () => {
    expect(added(BULLET, "Headed gardeners. Doubled nothing.\nRaised income.")).toEqual([]);
    expect(added(BULLET, "Die Leitung der Gärtner und die Steigerung der Einnahmen.")).toEqual([]);
  });

  test("a case ending makes no other name", () => {
    expect(added("Работал: Яндекс, Москва", "Руководил командой в Яндексе.")).toEqual([]);
  });
});

test("an address is one fact, with or without its scheme", () => {
  const source = "See https://www.github.com/ana-2/ and write to ana@example.org.";
  expect(added(source, "Code: github.com/ana-2. Mail: ana@example.org")).toEqual([]);
  expect(added(source, "Mail: ana@example.com")).toEqual(["address: ana@example.com"]);
  expect(added(source, "Code: github.com/ana-3.")).toEqual(["address: github.com/ana-3"]);
});

test("each mark says where in the answer it stands", () => {
  const answer = "Led twelve people at Acme Ltd, see https://a.example/x, since May 2011.";
  const { added: marks, isKept } = keptFacts("Led people.", answer);
  expect(isKept).toBe(false);
  expect(marks.map(({ kind }) => kind)).toEqual(["number", "name", "name", "address", "date"]);
  for (const { text, index } of marks) expect(answer.slice(index, index + text.length)).toBe(text);
});

test("an empty answer states nothing; the languages may be said", () => {
  expect(keptFacts(BULLET, "")).toEqual({ isKept: true, added: [] });
  expect(keptFacts("6 people", "six people", { answer: "de" }).isKept).toBe(true);
  expect(keptFacts("7 people", "sept jardiniers", { answer: "fr" }).isKept).toBe(true);
  expect(keptFacts("7 people", "huit jardiniers", { answer: "fr" }).isKept).toBe(false);
});
