import { describe, expect, it } from "vitest";
import { context } from "./test-site.ts";
import { understand } from "./understand.ts";

/** What is asked, the kind that answers, and a word that the answer can’t do without. */
const QUESTIONS: readonly (readonly [string, string, string])[] = [
  ["can I see who visited?", "ask-visitors", "My sites"],
  ["how many people have visited my site?", "ask-visitors", "90 days"],
  ["is there analytics?", "ask-visitors", "cookies"],
  ["can I protect it with a password?", "ask-protect", "Ask for a password"],
  ["how do I hide my site from Google?", "ask-protect", "Search engines may list it"],
  ["can people contact me?", "ask-contact", "Visitors can write to you"],
  ["is there a contact form?", "ask-contact", "inbox"],
  ["can I upload another CV?", "ask-new-cv", "All portfolios"],
  ["I have a new CV", "ask-new-cv", "portfolio of its own"],
  ["will Google find it?", "ask-found", "Search engines"],
  ["what about SEO?", "ask-found", "Publish"],
  ["do I need an account?", "ask-price", "account"],
  ["how do I sign in?", "ask-account", "Sign in"],
  ["I forgot my password", "ask-account", "password"],
  ["how do I delete my account?", "ask-delete", "Delete my account"],
  ["how can I take my site down?", "ask-delete", "taken down"],
  ["can I have two versions?", "ask-versions", "Duplicate"],
  ["how many sites can I publish?", "ask-versions", "10 sites"],
  ["where is the design panel?", "how-to-look", "Design"],
  ["I can't find the design panel", "ask-design-panel", "at the left"],
  ["what is the difference between publish and export?", "ask-publish-or-export", "Export"],
  ["why does it say present?", "ask-present", "I left Acme"],
  ["can I see it on a phone?", "ask-preview-phone", "390"],
];

describe("questions about a site", () => {
  it.each(QUESTIONS)("“%s” is answered, and nothing is done", (text, kindId, word) => {
    const [answer, ...more] = understand(text, context) ?? [];
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ kindId, step: { kind: "nothing" } });
    expect(answer?.said).toContain(word);
  });

  it.each([
    "can I see who wrote this summary",
    "protect me from my boss",
    "people contact me too often",
    "add a contact form with validation",
    "publish my new book",
    "delete everything",
    "is my account at Acme shown",
    "put a visitor counter in the footer",
    "why is there so much blank space",
    "why does it say Sailing? Never done that",
    "make a copy of the page as it is",
    "the headline is boring, take it down",
  ])("aren’t seen in “%s”", (text) => {
    expect(understand(text, context)).toBeNull();
  });
});
