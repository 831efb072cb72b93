/** Words for a level, the strongest first, and the weight of letter that says the same. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/expert|master|native|experte|perito|esperto|精通|エキスパート|خبير/iu, 800],
  [
    /advanced|senior|proficient|fortgeschritten|avanc|avanz|avan[çc]ad|gevorderd|熟练|上級|متقدم/iu,
    650,
  ],
  [/intermediate|mittel|interm[eé]di|intermedi|gemiddeld|中级|中級|متوسط/iu, 430],
  [
    /beginner|basic|novice|grund|anf[aä]nger|d[eé]butant|notions|b[aá]sic|beginn|base|初级|初級|مبتدئ/iu,
    260,
  ],
];

const UNSAID = 540;

/** A level as a `font-weight`; the middle where a level isn't said, or in words that aren't known. */
export const levelWeight = (level: string): number =>
  WEIGHTS.find(([kind]) => kind.test(level))?.[1] ?? UNSAID;
