import { RESUME_LISTS, type ResumeList } from "../../../../shared/resume.ts";
import { pointerSegments } from "./edit-json.ts";

/** Where in the form a person is: the overview, a part, one entry of a part. */
export type ContentPlace =
  | { readonly at: "overview" }
  | { readonly at: "basics" }
  | { readonly at: "section"; readonly id: ResumeList }
  | { readonly at: "entry"; readonly id: ResumeList; readonly index: number };

/** The place that holds the field a pointer names; the overview where it names none. */
export function contentPlace(pointer: string): ContentPlace {
  const [part, index] = pointerSegments(pointer);
  if (part === "basics") return { at: "basics" };
  const id = RESUME_LISTS.find((list) => list === part);
  if (id === undefined) return { at: "overview" };
  return index !== undefined && /^\d+$/.test(index)
    ? { at: "entry", id, index: Number(index) }
    : { at: "section", id };
}

/** One level up. */
export function placeAbove(place: ContentPlace): ContentPlace {
  return place.at === "entry" ? { at: "section", id: place.id } : { at: "overview" };
}

/** A pointer and all that hold it, nearest first: the field, else its list, else its entry. */
export function pointersAround(pointer: string): readonly string[] {
  const found: string[] = [];
  for (let rest = pointer; rest !== ""; rest = rest.slice(0, rest.lastIndexOf("/")))
    found.push(rest);
  return found;
}
