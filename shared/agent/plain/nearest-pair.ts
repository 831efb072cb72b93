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
  ],
  bricolage: ["Comic Sans", "Nunito", "Quicksand", "Space Grotesk"],
  newsreader: ["Times", "Times New Roman", "Cambria", "PT Serif"],
  garamond: ["Garamond", "Baskerville", "Palatino", "Caslon", "Bembo", "Cormorant", "Book Antiqua"],
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

/** What a face should be like, as people say it. */
const CHARACTERS: Readonly<Record<string, readonly string[]>> = {
  archivo: ["clean", "cleaner", "modern", "more modern", "simple", "simpler", "plain"],
  bricolage: ["playful", "more playful", "fun", "friendly", "friendlier"],
  garamond: ["elegant", "more elegant", "classic", "more classic", "bookish"],
  literata: ["readable", "more readable", "easy to read", "legible"],
};

/**
 * The pair that comes nearest to a face or a character, by its id.
 * @param said “Helvetica”, “a more playful one”
 * @returns `face`: the face as it is written, where it is one that isn’t here; `null` where nothing is known
 */
export function nearestPair(
  said: string,
): { readonly id: string; readonly face: string | null } | null {
  const word = said
    .toLowerCase()
    .replace(/^(?:something like |like )?(?:the |an? |some )?/u, "")
    .replace(/ (?:font|fonts|typeface|type|one)$/u, "");
  for (const [id, faces] of Object.entries(FACES)) {
    const face = faces.find((one) => one.toLowerCase() === word);
    if (face !== undefined) return { id, face };
  }
  const id = Object.entries(CHARACTERS).find(([, words]) => words.includes(word))?.[0];
  return id === undefined ? null : { id, face: null };
}
