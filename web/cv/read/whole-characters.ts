/**
 * Chromium names some glyphs of Chinese and Japanese fonts by the radical of the same shape
 * (U+2E80–2EFF), which no normalisation of Unicode undoes.
 */
const RADICALS = new Map(
  [
    ..."⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺟母⻑長⻒镸",
  ].reduce<[string, string][]>(
    (pairs, sign, i, all) => (i % 2 === 0 ? [...pairs, [sign, all[i + 1]!]] : pairs),
    [],
  ),
);
/** A text with radicals put back into the characters they stand for. */
export const wholeCharacters = (text: string): string =>
  /[\u2e80-\u2eff]/.test(text)
    ? text.replace(/[\u2e80-\u2eff]/g, (c) => RADICALS.get(c) ?? c)
    : text;
