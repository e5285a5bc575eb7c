/** One tag of markup, or the text before the next. */
export interface MarkupPiece {
  /** Name in lower case without a prefix, `/` in front of a closing one; `''` for text. */
  readonly tag: string;
  /** Text, or the attributes as written. */
  readonly text: string;
  readonly isEmptyTag: boolean;
}

/** Elements whose content is no text of the page. */
const SILENT: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'title', 'noscript', 'template'].map((tag) => [tag, new RegExp(`</${tag}`, 'gi')]),
);

const nameOf = (inside: string): string => {
  const name = /^\/?[^\s/>]+/.exec(inside)?.[0].toLowerCase() ?? '';
  const isClosing = name.startsWith('/');
  const bare = isClosing ? name.slice(1) : name;
  const local = bare.slice(bare.indexOf(':') + 1);
  return isClosing ? `/${local}` : local;
};

/** Index of the `>` that ends a tag, quoted attributes passed over; −1 when there is none. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return at;
    else if ((letter === '"' || letter === "'") && text[at - 1] === '=') quote = letter;
  }
  return -1;
}

/**
 * Cuts markup into tags and text, in one pass and without building a document: comments, declarations and the content
 * of scripts and styles are left out, CDATA is text. Broken markup ends the reading where it breaks.
 */
export function* readMarkup(text: string): Generator<MarkupPiece> {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open === -1 || open > at) {
      yield { tag: '', text: text.slice(at, open === -1 ? undefined : open), isEmptyTag: false };
      if (open === -1) return;
    }
    const isMarked = (start: string): boolean => text.startsWith(start, open);
    if (isMarked('<!--') || isMarked('<![CDATA[')) {
      const isComment = isMarked('<!--');
      const end = text.indexOf(isComment ? '-->' : ']]>', open + 4);
      if (!isComment)
        yield { tag: '', text: text.slice(open + 9, end === -1 ? undefined : end), isEmptyTag: true };
      if (end === -1) return;
      at = end + 3;
      continue;
    }
    if (!/^<[/!?A-Za-z]/.test(text.slice(open, open + 2))) {
      yield { tag: '', text: '<', isEmptyTag: false };
      at = open + 1;
      continue;
    }
    const end = endOfTag(text, open + 1);
    if (end === -1) return;
    const inside = text.slice(open + 1, end);
    at = end + 1;
    if (inside.startsWith('!') || inside.startsWith('?')) continue;
    const tag = nameOf(inside);
    yield { tag, text: inside, isEmptyTag: inside.endsWith('/') };
    const closing = SILENT.get(tag);
    if (closing === undefined || inside.endsWith('/')) continue;
    closing.lastIndex = at;
    const close = closing.exec(text);
    if (close === null) return;
    at = close.index;
  }
}
