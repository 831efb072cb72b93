import { found, trimSeparators, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { cellsOf, textOf, type Line } from "../line.ts";
import { isCountryOrRegion } from "./places.ts";
import { positionScore } from "./role-words.ts";

const STREET =
  /\d+.*\p{L}|\p{L}.*\d+|straße|strasse|street|road|avenue|lane|rua|calle|via |rue |路|街|号/iu;
const POSTCODE =
  /\b(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}|\d{5}(?:-\d{3,4})?|\d{4,5})\b/u;
const LABEL =
  /^(?:address|location|adresse|anschrift|wohnort|ort|dirección|ubicación|endereço|localização|indirizzo|residenza|adres|woonplaats|地址|所在地|现居|住所)\s*[:：]\s*/iu;

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
    .flatMap((cell) => textOf(cell).split(/\s*[|•·◦∙⋄\ue000-\uf8ff]\s*|\s{2,}/u))
    .map(trimSeparators)
    .filter(Boolean);
}

const NO_ADDRESS = /@|:\/\/|www\.|\.\w{2,}\/|\.(?:com|org|net|example)\b|^[+(]?\d[\d\s()./-]{6,}$/i;
const PLACE_ALONE = /^\p{Lu}[\p{L} .'’-]{2,28}(?: \(\p{L}{2,}\))?$|^[\u3400-\u9fff]{2,6}$/u;

function addressIn(text: string, line: Line, labelled: boolean): FoundTree | undefined {
  if (text.length > 110 || NO_ADDRESS.test(text) || positionScore(text) > 0) return undefined;
  const coded = POSTCODE.test(text) ? text.split(/\s+[–—-]\s+/) : [text];
  const parts = coded.flatMap((part) => part.split(/\s*[,，]\s*/)).filter(Boolean);
  if (parts.length > 6) return undefined;
  if (parts.length === 1) {
    const alone = PLACE_ALONE.test(text) && text.split(" ").length <= 3 && !/[.!?]$/.test(text);
    if (!labelled && !alone) return undefined;
    return addressTree(parts, line, { city: text, region: "", confidence: labelled ? 0.8 : 0.5 });
  }
  const city = cityOf(parts);
  return city && addressTree(parts, line, city);
}

interface City {
  readonly city: string;
  readonly region: string;
  readonly confidence: number;
}

/** Which of the pieces between commas is the city: the one with a code, or the first that is no street. */
function cityOf(parts: readonly string[]): City | undefined {
  const places = parts.filter((part) => !isStreet(part) && !isCodeAlone(part));
  const coded = places.findIndex((part) => POSTCODE.test(part));
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
  const bare = trimSeparators(city.replace(POSTCODE, " "));
  if (!/^\p{L}[\p{L}\p{M} .'’()-]*$/u.test(bare)) return undefined;
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
  /\d/.test(part) && !POSTCODE.test(part) && part.length < 60
    ? true
    : /^\d{1,4}[a-z]? \p{L}/iu.test(part);
