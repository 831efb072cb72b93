import { expect, test } from "vitest";
import type { Resume } from "../resume.ts";
import { picturesOutside, withPictures } from "./resume-pictures.ts";

const resume: Resume = {
  basics: { name: "Ada", image: "data:image/png;base64,AA==" },
  projects: [
    {
      name: "One",
      image: "https://a.example/1.jpg",
      images: ["./2.jpg", "https://a.example/1.jpg"],
    },
    { name: "Two", image: "data:image/svg+xml,%3Csvg/%3E", images: ["data:image/png;base64,AA=="] },
    { name: "Three" },
  ],
};

test("the photo and the projects’ pictures that could be files are found, each once", () => {
  expect(picturesOutside(resume)).toEqual([
    "data:image/png;base64,AA==",
    "https://a.example/1.jpg",
  ]);
  expect(picturesOutside({})).toEqual([]);
});

test("what was taken in has its new address, and the rest stays as it was", () => {
  const taken = new Map([["https://a.example/1.jpg", "./pictures/1.jpg"]]);
  expect(withPictures(resume, taken)).toEqual({
    ...resume,
    projects: [
      { name: "One", image: "./pictures/1.jpg", images: ["./2.jpg", "./pictures/1.jpg"] },
      ...resume.projects!.slice(1),
    ],
  });
  expect(withPictures({ basics: { name: "Ada" } }, taken)).toEqual({ basics: { name: "Ada" } });
});
