import { found, trimSeparators, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { headingKind } from "../heading-words.ts";
import { cellsOf, type Line } from "../line.ts";
import { isMonthAlone } from "./dates.ts";
import { isCountryOrRegion } from "./places.ts";
import { isNetworkName } from "./profiles.ts";
import { organisationScore, positionScore } from "./role-words.ts";

const STREET =
  /\d+.*\p{L}|\p{L}.*\d+|straße|strasse|street|road|avenue|lane|rua|calle|via |rue |路|街|号/iu;
/** Postcodes of many countries, with the letters that belong to them: “S7 1FE”, “3811 LM”, “220-0012”, “CA 94115”. */
const POSTCODE =
  /(?<![\p{L}\d-])(?:〒\s?)?(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2}|[A-Z]{2} \d{5}|(?:[A-Z]{1,2}-)?\d{5}(?:-\d{3,4})?|\d{3}-\d{4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2}|\d{4})(?![\p{L}\d-])/u;
const LABEL =
  /^(?:address|location|adresse|anschrift|wohnort|ort|dirección|ubicación|endereço|localização|indirizzo|residenza|adres|woonplaats|地址|所在地|现居|住所)\s*[:：]\s*/iu;

/** Signs that layouts print before a contact. */
const ICON = /^[\p{So}\p{Sk}\ufe0f\s]+/u;

/** Where the person lives: the piece of the contact lines that is a place and nothing else. */
export function findAddress(items: readonly Item[]): FoundTree | undefined {
  const lines = items.filter((item) => item.text.length < 200).flatMap((item) => item.lines);
  const candidates = lines.flatMap((line) =>
    piecesOf(line).flatMap((piece): FoundTree[] => {
      const address = addressIn(piece.replace(LABEL, ""), line, LABEL.test(piece));
      return address ? [address] : [];
    }),
  );
  const sure = (tree: FoundTree): number => (tree["city"] as Found | undefined)?.confidence ?? 0;
  return candidates.toSorted((a, b) => sure(b) - sure(a))[0];
}

function piecesOf(line: Line): string[] {
  return cellsOf(line)
    .flatMap((cell) =>
      cell
        .map((part) => part.text)
        .join("")
        .split(/\s*[|•·◦∙⋄\ue000-\uf8ff]\s*|\s{2,}|\s+\/\s+/u),
    )
    .map((piece) => trimSeparators(piece.replace(ICON, "")))
    .filter(Boolean);
}

const NO_ADDRESS = /@|:\/\/|www\.|\.\w{2,}\/|\.(?:com|org|net|example)\b|^[+(]?\d[\d\s()./-]{6,}$/i;
/** A town by itself: capital words with the small ones that tie names together. */
const PLACE_ALONE =
  /^\p{Lu}[\p{L}.'’-]+(?: (?:(?:am|an|der|im|bei|la|le|les|de|del|di|da|do|dos|sur|sous|en|van|aan|den|on|upon|in|under|of|the|y) )*\p{Lu}[\p{L}.'’-]+){0,3}(?: \(\p{L}{2,}\))?$|^[\u3400-\u9fff]{2,6}$/u;
/** Words that stand among contacts and name no place. */
const NO_PLACE =
  /^(?:e-?mail|mail|phone|telephone|telefon|téléphone|telefono|teléfono|telefone|telefoon|tel|mobile|mobil|móvil|handy|cell|website|web|homepage|webseite|site|blog|portfolio|contact|kontakt|contacto|contato|contatti|links?|profile|address|location|references?|cv|resume|résumé|curriculum vitae|lebenslauf)\.?$/i;
/** What stands between a town and its country in British addresses. */
const COUNTY =
  /^(?:(?:north|south|east|west) )?(?:\p{L}+shire|yorkshire|kent|surrey|essex|(?:east |west )?sussex|norfolk|suffolk|cornwall|devon|dorset|somerset|cumbria|(?:county |co\.? )\p{L}+|merseyside|greater manchester|greater london|west midlands|tyne and wear)$/iu;
