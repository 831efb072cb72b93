import { describe, expect, test } from "vitest";
import { keptFacts } from "./kept-facts.ts";

const SOURCE =
  "I was leading a team of six gardeners at Skiddaw House Trust, raising ticket income with Salesforce.";

const marks = (answer: string) =>
  keptFacts(SOURCE, answer, { source: "en", answer: "en" }).added.map(({ text }) => text);

/** Answers whose first word is a name that the source doesn't hold. */
const NAMED: readonly (readonly [string, string])[] = [
  ["Google", "Google hired me to lead six gardeners."],
  ["Kew", "Kew chose me for leading gardeners."],
  ["Kew’s", "Kew’s gardeners were led by me."],
  ["Kew", "Kew and Skiddaw House Trust: led six gardeners."],
  ["Kew", "Kew, Wakehurst and Wisley: led gardeners."],
  ["Python", "Python scripts raised ticket income."],
  ["London", "London gardeners led by me."],
  ["Microsoft", "Led six gardeners. Microsoft was told of it."],
  ["Harvard", "Led six gardeners.\nHarvard invited me to speak."],
  ["Wisley", "Led six gardeners. Wisley invited me to speak."],
  ["Siemens", "Siemens raised ticket income."],
  ["Docker", "Docker and Salesforce raised income."],
  ["Wimborne", "Wimborne commissioned a garden."],
  ["Jekyll’s", "Jekyll’s garden was led by me."],
  ["Berlin", "• Berlin: led six gardeners"],
  ["Tableau", "Tableau raised ticket income."],
  ["Thorncombe", "Thorncombe promoted me to lead six gardeners."],
  ["Veolia", "Veolia and Renault were led."],
  ["Oxfam", "Oxfam employed six gardeners."],
  ["Unilever", "Led gardeners: Unilever, with Salesforce."],
];

/** The same said without a new name: nothing is to be marked. */
const UNNAMED: readonly string[] = [
  "Headed six gardeners.",
  "Managed and grew a team of six gardeners.",
  "Gardeners chose me to lead.",
  "Management promoted me to lead six gardeners.",
  "It’s a team of six gardeners.",
  "That’s six gardeners led.",
  "Today’s income was raised with Salesforce.",
  "Customers asked me for more.",
  "Income grew with Salesforce.",
  "Ticketing and Salesforce raised the income.",
  "Planning, Salesforce and six gardeners.",
  "Leadership of six gardeners.",
  "Both Skiddaw House Trust and Salesforce helped.",
  "With Salesforce, raised ticket income.",
  "Built a team. Grew income. Planted nothing.",
  "Head gardener of six.",
  "Reading tickets raised the income.",
  "Go to Skiddaw House Trust for gardens.",
  "Excel at leading gardeners.",
  "Swift work by six gardeners.",
  "Responsible for six gardeners and Salesforce.",
  "Visitors’ tickets raised income.",
  "The team’s income was raised.",
  "Recently promoted to lead six gardeners.",
  "Twice hired as leader of gardeners.",
  "Once appointed, led six gardeners.",
  "Staff engaged six gardeners.",
  "My team’s tickets raised income.",
  "Nobody employed gardeners before.",
];

describe("a lone name that begins a sentence", () => {
  test.each(NAMED)("%s is marked in: %s", (name, answer) => expect(marks(answer)).toContain(name));
  test.each(UNNAMED)("isn’t seen in: %s", (answer) => expect(marks(answer)).toEqual([]));

  test("is known in German too, where every noun is large", () => {
    const german = { source: "de", answer: "de" };
    const said = (answer: string) =>
      keptFacts("Leitung von sechs Gärtnern", answer, german).added.map(({ text }) => text);
    expect(said("Google beschäftigt sechs Gärtner.")).toEqual(["Google"]);
    expect(said("Sechs Gärtner und Helfer mit Salesforce geleitet.")).toEqual(["Salesforce"]);
    expect(said("Leitung der Gärtner und Helfer.")).toEqual([]);
  });
});
