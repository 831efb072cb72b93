import type { Conversation } from "./task.ts";

const WORK = "src/sections/Work.tsx";
const SKILLS = "src/sections/Skills.tsx";
const MASTHEAD = "src/parts/Masthead.tsx";
const ENTRIES = "src/styles/entries.css";
const STATS = `import { filled } from "../filled";
import { resume } from "../resume";

const yearOf = (date: string | undefined) => Number(date?.slice(0, 4) ?? Number.NaN);

/** What can be counted in a working life: years, employers, projects. */
export function Numbers() {
  const jobs = filled(resume.work);
  const years = jobs.map(({ startDate }) => yearOf(startDate)).filter(Number.isFinite);
  const numbers = [
    { count: years.length === 0 ? 0 : new Date().getFullYear() - Math.min(...years), of: "years" },
    { count: jobs.length, of: "employers" },
    { count: filled(resume.projects).length, of: "projects" },
  ].filter(({ count }) => count > 0);
  if (numbers.length === 0) return null;
  return (
    <dl className="numbers">
      {numbers.map(({ count, of }) => (
        <div key={of}>
          <dt>{of}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
`;
const TAGS = `import { filled } from "../filled";

interface Props {
  items: readonly string[] | undefined;
}

/** Short things, each in a frame of its own. */
export function Tags({ items }: Props) {
  const shown = filled(items);
  if (shown.length === 0) return null;
  return (
    <ul className="tags">
      {shown.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
`;

export const COMPONENT_TASKS: readonly Conversation[] = [
  {
    name: "new parts",
    tasks: [
      {
        request: "Build a component with my numbers: years, employers, projects, under the contact",
        acts: [
          { reads: ["src/filled.ts"] },
          {
            writes: [{ path: "src/parts/Numbers.tsx", content: STATS }],
          },
          {
            edits: [
              {
                path: MASTHEAD,
                old: 'import { Contact } from "./Contact";',
                new: 'import { Contact } from "./Contact";\nimport { Numbers } from "./Numbers";',
              },
              {
                path: MASTHEAD,
                old: "        {hasContact && <Contact />}\n",
                new: "        {hasContact && <Contact />}\n        <Numbers />\n",
              },
              {
                path: "src/styles/masthead.css",
                old: ".place > * + *::before {",
                new: ".numbers {\n  display: flex;\n  gap: 1.5rem;\n  margin-block-start: var(--leading);\n}\n\n.numbers dd {\n  margin: 0;\n  font-size: 1.5rem;\n  color: var(--accent);\n}\n\n.place > * + *::before {",
              },
            ],
          },
        ],
        says: "Under the contact stand your years at work, employers and projects, counted from your own data; a number that would be nought isn’t shown.",
      },
      {
        request: "Show every skill as a tag in a frame instead of running text",
        acts: [
          { reads: ["src/parts/Run.tsx"] },
          { writes: [{ path: "src/parts/Tags.tsx", content: TAGS }] },
          {
            edits: [
              {
                path: SKILLS,
                old: 'import { Run } from "../parts/Run";',
                new: 'import { Tags } from "../parts/Tags";',
              },
              { path: SKILLS, old: "<Run items={keywords} />", new: "<Tags items={keywords} />" },
              {
                path: ENTRIES,
                old: ".voice + .voice {",
                new: ".tags {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.5rem;\n  list-style: none;\n}\n\n.tags > li {\n  padding: 0 0.625rem;\n  border: 1px solid var(--line);\n  border-radius: 1rem;\n  font: var(--small) / var(--leading) var(--font-text);\n}\n\n.voice + .voice {",
              },
            ],
          },
        ],
        says: "Each skill is a tag with a thin frame now; they wrap on narrow screens.",
      },
      {
        request: "Hide the place of every job, the whole page is about one town anyway",
        acts: [
          // Doesn't build: a bracket is left open.
          {
            edits: [
              {
                path: WORK,
                old: 'note={filled([description, location]).join("\\u2002·\\u2002")}',
                new: "note={description",
              },
            ],
          },
          { edits: [{ path: WORK, old: "note={description", new: "note={description}" }] },
          {
            edits: [
              {
                path: WORK,
                old: "const { name, position, url, location, description } = job;",
                new: "const { name, position, url, description } = job;",
              },
            ],
          },
        ],
        says: "Jobs show what the firm does, and no longer where. A bracket that I had left open is closed again.",
      },
      {
        request: "Create a component that prints my initials as a monogram above my name",
        acts: [
          {
            writes: [
              {
                path: "src/parts/Monogram.tsx",
                content:
                  'import { resume } from "../resume";\n\n/** The first letters of the owner’s names. */\nexport function Monogram() {\n  const letters = (resume.basics?.name ?? "").match(/\\b\\p{L}/gu)?.slice(0, 3).join("");\n  return letters ? (\n    <span className="monogram" aria-hidden="true">\n      {letters}\n    </span>\n  ) : null;\n}\n',
              },
            ],
          },
          {
            edits: [
              {
                path: MASTHEAD,
                old: 'import { Numbers } from "./Numbers";',
                new: 'import { Monogram } from "./Monogram";\nimport { Numbers } from "./Numbers";',
              },
              {
                path: MASTHEAD,
                old: '      <div className="nameplate">\n',
                new: '      <div className="nameplate">\n        <Monogram />\n',
              },
            ],
          },
        ],
        says: "Your initials stand before your name; screen readers leave them out, since the name follows.",
      },
    ],
  },
  {
    name: "one after another",
    tasks: [
      {
        request: "Put the skills in two columns on wide screens",
        acts: [
          {
            edits: [
              {
                path: ENTRIES,
                old: "  .points {\n    padding: 0;\n  }",
                new: "  #skills .run {\n    display: block;\n    columns: 2;\n  }\n\n  .points {\n    padding: 0;\n  }",
              },
            ],
          },
        ],
        says: "From 640 px on your skills stand in two columns.",
      },
      {
        request: "Is there anything on the page that loads from another site?",
        acts: [{ search: "https://" }],
        says: "No. The addresses in your data are links that a visitor may follow; fonts, scripts and styles all come from your own site.",
      },
      {
        request: "Give the sections more air above",
        acts: [
          {
            edits: [
              {
                path: "src/styles/page.css",
                old: "calc(3.75rem * var(--density))",
                new: "calc(5rem * var(--density))",
              },
            ],
          },
        ],
        says: "Sections stand five rem apart now, times your density.",
      },
      {
        request: "The job titles in the accent colour",
        acts: [
          {
            edits: [
              {
                path: ENTRIES,
                old: ".title {\n  font-weight: 600;\n}",
                new: ".title {\n  font-weight: 600;\n}\n\n#work .title {\n  color: var(--accent);\n}",
              },
            ],
          },
        ],
        says: "Job titles have your accent colour now, in light and in dark.",
      },
    ],
  },
];
