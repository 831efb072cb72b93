import type { Resume } from "./resume";

/** Where letters and CVs are printed on Letter instead of A4 (Unicode CLDR, paperSize of territories). */
const LETTER = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" ");

/** The paper that the person's country prints on; the screen shows sheets of it. */
export function paperOf({ basics }: Resume): "a4" | "letter" {
  const country = String(basics?.location?.countryCode ?? "").toUpperCase();
  return LETTER.includes(country) ? "letter" : "a4";
}
