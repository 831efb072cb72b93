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

function addressIn(text: string, line: Line, labelled: boolean): FoundTree | undefined {
  if (/@|:\/\/|www\.|\.\w{2,}\/|\.(?:com|org|net|example)\b/i.test(text) || text.length > 110)
    return undefined;
  if (/^[+(]?\d[\d\s()./-]{6,}$/.test(text) || positionScore(text) > 0) return undefined;
  const coded = POSTCODE.test(text) ? text.split(/\s+[–—-]\s+/) : [text];
  const parts = coded.flatMap((part) => part.split(/\s*[,，]\s*/)).filter(Boolean);
  const rule = "place in the contact lines";
  const make = (city: string, region: string, confidence: number): FoundTree | undefined => {
    const postalCode = POSTCODE.exec(city)?.[0] ?? "";
    const bare = trimSeparators(city.replace(POSTCODE, " "));
    if (!/^\p{L}[\p{L}\p{M} .'’()-]*$/u.test(bare)) return undefined;
    return {
      city: found(bare.replace(/\s*\([^)]*\)$/, ""), [line], confidence, rule),
      region: found(region, [line], confidence - 0.1, rule),
      postalCode: found(postalCode, [line], confidence, rule),
      address:
        parts.length > 1 && STREET.test(parts[0]!) && /\d/.test(parts[0]!)
          ? found(parts[0]!, [line], confidence, rule)
          : undefined,
    };
  };
  if (parts.length === 1) {
    const alone = /^\p{Lu}[\p{L} .'’-]{2,28}(?: \(\p{L}{2,}\))?$|^[\u3400-\u9fff]{2,6}$/u.test(
      text,
    );
    return labelled || (alone && text.split(" ").length <= 3 && !/[.!?]$/.test(text))
      ? make(text, "", labelled ? 0.8 : 0.5)
      : undefined;
  }
  if (parts.length > 6) return undefined;
  const places = parts.filter((part) => !isStreet(part) && !isCodeAlone(part));
  const withCode = places.find((part) => POSTCODE.test(part));
  if (withCode) return make(withCode, places[places.indexOf(withCode) + 1] ?? "", 0.85);
  const known = places.findIndex((part, i) => i > 0 && isCountryOrRegion(part));
  if (known > 0) return make(places[0]!, places[1]!, 0.85);
  if (isStreet(parts[0]!) && parts[1]) return make(parts[1], parts[2] ?? "", 0.8);
  return parts.every((part) => /^[\p{Lu}\p{Lo}]/u.test(part) && part.length < 30)
    ? make(parts[0]!, parts[1] ?? "", 0.6)
    : undefined;
}

/** “94115” or “CA 94115” by itself. */
const isCodeAlone = (part: string): boolean =>
  POSTCODE.test(part) && part.replace(POSTCODE, "").trim().length <= 2;

const isStreet = (part: string): boolean =>
  /\d/.test(part) && !POSTCODE.test(part) && part.length < 60
    ? true
    : /^\d{1,4}[a-z]? \p{L}/iu.test(part);
