import type { Conversation } from "./task.ts";

const MASTHEAD = "src/styles/masthead.css";
const PAGE = "src/styles/page.css";
const ENTRIES = "src/styles/entries.css";

export const STYLE_TASKS: readonly Conversation[] = [
  {
    name: "the head of the page",
    tasks: [
      {
        request: "Make my name a bit bigger on large screens",
        acts: [
          {
            edits: [
              {
                path: MASTHEAD,
                old: "    font-size: 2.25rem;\n    line-height: calc(var(--leading) * 1.625);",
                new: "    font-size: 2.75rem;\n    line-height: calc(var(--leading) * 2);",
              },
            ],
          },
        ],
        says: "Your name is 2.75 rem on large screens now, with the line height to match; phones are as before.",
      },
      {
        request: "My portrait should be round",
        acts: [
          {
            edits: [
              {
                path: MASTHEAD,
                old: "  aspect-ratio: 4 / 5;\n  object-fit: cover;",
                new: "  aspect-ratio: 1;\n  border-radius: 50%;\n  object-fit: cover;",
              },
            ],
          },
        ],
        says: "The portrait is a circle now. It is cut to a square first, so a face in the middle stays whole.",
      },
      {
        request: "And the line under the bar on phones should be in the accent colour",
        acts: [
          {
            edits: [
              {
                path: MASTHEAD,
                old: "  background: var(--paper);\n  border-block-end: 1px solid var(--line);",
                new: "  background: var(--paper);\n  border-block-end: 2px solid var(--accent);",
              },
            ],
          },
        ],
        says: "The line under the bar is two pixels of your accent colour now.",
      },
      {
        request: "Can the label under my name be upright instead of italic",
        acts: [
          {
            edits: [
              {
                path: MASTHEAD,
                old: ".label {\n  font-size: 1.1875rem;\n  font-style: italic;",
                new: ".label {\n  font-size: 1.1875rem;",
              },
            ],
          },
        ],
        says: "The label stands upright now.",
      },
    ],
  },
  {
    name: "lists and links",
    tasks: [
      {
        request: "Underline links only when the mouse is over them",
        acts: [
          {
            edits: [
              {
                path: PAGE,
                old: "  text-decoration: underline 1px color-mix(in oklab, var(--accent) 60%, transparent);\n  text-underline-offset: 0.18em;",
                new: "  text-decoration: underline 1px transparent;\n  text-underline-offset: 0.18em;",
              },
            ],
          },
        ],
        says: "Links are underlined only under the mouse now. Inside running text that makes them harder to find; say so and I bring the line back there.",
      },
      {
        request: "The dates should be bold",
        acts: [
          // As it is remembered, not as it is: the block isn't there.
          {
            edits: [
              {
                path: ENTRIES,
                old: ".aside time {\n  font-variant-numeric: tabular-nums;",
                new: ".aside time {\n  font-weight: 600;\n  font-variant-numeric: tabular-nums;",
              },
            ],
          },
          {
            edits: [
              {
                path: ENTRIES,
                old: ".aside time {\n  font-variant-numeric: tabular-nums lining-nums;",
                new: ".aside time {\n  font-weight: 600;\n  font-variant-numeric: tabular-nums lining-nums;",
              },
            ],
          },
        ],
        says: "Dates are semi-bold now.",
      },
      {
        request: "Put small squares instead of dashes before the bullet points",
        acts: [
          {
            edits: [
              {
                path: ENTRIES,
                old: '  list-style: "–  " outside;',
                new: '  list-style: "▪  " outside;',
              },
            ],
          },
        ],
        says: "Bullet points begin with a small square now.",
      },
      {
        request: "A thin line between the jobs please",
        acts: [
          {
            edits: [
              {
                path: ENTRIES,
                old: "/* Lists of short things stand closer. */",
                new: "#work .entry + .entry {\n  padding-block-start: var(--between-entries);\n  border-block-start: 1px solid var(--line);\n}\n\n/* Lists of short things stand closer. */",
              },
            ],
          },
        ],
        says: "A thin line stands between your jobs now, in the colour that the page draws its other lines in.",
      },
    ],
  },
];
