import { describe, expect, test } from "vitest";
import { RESUME_PATH } from "../project.ts";
import { findSecrets, HIDEABLE, hideableOf, hideFields, type Secret } from "./hidden-fields.ts";

const RESUME = {
  basics: {
    name: "Ada Lovelace",
    email: "ada@lovelace.example",
    phone: "+44 20 7946 0958",
    image: "./portrait.jpg",
    location: { address: "12 St James’s Square", postalCode: "SW1Y 4JH", city: "London" },
  },
  work: [{ name: "Analytical Engine", own: { kept: true } }],
};
const FILES = {
  [RESUME_PATH]: JSON.stringify(RESUME),
  "public/portrait.jpg": new Uint8Array([1]),
  "src/App.tsx": "export default 1;",
};

function hide(hidden: Parameters<typeof hideFields>[1]) {
  const done = hideFields(FILES, hidden);
  if (!done.ok) throw new Error(done.failure.message);
  return done.value;
}

describe("hideFields", () => {
  test("takes out what is hidden and leaves the rest as it was", () => {
    const { files, resume, secrets } = hide(["phone", "street"]);
    const text = String(files[RESUME_PATH]);
    expect(text).not.toMatch(/7946|James|SW1Y/);
    expect(resume).toEqual({
      ...RESUME,
      basics: {
        name: "Ada Lovelace",
        email: "ada@lovelace.example",
        image: "./portrait.jpg",
        location: { city: "London" },
      },
    });
    expect(JSON.parse(text)).toEqual(resume);
    expect(secrets.map(({ field }) => field)).toEqual(["phone", "street"]);
  });

  test("with the photo its file goes too", () => {
    const { files, resume } = hide(["photo", "email"]);
    expect(Object.keys(files).toSorted()).toEqual(["src/App.tsx", RESUME_PATH]);
    expect(resume.basics).not.toHaveProperty("image");
    expect(resume.basics).not.toHaveProperty("email");
  });

  test("a portrait that the résumé has let go of isn’t published; one that it shows is", () => {
    const portrait = { "public/portrait.webp": new Uint8Array([1]) };
    const shown = (image: string, hidden: Parameters<typeof hideFields>[1]) => {
      const basics = { ...RESUME.basics, image };
      const files = { ...portrait, [RESUME_PATH]: JSON.stringify({ basics }) };
      const done = hideFields(files, hidden);
      return done.ok && Object.hasOwn(done.value.files, "public/portrait.webp");
    };
    for (const address of ["./portrait.webp", "./portrait.webp#circle"]) {
      expect(shown(address, [])).toBe(true);
      expect(shown(address, ["photo"])).toBe(false);
    }
    expect(shown("https://elsewhere.example/me.jpg", [])).toBe(false);
  });

  test("knows what there is to hide", () => {
    expect(hideableOf(RESUME)).toEqual(HIDEABLE);
    expect(hideableOf({ basics: { name: "Ada", location: { city: "London" } } })).toEqual([]);
    expect(hideFields({ [RESUME_PATH]: "{" }, [])).toMatchObject({ ok: false });
  });
});

describe("findSecrets", () => {
  const phone: Secret = { field: "phone", value: "+44 20 7946 0958" };
  const street: Secret = { field: "street", value: "12 St James’s Square" };
  const email: Secret = { field: "email", value: "ada@lovelace.example" };

  test.each([
    ["as it is", "Call +44 20 7946 0958 today", phone],
    ["the national way", "(020) 7946-0958", phone],
    ["in a link", '<a href="https://wa.me/442079460958">', phone],
    ["in capitals", "ADA@LOVELACE.EXAMPLE", email],
    ["over two lines", "12 St James’s\n  Square, London", street],
    ["in bytes", new TextEncoder().encode("12 St James’s Square"), street],
  ])("finds it %s", (_name, text, secret) => {
    expect(findSecrets({ "a.txt": "nothing", "b.html": text }, [secret])).toEqual([
      { ...secret, path: "b.html" },
    ]);
  });

  test("doesn’t take other numbers or words for it", () => {
    const files = { "a.js": "const a = 44207946; 0.958;", "b.html": "12 St James Park" };
    expect(findSecrets(files, [phone, street, email])).toEqual([]);
    expect(findSecrets({ "a.html": "call 911" }, [{ field: "phone", value: "911" }])).toEqual([]);
  });
});
