import { basics } from "../content";

/** Without accents, dots and case: "É. Müller" and "E Muller" are one writing. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[.,’'-]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** The forms that bibliographies use: "Ada Bird", "A Bird", "Bird Ada", "Bird A", "A M Bird". */
function formsOf(name: string): ReadonlySet<string> {
  const words = name.split(/\s+/).map(plain).filter(Boolean);
  const [first] = words;
  const last = words[words.length - 1];
  if (!first || !last || words.length === 1) return new Set(words);
  const given = words.slice(0, -1);
  const initials = given.flatMap((word) => word.split(" ")).map((word) => word[0]);
  const firsts = [
    given.join(" "),
    first,
    first[0],
    initials.join(" "),
    initials.join(""),
    [first, ...initials.slice(1)].join(" "),
  ];
  return new Set(firsts.flatMap((one) => [`${one} ${last}`, `${last} ${one}`]));
}

const forms = formsOf(basics.name ?? "");

/** Whether an author is the owner of the page, in any of the usual writings of the name. */
export const isOwnName = (author: string) => forms.has(plain(author));
