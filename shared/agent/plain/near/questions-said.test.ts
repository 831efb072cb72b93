import { describe, expect, it } from "vitest";
import { context } from "../test-site.ts";
import { understand } from "../understand.ts";
import { questionsSaid } from "./questions-said.ts";

/** What is asked, in words of nobody’s list, and the kind that answers. */
const ASKED: readonly (readonly [string, string])[] = [
  ["will I have to wait long once I hit publish", "ask-publish-time"],
  ["what's that red button in the upper right corner", "ask-top-right"],
  ["what do all those little icons at the left side mean", "ask-left-icons"],
  ["can I look at the page the way strangers would see it", "ask-preview"],
  ["where's the preview before I publish", "ask-preview"],
  ["do I really need to list hobbies on there", "ask-must-have"],
  ["can my wife and me both work on it", "ask-edit"],
  ["won't spammers pick up my address", "ask-spam"],
  ["should I add an impressum", "ask-gdpr"],
  ["will there be ads on my page", "ask-logo"],
  ["how do I get rid of your watermark", "ask-logo"],
  ["can it have a second page with pictures", "ask-more-pages"],
  ["can I put the link into a job application", "ask-application"],
  ["does the link stay the same after I publish again", "ask-old-link"],
  ["do edits show up for visitors automatically", "ask-auto-update"],
  ["what kinds of file can I upload", "ask-formats"],
  ["can callers just tap the phone number", "ask-phone-link"],
  ["why doesn't my github show up", "ask-linkedin-link"],
  ["is it possible to get a qr for my badge", "ask-qr"],
  ["why is half of my cv missing", "ask-missing"],
  ["does undo still work tomorrow", "ask-undo-later"],
  ["can I use this without internet", "ask-offline"],
  ["is firefox supported", "ask-browsers"],
  ["is there an iphone app", "ask-install"],
  ["do I have to know html", "ask-coding"],
  ["can I go on editing at my work laptop", "ask-two-computers"],
  ["any hotkeys", "ask-shortcuts"],
  ["what happens to my page when premium runs out", "ask-after-expiry"],
  ["how would I cancel the subscription", "ask-cancel"],
  ["will it be nice when printed", "ask-print"],
  ["can I talk to a human", "ask-support"],
  ["do recruiters have to sign up", "ask-visitor-account"],
  ["what's a palette supposed to be", "ask-term-palette"],
  ["what do you mean by template", "ask-term-template"],
];

describe("questions about the product, by their words", () => {
  it.each(ASKED)("“%s”", (text, kindId) => {
    const [request, ...more] = questionsSaid({ text });
    expect(more).toEqual([]);
    expect(understand(request!, context)).toMatchObject([{ kindId, step: { kind: "nothing" } }]);
  });

  it.each([
    "make the phone number bigger",
    "can you remove the print button project",
    "could you change the template",
    "why is my headline so long",
    "what should my headline be",
    "which template suits a nurse",
    "add the skill HTML",
    "I want a page like a newspaper",
    "change my work laptop line",
    "is there a way to get larger print",
    "what's your name",
    "can the line about scrap go",
    "hide my number, too much spam",
  ])("aren’t heard in “%s”", (text) => {
    expect(questionsSaid({ text })).toEqual([]);
  });
});
