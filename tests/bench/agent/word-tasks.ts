import type { Conversation } from "./task.ts";

const RESUME = "src/data/resume.json";

export const WORD_TASKS: readonly Conversation[] = [
  {
    name: "the words",
    tasks: [
      {
        request: "Make my summary shorter, two sentences, keep the bonnet in the rain",
        acts: [
          {
            edits: [
              {
                path: RESUME,
                old: " For sixteen years I have worked at the point where survey data turns into something a person can read: choosing what to leave out, naming what stays, and going to look when two sources disagree.",
                new: " For sixteen years I have turned survey data into something a person can read.",
              },
            ],
          },
        ],
        says: "The summary is two sentences now; the bonnet in the rain opens it, and the sixteen years are kept.",
      },
      {
        request: "The Quillon text should sound more active",
        acts: [
          {
            edits: [
              {
                path: RESUME,
                old: "Joined as a junior draughtswoman, left as editor of the physical maps in a school atlas that has sold 410,000 copies.",
                new: "Rose from junior draughtswoman to editor of the physical maps, in a school atlas that has sold 410,000 copies.",
              },
            ],
          },
        ],
        says: "It says that you rose from junior draughtswoman to editor now; the 410,000 copies are as they were.",
      },
      {
        request: "In the Rain Sheet, say that the rescue teams were in the Cairngorms",
        acts: [
          {
            edits: [
              {
                path: RESUME,
                old: "Tested with two mountain rescue teams over three winters.",
                new: "Tested with two mountain rescue teams in the Cairngorms over three winters.",
              },
            ],
          },
        ],
        says: "Done: the two teams are in the Cairngorms now.",
      },
      {
        request: "Where does it say “Present” next to a date? I want “now” there in English",
        acts: [
          { search: "Present" },
          {
            edits: [
              {
                path: "src/words.ts",
                old: '  present: "Present",\n  contact: "Contact",\n  skip: "Skip to content",',
                new: '  present: "now",\n  contact: "Contact",\n  skip: "Skip to content",',
              },
            ],
          },
        ],
        says: "It comes from the page’s own words, src/words.ts; in English it says “now” now.",
      },
    ],
  },
];
