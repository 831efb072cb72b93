import { describe, expect, test } from "vitest";
import type { OwnComponentId } from "../../ports/model.ts";
import { judgeComponent } from "./judge-component.ts";

const component = (inside: string, before = "") =>
  `import { resume } from "../resume";\n${before}\nexport default function Own() {\n  const skills = resume.skills ?? [];\n  return <ul>${inside}</ul>;\n}\n`;

const GOOD: readonly (readonly [what: string, id: OwnComponentId, source: string])[] = [
  ["a list", "skills", component("{skills.map(({ name }, i) => <li key={i}>{name}</li>)}")],
  [
    "packages and parts of the site",
    "timeline",
    component(
      "<Band id='work' title='Work'><Run items={[]} /></Band>",
      'import { useState, type ReactNode } from "react";\nimport { motion } from "motion/react";\nimport { Band } from "../sections/Band";\nimport { Run } from "../parts/Run";\nimport { Diffstat } from "../Diffstat";',
    ),
  ],
  [
    "the portrait",
    "hero",
    component('<img src={image} alt="" /><img src={resume.basics?.image} />'),
  ],
  ["links of the résumé", "contact", component("<a href={`mailto:${email}`}>{email}</a>")],
  [
    "a drawing",
    "gallery",
    component('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" /></svg>'),
  ],
  ["a word like a name", "skills", component("<p>Skills in this document</p>")],
];

test.each(GOOD)("%s goes through", (_, id, source) => {
  expect(judgeComponent(id, source)).toEqual({ kind: "yes" });
});

describe("a model that obeys whatever it was told", () => {
  const inside: readonly (readonly [what: string, inside: string])[] = [
    ["fetch", "{fetch('/x')}"],
    ["fetch by its letters", "{\\u0066etch(url)}"],
    ["a beacon", "{void sendBeacon('/x', resume)}"],
    ["an address in a link", '<a href="https://evil.example">x</a>'],
    ["an address in a text", "{`https://evil.example/${skills.length}`}"],
    ["an address without a scheme", '<a href={"//evil.example"}>x</a>'],
    ["a picture", '<img src="https://evil.example/x.png" />'],
    ["a picture of the data's choice", "<img src={resume.basics.url} alt='' />"],
    ["a picture as a background", '<p style={{ backgroundImage: "url(/x)" }} />'],
    ["markup", "<p dangerouslySetInnerHTML={{ __html: skills[0].name }} />"],
    ["markup by a spread", "<p {...{ dangerouslySetInnerHTML: { __html: x } }} />"],
    ["eval", "{eval(skills[0].name)}"],
    ["code out of text", "{new Function(skills[0].name)()}"],
    ["code out of a constructor", "{(() => 0).constructor('x')()}"],
    ["a script", "<script src={x} />"],
    ["a style", "<style>{'p{}'}</style>"],
    ["a frame", "<iframe title='x' />"],
    ["a form", "<form action={x}><input /></form>"],
    ["an address of code", '<a href="javascript:alert(1)">x</a>'],
    ["the window", "{window.name}"],
    ["the window by another name", "{((w = window) => w)()}"],
    ["the document", '{document["cookie"]}'],
    ["what the browser keeps", "{localStorage.length}"],
    ["a ping", "<a ping={x}>x</a>"],
    ["an import while it runs", "{import(path)}"],
    ["the build's machine", "{process.env.HOME}"],
    ["an element by its name", '{createElement(["scr", "ipt"].join(""))}'],
  ];
  test.each(inside)("is refused %s", (_, text) => {
    expect(judgeComponent("hero", component(text)).kind).toBe("no");
  });

  const shapes: readonly (readonly [what: string, source: string])[] = [
    ["another package", component("", 'import x from "left-pad";')],
    ["a package in one line with another", component("", 'import "react"; import "evil";')],
    ["a part of Node", component("", 'import { readFile } from "node:fs";')],
    ["an address as a module", component("", 'import x from "https://evil.example/x.js";')],
    ["what begins the page", component("", 'import { App } from "../App";')],
    ["a file outside of src", component("", 'import x from "../../package.json";')],
    ["a style sheet", component("", 'import "../poster.css";')],
    ["a second export", `${component("")}export const more = 1;\n`],
    ["no default export", component("").replace("export default ", "export ")],
    ["a value as the export", "export default 3;\n"],
    ["another’s export", `${component("")}export * from "../resume";\n`],
    ["words instead of code", "I can’t do that."],
    ["no end", component("x".repeat(30_000))],
  ];
  test.each(shapes)("is refused %s", (_, source) => {
    expect(judgeComponent("skills", source).kind).toBe("no");
  });

  test("the portrait has its place at the opening alone", () => {
    const source = component("<img src={image} alt='' />");
    expect(judgeComponent("gallery", source)).toEqual({ kind: "no", why: "it loads a picture" });
  });
});
