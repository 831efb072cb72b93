/** Well-known faces that a site can’t be set in, and the pair that comes nearest to each. */
const FACES: Readonly<Record<string, readonly string[]>> = {
  archivo: [
    "Inter",
    "Helvetica",
    "Helvetica Neue",
    "Arial",
    "Roboto",
    "Open Sans",
    "Lato",
    "Futura",
    "Montserrat",
    "Calibri",
    "Verdana",
    "Poppins",
    "Segoe UI",
    "Work Sans",
    "Raleway",
    "Oswald",
    "Ubuntu",
    "Source Sans",
    "Source Sans Pro",
    "Noto Sans",
    "Tahoma",
    "Trebuchet",
    "Century Gothic",
    "Gill Sans",
    "Rubik",
    "Barlow",
    "DM Sans",
  ],
  bricolage: ["Comic Sans", "Nunito", "Quicksand", "Space Grotesk"],
  newsreader: ["Times", "Times New Roman", "Cambria", "PT Serif", "Noto Serif", "Source Serif"],
  garamond: [
    "Garamond",
    "Baskerville",
    "Palatino",
    "Caslon",
    "Bembo",
    "Cormorant",
    "Book Antiqua",
    "Libre Baskerville",
    "Crimson",
  ],
  literata: ["Georgia", "Merriweather", "Lora", "Charter"],
  fraunces: ["Playfair", "Playfair Display", "Bodoni", "Didot", "Recoleta"],
  geist: [
    "Courier",
    "Courier New",
    "Consolas",
    "Menlo",
    "Monaco",
    "JetBrains Mono",
    "Fira Code",
    "IBM Plex Mono",
  ],
};

/** Whether the words are a well-known face that isn’t here. @param words in small letters */
export const isKnownFace = (words: string): boolean =>
  Object.values(FACES).some((faces) => faces.some((face) => face.toLowerCase() === words));

/** What a face should be like, as people say it. */
const CHARACTERS: Readonly<Record<string, readonly string[]>> = {
  archivo: ["clean", "cleaner", "modern", "more modern", "simple", "simpler", "plain"],
  bricolage: ["playful", "more playful", "fun", "friendly", "friendlier"],
  garamond: ["elegant", "more elegant", "classic", "more classic", "bookish"],
  literata: ["readable", "more readable", "easy to read", "legible"],
};

const bare = (said: string) =>
  said
    .toLowerCase()
    .replace(/^(?:something like |like )?(?:the |an? |some )?/u, "")
    .replace(/ (?:font|fonts|typeface|type|one)$/u, "");

/**
 * The pair that comes nearest to a face that isn’t here: its id, and the face as it is written; `null` where
 * the face isn’t known.
 * @param said “Helvetica”, “something like Georgia”
 */
export function nearestToFace(said: string): { readonly id: string; readonly face: string } | null {
  const word = bare(said);
  for (const [id, faces] of Object.entries(FACES)) {
    const face = faces.find((one) => one.toLowerCase() === word);
    if (face !== undefined) return { id, face };
  }
  return null;
}

/**
 * The id of the pair that is most so; `null` where nobody knows.
 * @param said “more playful”, “modern”
 */
export const pairOfCharacter = (said: string): string | null =>
  Object.entries(CHARACTERS).find(([, words]) => words.includes(bare(said)))?.[0] ?? null;
