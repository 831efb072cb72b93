import { plain, wordsPattern } from "../words.ts";

/** Names of languages in en, de, fr, es, pt, it, nl, zh, ja. */
const NAMES = `english|german|french|spanish|portuguese|italian|dutch|chinese|mandarin|cantonese|japanese|korean|russian|arabic|hindi|bengali|urdu|polish|czech|slovak|hungarian|romanian|bulgarian|greek|turkish|swedish|norwegian|danish|finnish|icelandic|irish|welsh|catalan|basque|galician|croatian|serbian|bosnian|slovenian|slovene|ukrainian|hebrew|persian|farsi|vietnamese|thai|indonesian|malay|tagalog|filipino|swahili|tamil|telugu|marathi|punjabi|gujarati|latin|esperanto|afrikaans|albanian|estonian|latvian|lithuanian|maltese|armenian|georgian|yoruba|igbo|hausa|zulu|amharic|somali|haitian creole|luxembourgish|scots gaelic|scottish gaelic|gaelic|gaeilge|cymraeg|breton|american sign language|british sign language|sign language|asl|bsl|valencian|swiss german|kinyarwanda|
deutsch|englisch|französisch|spanisch|portugiesisch|italienisch|niederländisch|chinesisch|japanisch|koreanisch|russisch|arabisch|polnisch|tschechisch|ungarisch|rumänisch|griechisch|türkisch|schwedisch|norwegisch|dänisch|finnisch|kroatisch|serbisch|ukrainisch|latein|hebräisch|persisch|
français|anglais|allemand|espagnol|portugais|italien|néerlandais|chinois|japonais|coréen|russe|arabe|polonais|hongrois|roumain|grec|turc|suédois|norvégien|danois|finnois|ukrainien|catalan|
español|castellano|inglés|alemán|francés|portugués|italiano|neerlandés|holandés|chino|japonés|coreano|ruso|árabe|polaco|húngaro|rumano|griego|turco|sueco|catalán|valenciano|gallego|euskera|vasco|ucraniano|
português|inglês|alemão|francês|espanhol|holandês|chinês|japonês|russo|polonês|libras|língua brasileira de sinais|
inglese|tedesco|francese|spagnolo|portoghese|olandese|cinese|giapponese|russo|arabo|polacco|rumeno|
nederlands|engels|duits|frans|spaans|portugees|italiaans|chinees|japans|russisch|arabisch|
中文|汉语|普通话|国语|粤语|英语|英文|日语|法语|德语|西班牙语|葡萄牙语|意大利语|俄语|韩语|阿拉伯语|上海话|闽南语|吴语|客家话|日本語|英語|中国語|韓国語|フランス語|ドイツ語|スペイン語`;

const PATTERN = new RegExp(`^(?:${wordsPattern(NAMES.replace(/\s*\n\s*/g, "")).source})`, "u");

/** The language a text begins with, as written, or null. */
export function leadingLanguage(text: string): string | null {
  const trimmed = text.trim();
  const match = PATTERN.exec(plain(trimmed));
  if (!match) return null;
  // Folding may change the length (ß, ligatures): take words, not letters.
  const words = match[0].split(" ").length;
  if (/^[\u3040-\u30ff\u3400-\u9fff]/.test(trimmed)) return trimmed.slice(0, match[0].length);
  return trimmed
    .split(/\s+/)
    .slice(0, words)
    .join(" ")
    .replace(/[^\p{L})]+$/u, "");
}

export const isLanguageName = (text: string): boolean => leadingLanguage(text) !== null;