const namesNoPlace = (text: string): boolean =>
  NO_PLACE.test(text) ||
  isMonthAlone(text) ||
  headingKind(text) !== null ||
  organisationScore(text) > 0 ||
  isNetworkName(text);

function addressIn(text: string, line: Line, labelled: boolean): FoundTree | undefined {
  if (text.length > 110 || NO_ADDRESS.test(text) || positionScore(text) > 0) return undefined;
  if (/[.!?。]$/u.test(text) && text.split(" ").length > 4) return undefined;
  const coded = POSTCODE.test(text) ? text.split(/\s+[–—-]\s+/) : [text];
  const parts = coded.flatMap((part) => part.split(/\s*[,，]\s*/)).filter(Boolean);
  if (parts.length > 6) return undefined;
  if (parts.length === 1) {
    const bare = withoutCode(text);
    const alone = PLACE_ALONE.test(bare) && !namesNoPlace(bare);
    const isCoded = bare !== text;
    if (!labelled && !alone) return undefined;
    const confidence = labelled || isCoded ? 0.8 : 0.5;
    return addressTree(parts, line, { city: text, region: "", confidence });
  }
  const city = cityOf(parts);
  return city && addressTree(parts, line, city);
}

/** A place without its postcode and the country's letters after it. */
const withoutCode = (text: string): string =>
  POSTCODE.test(text)
    ? trimSeparators(text.replace(POSTCODE, " ").replace(/\s+[A-Z]{2,3}\s*$/, " "))
    : text;

interface City {
  readonly city: string;
  readonly region: string;
  readonly confidence: number;
}

/** Which of the pieces between commas is the city: the one with a code, or the first that is no street. */
function cityOf(parts: readonly string[]): City | undefined {
  const places = parts.filter((part) => !isStreet(part) && !isCodeAlone(part));
  const codedAt = places.findIndex((part) => POSTCODE.test(part));
  // “Sheffield, South Yorkshire S7 1FE”: the code stands after the county.
  const coded = codedAt > 0 && COUNTY.test(withoutCode(places[codedAt]!)) ? codedAt - 1 : codedAt;
  const at = (i: number, confidence: number): City => ({
    city: places[i] ?? "",
    region: places[i + 1] ?? "",
    confidence,
  });
  if (coded >= 0) return at(coded, 0.85);
  if (places.some((part, i) => i > 0 && isCountryOrRegion(part))) return at(0, 0.85);
  if (isStreet(parts[0]!)) return at(0, 0.8);
  return parts.every((part) => /^[\p{Lu}\p{Lo}]/u.test(part) && part.length < 30)
    ? at(0, 0.6)
    : undefined;
}

function addressTree(
  parts: readonly string[],
  line: Line,
  { city, region, confidence }: City,
): FoundTree | undefined {
  const rule = "place in the contact lines";
  const postalCode = POSTCODE.exec(city)?.[0] ?? "";
  const bare = withoutCode(city);
  if (!/^\p{L}[\p{L}\p{M} .'’()-]*$/u.test(bare) || namesNoPlace(bare)) return undefined;
  if (bare.split(" ").length > 5) return undefined;
  const street = parts.length > 1 && STREET.test(parts[0]!) && /\d/.test(parts[0]!);
  return {
    city: found(bare.replace(/\s*\([^)]*\)$/, ""), [line], confidence, rule),
    region: found(region, [line], confidence - 0.1, rule),
    postalCode: found(postalCode, [line], confidence, rule),
    address: street ? found(parts[0]!, [line], confidence, rule) : undefined,
  };
}

/** “94115” or “CA 94115” by itself. */
const isCodeAlone = (part: string): boolean =>
  POSTCODE.test(part) && part.replace(POSTCODE, "").trim().length <= 2;

const isStreet = (part: string): boolean =>
  POSTCODE.test(part) ? /^\d{1,4}[a-z]? \p{L}{3}/u.test(part) : /\d/.test(part) && part.length < 60;

/** True for a town by itself, as far as its letters tell. */
export const canBePlace = (text: string): boolean =>
  PLACE_ALONE.test(text) && !namesNoPlace(text) && positionScore(text) === 0;
