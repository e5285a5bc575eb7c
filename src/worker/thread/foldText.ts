const PLAIN = /^[\u0020-\u007e]*$/;
const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Text as it is searched and sorted: lower case, without accents, so that "Lukasz" finds "Łukasz". */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœðþı]/g, (letter) => STROKES[letter] ?? letter);
}
