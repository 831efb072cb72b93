import { describe, expect, it } from "vitest";
import type { Resume } from "../../../resume.ts";
import { context as site } from "../test-site.ts";
import { offersFor } from "./offers.ts";

const resume: Resume = {
  basics: { name: "Bela Farkas", label: "Ferry Captain", summary: "Captain of river ferries." },
  work: [
    {
      name: "Danube Lines",
      position: "Captain",
      startDate: "2018-03",
      highlights: ["Train four deckhands a season", "Wrote the winter mooring plan"],
    },
    { name: "Tisza Port Authority", position: "Pilot", startDate: "2011-04", endDate: "2018-02" },
    { name: "Lake Boats", position: "Deckhand", startDate: "2007-05", endDate: "2011-03" },
  ],
  education: [
    { institution: "College of Rivers", studyType: "BSc", area: "Navigation", endDate: "2007" },
  ],
  projects: [{ name: "Tide Clock" }, { name: "Rope School" }],
  skills: [{ name: "Radar" }],
  awards: [{ title: "Safe Hands", date: "2020", awarder: "League of Captains" }],
  certificates: [{ name: "Radio Operator", date: "2012", issuer: "Maritime Office" }],
  interests: [{ name: "Chess" }, { name: "Rowing" }, { name: "Bread" }],
  references: [
    { name: "Ana Weber", reference: "Calm in fog." },
    { name: "Jon Kiss", reference: "Never late." },
  ],
};
const context = { ...site, resume, today: "2026-11-21" };
const requests = (text: string) => offersFor(text, context).offers.map(({ request }) => request);

describe("what is told in parts", () => {
  it.each([
    [
      "Could you add my fire safety at sea certificate, Harbour Academy, June 2021",
      'add the certificate "Fire safety at sea" from Harbour Academy, 2021-06',
    ],
    [
      "I can't find my boat licence, please add it: Inland Skipper, 2014",
      'add the certificate "Inland Skipper", 2014',
    ],
    [
      "article add pls: Fog and Bells, River Weekly, 2016",
      'add the publication "Fog and Bells", in River Weekly, 2016',
    ],
    [
      "also won Golden Anchor 2019, Danube Lines",
      'add the award "Golden Anchor" from Danube Lines, 2019',
    ],
    [
      "I published an article in River Weekly in May 2017 called Ice on the Bow",
      'add the publication "Ice on the Bow", in River Weekly, 2017-05',
    ],
    [
      "add another project. Name: Lamp Museum. A shed of old ship lamps.",
      "add a project: Lamp Museum: A shed of old ship lamps",
    ],
    [
      "new article - “Ropes and Rain”, River Weekly 2018",
      'add the publication "Ropes and Rain", in River Weekly, 2018',
    ],
    [
      "got a new qualification: Ice Navigation Level 2, Polar School, 2022",
      'add the certificate "Ice Navigation Level 2" from Polar School, 2022',
    ],
    [
      "another project: Knot Wall - a board of fifty knots",
      "add a project: Knot Wall: a board of fifty knots",
    ],
    ["put in night sailing and engine care", 'add "Night sailing", "Engine care" to my skills'],
  ])("is added: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it.each(["put in some photos and a logo", "add padding and borders", "add my phone and email"])(
    "isn’t a skill: “%s”",
    (text) => {
      expect(requests(text).filter((request) => request.endsWith("to my skills"))).toEqual([]);
    },
  );
});

describe("what is plain by how it is said", () => {
  it.each([
    ["swap the two projects round please", 'swap "Tide Clock" and "Rope School"'],
    ["switch the two references", 'swap "Ana Weber" and "Jon Kiss"'],
    ["keep the hobbies but drop bread", 'remove the interest "Bread"'],
    ["delete the winter mooring line", 'remove "Wrote the winter mooring plan"'],
    [
      "the league is called League of River Captains",
      '"Safe Hands" is from League of River Captains',
    ],
    ["the port was called Tisza Harbour", 'rename "Tisza Port Authority" to "Tisza Harbour"'],
    ["awarding body was Society of Pilots", '"Safe Hands" is from Society of Pilots'],
    [
      "Port should be Tisza and Bodrog Port Authority, full name",
      'rename "Tisza Port Authority" to "Tisza and Bodrog Port Authority"',
    ],
    [
      "Would you correct “College of Rivers” to “River College”? It was named so then.",
      'rename "College of Rivers" to "River College"',
    ],
    [
      "its Danube Navy School not College of Rivers, and the subject Hydrography",
      'the subject at "College of Rivers" is "Hydrography"; rename "College of Rivers" to "Danube Navy School"',
    ],
  ])("is offered first: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it("is either end of the list where the last job may be both", () => {
    expect(requests("Remove the last job").slice(0, 2)).toEqual([
      'remove the job "Lake Boats"',
      'remove the job "Danube Lines"',
    ]);
    expect(requests("Remove the last job, that was long ago")).not.toContain(
      'remove the job "Danube Lines"',
    );
  });

  it("never is to remove what is to be added", () => {
    expect(requests("add radar").filter((request) => request.startsWith("remove"))).toEqual([]);
    expect(requests("add radar")[0]).toBe('add "Radar" to my skills');
  });

  it("isn’t the job where its title is meant", () => {
    expect(
      requests("remove the last job title").filter((one) => one.startsWith("remove the job")),
    ).toEqual([]);
  });

  it("doesn’t swap where there are three", () => {
    expect(requests("swap the two jobs").filter((request) => request.startsWith("swap"))).toEqual(
      [],
    );
  });
});
