import { describe, expect, it } from "vitest";
import { context } from "./test-site.ts";
import { understand } from "./understand.ts";

const ask = (text: string) => understand(text, context);
const profileAfter = (text: string) => {
  const step = ask(text)?.at(-1)?.step;
  return step?.kind === "resume" ? step.resume.basics?.profiles?.at(-1) : step;
};

describe("profiles", () => {
  it.each([
    ["add my tiktok @mara", "TikTok", "https://www.tiktok.com/@mara"],
    ["my Pinterest is mara", "Pinterest", "https://www.pinterest.com/mara"],
    ["I'm on Threads as mara", "Threads", "https://www.threads.net/@mara"],
    ["vimeo: mara", "Vimeo", "https://vimeo.com/mara"],
    ["my sound cloud is mara", "SoundCloud", "https://soundcloud.com/mara"],
    ["my Kaggle is mara", "Kaggle", "https://www.kaggle.com/mara"],
    ["my ResearchGate is Mara_L", "ResearchGate", "https://www.researchgate.net/profile/Mara_L"],
    ["my Telegram is @mara", "Telegram", "https://t.me/mara"],
    ["my mastodon is @mara@fosstodon.org", "Mastodon", "https://fosstodon.org/@mara"],
    ["my WhatsApp is +44 7700 900457", "WhatsApp", "https://wa.me/447700900457"],
    ["my Stack Overflow is 12345", "Stack Overflow", "https://stackoverflow.com/users/12345"],
    [
      "my Google Scholar is qc6CJjYAAAAJ",
      "Google Scholar",
      "https://scholar.google.com/citations?user=qc6CJjYAAAAJ",
    ],
  ])("%s", (text, network, url) => {
    expect(profileAfter(text)).toMatchObject({ network, url });
  });

  it.each(["my Stack Overflow is mara", "my mastodon is mara", "my whatsapp is 07700 900457"])(
    "say what they need instead of leading nowhere: “%s”",
    (text) => {
      expect(ask(text)).toMatchObject([{ step: { kind: "nothing" } }]);
    },
  );

  it("of networks that nobody here knows keep the name that they were given", () => {
    const url = "https://letterboxd.com/mara";
    expect(profileAfter(`add my Letterboxd: ${url}`)).toEqual({
      network: "Letterboxd",
      username: "mara",
      url,
    });
    expect(profileAfter("my Etsy account is https://www.etsy.com/shop/mara")).toMatchObject({
      network: "Etsy",
      username: "mara",
    });
  });

  it.each([
    "add my mother: https://mara.example",
    "add my Letterboxd",
    "my Letterboxd is great",
    "Lamp: https://lamp.example",
    "I'm on Telegram as much as I can",
  ])("aren’t guessed: “%s”", (text) => {
    expect(ask(text)).toBeNull();
  });

  it("go by the name that they stand there with", () => {
    const profiles = [
      { network: "Letterboxd", username: "mara", url: "https://letterboxd.com/mara" },
    ];
    const resume = { ...context.resume, basics: { ...context.resume.basics, profiles } };
    const step = understand("remove my Letterboxd", { ...context, resume })?.[0]?.step;
    expect(step).toMatchObject({ kind: "resume", resume: { basics: { profiles: [] } } });
    expect(ask("remove the shadow")).toBeNull();
  });
});
