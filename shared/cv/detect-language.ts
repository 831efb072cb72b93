import { plain } from "./words.ts";

/** The commonest small words of each language, those it doesn't share first. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the and of for with from by to in at on an as is are were was that this",
  de: "und der die das mit von für den im zum zur bei des auf eine einer sowie als ein dem",
  fr: "et l d les des du une pour avec dans sur aux par au la le en chez plus sous depuis",
  es: "y los las del una para con por el en su desde como la de al más sobre entre",
  pt: "e os as da do dos das uma para com por em no na ao pela mais sobre entre",
  it: "e l d gli della dei delle del una per con di il nel alla presso su dal sulla che",
  nl: "en de het een van voor met op bij aan door te naar als in over uit",
  sv: "och att det som en på är av för med till den har ett i inom från",
};

/** A word that several languages have speaks a little for each. */
const WEIGHT = new Map<string, number>();
for (const words of Object.values(SMALL_WORDS))
  for (const word of new Set(plain(words).split(" ")))
    WEIGHT.set(word, (WEIGHT.get(word) ?? 0) + 1);

/** The BCP 47 tag of the language a text is mostly written in; English when nothing speaks for another. */
export function detectLanguage(text: string): string {
  const kana = text.match(/[\u3040-\u30ff]/g)?.length ?? 0;
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 1;
  if ((kana + han) / letters > 0.2) return kana > 0.1 * han ? "ja" : "zh";
  const counts = new Map<string, number>();
  for (const word of plain(text).split(/[^\p{L}]+/u)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best = { tag: "en", score: 0 };
  for (const [tag, words] of Object.entries(SMALL_WORDS)) {
    const score = [...new Set(plain(words).split(" "))].reduce(
      (sum, word) => sum + (counts.get(word) ?? 0) / (WEIGHT.get(word) ?? 1) ** 2,
      0,
    );
    if (score > best.score) best = { tag, score };
  }
  return best.tag;
}
