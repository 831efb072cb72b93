import { describe, expect, test } from "vitest";
import { extractResume } from "../extract-resume.ts";
import { flowOf, pageOf } from "../test-documents.ts";
import { networkOf, readProfiles, withWholeAddresses } from "./profiles.ts";

const profilesOf = (contact: string) =>
  extractResume(flowOf(`# Mira Lindqvist\n${contact}\n## Skills\nGo, Rust`)).resume.basics
    ?.profiles;
const texts = (...lines: string[]) => lines.map((text) => ({ text, lines: [] }));
const plain = (trees: ReturnType<typeof readProfiles>) =>
  trees.map((tree) =>
    Object.fromEntries(
      Object.entries(tree).flatMap(([key, leaf]) =>
        leaf ? [[key, (leaf as { value: string }).value]] : [],
      ),
    ),
  );

describe("profiles", () => {
  test("an address that a narrow column broke is made whole", () => {
    const whole = withWholeAddresses(
      texts(
        "https://github.com/ mira-",
        "codes",
        "https://www.linkedin.com/",
        "in/ miralq",
        "Oslo",
      ),
    );
    expect(whole.map(({ text }) => text)).toEqual([
      "https://github.com/mira-codes",
      "https://www.linkedin.com/in/miralq",
      "Oslo",
    ]);
  });

  test("an e-mail address that a column cut is made whole, one that ends as they do is left", () => {
    const whole = withWholeAddresses(
      texts("✉ mira.lindqvist@mailbox.exam", "ple", "mira@post.se", "oslo", "mira@toots.exam ple"),
    );
    expect(whole.map(({ text }) => text)).toEqual([
      "✉ mira.lindqvist@mailbox.example",
      "mira@post.se",
      "oslo",
      "mira@toots.example",
    ]);
  });

  test("what follows a whole address isn’t part of it", () => {
    const whole = withWholeAddresses(texts("https://mira.example", "Oslo", "mira@mira.example"));
    expect(whole).toHaveLength(3);
  });

  test("a fediverse account is a profile, not an e-mail address", () => {
    const { resume } = extractResume(
      flowOf("# Mira Lindqvist\nMastodon: @mira@toots.example\n## Skills\nGo"),
    );
    expect(resume.basics?.profiles).toEqual([
      { network: "Mastodon", username: "@mira@toots.example", url: "https://toots.example/@mira" },
    ]);
    expect(resume.basics?.email).toBeUndefined();
  });

  test("the words over a link are the handle, unless they only name the network", () => {
    const link = (url: string, label: string) => ({ url, label, lines: [] });
    const profiles = readProfiles(
      [],
      [
        link("https://scholar.google.com/citations?user=abc", "Mira Lindqvist"),
        link("https://github.com/miralq", "GitHub"),
        link("https://www.linkedin.com/in/miralq/", "linkedin.com/in/miralq"),
        link("https://twitter.com", "mira_tweets"),
      ],
      [],
    );
    expect(plain(profiles)).toEqual([
      {
        network: "Google Scholar",
        username: "Mira Lindqvist",
        url: "https://scholar.google.com/citations?user=abc",
      },
      { network: "GitHub", username: "miralq", url: "https://github.com/miralq" },
      { network: "LinkedIn", username: "miralq", url: "https://www.linkedin.com/in/miralq" },
      { network: "Twitter", username: "mira_tweets" },
    ]);
  });

  test.each([
    ["GitHub: miralq", "GitHub", "miralq"],
    ["miralq (Stack Overflow)", "Stack Overflow", "miralq"],
    ["ORCID iD: 0000-0002-1825-0097", "ORCID", "0000-0002-1825-0097"],
    ["LeetCode: mira", "LeetCode", "mira"],
  ])("%s", (text, network, username) => {
    expect(profilesOf(text)).toEqual([expect.objectContaining({ network, username })]);
  });

  test("a network’s own address names nobody", () => {
    expect(networkOf("https://github.com/")).toBeNull();
    expect(networkOf("github.com/mira")).toBe("GitHub");
    expect(networkOf("https://notgithub.com/mira")).toBeNull();
  });
});

test("a page’s number printed close to its foot isn’t part of the last word", () => {
  const document = pageOf([
    { text: "Mira Lindqvist", x: 60, y: 60, size: 22 },
    { text: "Skills", x: 60, y: 120, size: 14, bold: true },
    { text: "Go, Rust", x: 60, y: 140 },
    { text: "mira@mira.example · instagram.com/mira.paints", x: 60, y: 810 },
    { text: "1/1", x: 284, y: 812 },
  ]);
  const { resume } = extractResume(document);
  expect(resume.basics?.profiles?.[0]?.url).toBe("https://instagram.com/mira.paints");
});
