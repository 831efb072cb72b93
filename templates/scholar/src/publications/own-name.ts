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

const PARTICLE = /^(van|von|der|den|de|da|di|del|della|du|la|le|el|al|bin|ben|ter|dos|das|do)$/;

/** "Ada Maria" in the forms that bibliographies use: "ada", "a", "a m", "am", "ada m". */
function firstNames(words: readonly string[]): readonly string[] {
  const [first = ""] = words;
  const initials = words.flatMap((word) => word.split(" ")).map((word) => word[0]);
  const shortened = [first, ...initials.slice(1)].join(" ");
  return [words.join(" "), first, first[0] ?? "", initials.join(" "), initials.join(""), shortened];
}

/** "Ada Bird", "A. Bird", "Bird, Ada", "Bird A": with "van der" before the surname or among the rest. */
function formsOf(name: string): ReadonlySet<string> {
  const words = name.split(/\s+/).map(plain).filter(Boolean);
  const last = words[words.length - 1];
  if (!last || words.length === 1) return new Set(words);
  const before = words.slice(0, -1);
  const given = before.filter((word) => !PARTICLE.test(word));
  const particles = before.filter((word) => PARTICLE.test(word));
  const surnames = new Set([last, [...particles, last].join(" ")]);
  const firsts = new Set([...firstNames(given), ...firstNames(before)].filter(Boolean));
  return new Set(
    [...surnames].flatMap((surname) =>
      [...firsts].flatMap((first) => [`${first} ${surname}`, `${surname} ${first}`]),
    ),
  );
}

const forms = formsOf(basics.name ?? "");

/** Whether an author is the owner of the page, in any of the usual writings of the name. */
export const isOwnName = (author: string) => forms.has(plain(author));
