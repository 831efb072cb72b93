/**
 * Numbers as words, by language; `one` is left out, since most languages write their article with it.
 * Words that mean something else far more often in their own language are left out too.
 */
const TABLES: Readonly<Record<string, string>> = {
  en: "2 two couple,3 three,4 four,5 five,6 six,7 seven,8 eight,9 nine,10 ten,11 eleven,12 twelve dozen,13 thirteen,14 fourteen,15 fifteen,16 sixteen,17 seventeen,18 eighteen,19 nineteen,20 twenty,30 thirty,40 forty,50 fifty,60 sixty,70 seventy,80 eighty,90 ninety,100 hundred,1000 thousand,1000000 million,1000000000 billion",
  de: "2 zwei beide beiden,3 drei,4 vier,5 fünf,6 sechs,7 sieben,8 acht,9 neun,10 zehn,11 elf,12 zwölf dutzend,13 dreizehn,14 vierzehn,15 fünfzehn,16 sechzehn,17 siebzehn,18 achtzehn,19 neunzehn,20 zwanzig,30 dreißig dreissig,40 vierzig,50 fünfzig,60 sechzig,70 siebzig,80 achtzig,90 neunzig,100 hundert,1000 tausend,1000000 million millionen,1000000000 milliarde milliarden",
  fr: "2 deux,3 trois,4 quatre,5 cinq,6 six,7 sept,8 huit,10 dix,11 onze,12 douze douzaine,13 treize,14 quatorze,15 quinze,16 seize,20 vingt,30 trente,40 quarante,50 cinquante,60 soixante,100 cent,1000 mille,1000000 million millions,1000000000 milliard milliards",
  es: "2 dos,3 tres,4 cuatro,5 cinco,6 seis,7 siete,8 ocho,9 nueve,10 diez,11 once,12 doce docena,13 trece,14 catorce,15 quince,16 dieciséis,17 diecisiete,18 dieciocho,19 diecinueve,20 veinte,30 treinta,40 cuarenta,50 cincuenta,60 sesenta,70 setenta,80 ochenta,90 noventa,100 cien ciento,1000 mil,1000000 millón millones",
  pt: "2 dois duas,3 três,4 quatro,5 cinco,6 seis,7 sete,8 oito,9 nove,10 dez,11 onze,12 doze dúzia,13 treze,14 catorze quatorze,15 quinze,16 dezesseis dezasseis,17 dezessete dezassete,18 dezoito,19 dezenove dezanove,20 vinte,30 trinta,40 quarenta,50 cinquenta,60 sessenta,70 setenta,80 oitenta,90 noventa,100 cem cento,1000 mil,1000000 milhão milhões",
  it: "2 due,3 tre,4 quattro,5 cinque,7 sette,8 otto,9 nove,10 dieci,11 undici,12 dodici dozzina,13 tredici,14 quattordici,15 quindici,16 sedici,17 diciassette,18 diciotto,19 diciannove,20 venti,30 trenta,40 quaranta,50 cinquanta,60 sessanta,70 settanta,80 ottanta,90 novanta,100 cento,1000 mille mila,1000000 milione milioni,1000000000 miliardo miliardi",
  nl: "2 twee beide,3 drie,4 vier,5 vijf,6 zes,7 zeven,8 acht,9 negen,10 tien,11 elf,12 twaalf dozijn,13 dertien,14 veertien,15 vijftien,16 zestien,17 zeventien,18 achttien,19 negentien,20 twintig,30 dertig,40 veertig,50 vijftig,60 zestig,70 zeventig,80 tachtig,90 negentig,100 honderd,1000 duizend,1000000 miljoen,1000000000 miljard",
  sv: "2 två båda,3 tre,4 fyra,5 fem,6 sex,7 sju,8 åtta,9 nio,10 tio,11 elva,12 tolv dussin,13 tretton,14 fjorton,15 femton,16 sexton,17 sjutton,18 arton,19 nitton,20 tjugo,30 trettio,40 fyrtio,50 femtio,60 sextio,70 sjuttio,80 åttio,90 nittio,100 hundra,1000 tusen,1000000 miljon miljoner,1000000000 miljard miljarder",
};

const WORDS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(TABLES).map(([language, table]) => [
    language,
    new Map(
      table.split(",").flatMap((row) => {
        const [value, ...words] = row.split(" ");
        return words.map((word) => [word, Number(value)] as const);
      }),
    ),
  ]),
);

/** Signs and short forms that multiply the number before them, in all languages. */
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  bn: 1e9,
  mrd: 1e9,
};

/** What a word counts in a language (a BCP 47 tag's first part); `null` when it is no number. */
export const numberOfWord = (word: string, language: string): number | null =>
  WORDS.get(language)?.get(word.toLowerCase()) ?? null;

/** What a word or sign after a number multiplies it by; 1 when it does nothing to it. */
export function scaleOf(word: string, language: string): number {
  // “5 m” are metres and “5M” are millions: only what is written as it is counts.
  if (word === "m") return 1;
  const short = SCALES[word.toLowerCase()];
  const counted = numberOfWord(word, language);
  return short ?? (counted !== null && counted >= 100 ? counted : 1);
}
