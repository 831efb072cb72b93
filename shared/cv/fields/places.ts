import { organisationScore, positionScore } from "./role-words.ts";
import { remembered } from "../remembered.ts";
import { plain, wordsPattern } from "../words.ts";

const COUNTRIES = `usa|u.s.a|us|united states|united kingdom|uk|u.k|england|scotland|wales|northern ireland|ireland|canada|australia|new zealand|germany|deutschland|france|frankreich|spain|españa|portugal|brazil|brasil|italy|italia|netherlands|the netherlands|nederland|belgium|belgique|belgië|switzerland|schweiz|suisse|svizzera|austria|österreich|poland|czech republic|hungary|romania|greece|turkey|türkiye|sweden|norway|denmark|finland|china|japan|india|singapore|south korea|mexico|méxico|argentina|chile|colombia|peru|israel|south africa|nigeria|kenya|egypt|russia|ukraine|luxembourg|中国|日本|de|fr|es|it|br|pt|ca|gb|at|ch|nl|be|cn|jp|ie`;
const STATES =
  "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|AB|BC|MB|NB|NS|ON|QC|SK";
const US_STATE_NAMES = `alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|british columbia|alberta|nordrhein-westfalen|bayern|hessen|sachsen|niedersachsen|baden-württemberg`;
const REMOTE = /^(?:remote|home office|homeoffice|télétravail|remoto|da remoto|远程|リモート)$/i;

const country = new RegExp(`^(?:${wordsPattern(`${COUNTRIES}|${US_STATE_NAMES}`).source})$`, "u");
const stateCode = new RegExp(`^(?:${STATES})(?:\\s+\\d{5})?$`);

export const isCountryOrRegion = (text: string): boolean =>
  stateCode.test(text.trim()) || country.test(plain(text.replace(/[().]/g, "").trim()));

/** True for “Georgetown, TX”, “Vancouver, Canada”, “Remote”: a place that says so by itself. */
export const isPlace = remembered(saysItIsPlace);

function saysItIsPlace(text: string): boolean {
  const trimmed = text.trim();
  if (REMOTE.test(trimmed)) return true;
  if (organisationScore(trimmed) > 0 || positionScore(trimmed) > 0) return false;
  if (trimmed.length > 50 || /\d{3}|@|\/\//.test(trimmed)) return false;
  const parts = trimmed.split(/\s*,\s*/);
  if (parts.length >= 2 && parts.length <= 3) return isCountryOrRegion(parts.at(-1)!);
  return (
    /^\p{Lu}[\p{L}' -]+ \((?:\p{Lu}{2,3}|\d{2,3})\)$/u.test(trimmed) ||
    (parts.length === 1 && country.test(plain(trimmed)) && trimmed.length > 2)
  );
}

/** A legal form ends a company's name: what follows its comma is where it is. */
const LEGAL_FORM =
  /^(.*\s(?:GmbH|mbH|AG|KG|SE|Ltd\.?|LLC|LLP|Inc\.?|plc|SAS|SARL|S\.A\.|S\.L\.|SL|S\.p\.A\.|SpA|S\.r\.l\.|Srl|Ltda\.?|B\.V\.|BV)),\s+(\p{Lu}[\p{L} .'’()-]+(?:,\s*\p{L}[\p{L} ]*)?)$/u;

/** “Name, Town”: the town has no word of a house or a role, and is no legal form. */
const TOWN_AT_END = /^(.*\S),\s+(\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){0,3})$/u;
const NO_TOWN =
  /^(?:inc|llc|llp|ltd|limited|plc|gmbh|ag|kg|se|sa|s\.a|sl|s\.l|bv|nv|srl|spa|ltda|corp|co)\.?$/i;

/** Parts “Name, Town”; gives null where what follows the comma can't be a town. */
export function splitTown(text: string): { readonly name: string; readonly place: string } | null {
  const match = TOWN_AT_END.exec(text);
  if (!match || NO_TOWN.test(match[2]!)) return null;
  if (organisationScore(match[2]!) > 0 || positionScore(match[2]!) > 0) return null;
  return { name: match[1]!, place: match[2]! };
}

/**
 * Whether a section sets each name's town after a comma: most of two or more names end in one. What one
 * name alone ends in may belong to it.
 */
export function endsInTowns(names: readonly string[]): boolean {
  const split = names.filter((name) => splitTown(name) !== null).length;
  return split >= 2 && split >= 0.6 * names.length;
}

/** Two boxes of a layout that touch: “Harbour Freight Ltd.Leeds, UK”. */
const GLUED = /^(.{3,}(?:\p{Ll}{2}|[.)]|\p{Lu}{2}))(\p{Lu}\p{Ll}[\p{L}'’ -]*, \p{Lu}[\p{L}. ]+)$/u;

/**
 * Cuts a place off the end of an organisation's line: “Mercy Hospital, Dayton, OH” is the hospital
 * and “Dayton, OH”. Gives null where no place says so by itself.
 */
export function splitTrailingPlace(
  text: string,
): { readonly name: string; readonly place: string } | null {
  const afterForm = LEGAL_FORM.exec(text);
  if (afterForm && !positionScore(afterForm[2]!))
    return { name: afterForm[1]!, place: afterForm[2]! };
  const glued = GLUED.exec(text);
  if (glued && (isPlace(glued[2]!) || /, \p{Lu}{2}$/u.test(glued[2]!)))
    return { name: glued[1]!, place: glued[2]! };
  const parts = text.split(/,\s+/);
  for (const count of [2, 3]) {
    if (parts.length <= count) continue;
    const place = parts.slice(-count).join(", ");
    if (isPlace(place) && !/\b(?:inc|llc|llp|ltd)\b/i.test(place))
      return { name: parts.slice(0, -count).join(", "), place };
  }
  return null;
}
