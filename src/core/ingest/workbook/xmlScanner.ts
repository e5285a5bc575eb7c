/** What the scanner stands on after `next`. */
export const XML = {
  /** The bytes end inside a token: feed more, then go on. */
  MORE: 0,
  /** Start tag; attributes can be asked. */
  OPEN: 1,
  /** End tag, or the second token of an empty element. */
  CLOSE: 2,
  /** A comment or processing instruction: only the text before it counts. */
  PIECE: 3,
  /** A character data section, in `rawFrom` to `rawTo`. */
  RAW: 4,
  /** The document ended and was well formed. */
  END: 5,
  /** It is not; `fault` says how. */
  FAULT: 6,
} as const;

/** One of the codes of `XML`. */
export type XmlToken = (typeof XML)[keyof typeof XML];

/** How a document is not well formed, or what it must not have. */
export type XmlFault = 'doctype' | 'encoding' | 'cutOff' | 'malformed' | 'tooDeep' | 'tooLong';

/** Longest token in bytes: the longest cell text, every letter written as a character reference, is shorter. */
const LONGEST_TOKEN = 1 << 19;
const MOST_ATTRIBUTES = 256;
const DEEPEST = 200;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BANG = 0x21;
const QUESTION = 0x3f;
const SPACE = 0x20;

/** Key of a name by which tags and attributes are compared without a string being built. Never 0. */
export function nameKey(name: string): number {
  let key = 7;
  for (let at = 0; at < name.length; at++) key = (Math.imul(key, 31) + name.charCodeAt(at)) | 0;
  return key || 1;
}

const isSpaceByte = (byte: number): boolean =>
  byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;

const startsAt = (bytes: Uint8Array, at: number, word: string): boolean => {
  for (let index = 0; index < word.length; index++) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
};

/**
 * A pull scanner over UTF-8 bytes that come in windows of any size. Tags are known by `nameKey` of their local name;
 * an element whose prefix differs from that of the root belongs to another vocabulary and gets the key 0. Tags must
 * nest, attributes be quoted, and one root hold everything; document types and entities of one's own are refused.
 * Text is never decoded here: `textFrom` to `textTo` are the bytes between the last token and this one.
 */
export class XmlScanner {
  bytes: Uint8Array = new Uint8Array(0);
  /** Everything before is done with; a window may be dropped up to here. */
  at = 0;
  private end = 0;
  private isLast = false;

  /** Key of the tag's local name, or 0. */
  name = 0;
  /** Open elements around the tag, itself included after OPEN and not after CLOSE. */
  depth = 0;
  textFrom = 0;
  textTo = 0;
  rawFrom = 0;
  rawTo = 0;
  fault: XmlFault = 'malformed';

  private readonly attributes = new Int32Array(MOST_ATTRIBUTES * 4);
  private attributeCount = 0;
  private readonly open = new Int32Array(DEEPEST + 1);
  private rootPrefix = 0;
  private hasRoot = false;
  private closesAtOnce = false;
  private isStart = true;

  /** Gives the scanner its next window; `from` is where the unfinished token begins. */
  feed(bytes: Uint8Array, from: number, end: number, isLast: boolean): void {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.isLast = isLast;
  }

  next(): XmlToken {
    if (this.closesAtOnce) {
      this.closesAtOnce = false;
      this.textFrom = this.textTo = this.at;
      this.depth -= 1;
      return XML.CLOSE;
    }
    if (this.isStart && !this.skipMark()) return this.more();
    const { bytes, end } = this;
    let at = this.at;
    while (at < end && bytes[at] !== LT) at++;
    if (at >= end) return this.isLast ? this.finish() : this.more();
    this.textFrom = this.at;
    this.textTo = at;
    const second = bytes[at + 1];
    if (at + 1 >= end) return this.more();
    if (second === SLASH) return this.readClose(at + 2);
    if (second === BANG) return this.readBang(at);
    if (second === QUESTION) return this.readInstruction(at);
    return this.readOpen(at + 1);
  }

  /** Position of an attribute's value by the key of its name without prefix, for `valueFrom` and `valueTo`; or −1. */
  attribute(key: number): number {
    for (let index = 0; index < this.attributeCount; index++) {
      if (this.attributes[4 * index] === key && this.attributes[4 * index + 1] === 0) return index;
    }
    return -1;
  }

  /** The same for an attribute that has a prefix, whatever it is. */
  prefixedAttribute(key: number): number {
    for (let index = 0; index < this.attributeCount; index++) {
      if (this.attributes[4 * index] === key && this.attributes[4 * index + 1] !== 0) return index;
    }
    return -1;
  }

  valueFrom(index: number): number {
    return this.attributes[4 * index + 2]!;
  }

  valueTo(index: number): number {
    return this.attributes[4 * index + 3]!;
  }

  private refuse(fault: XmlFault): XmlToken {
    this.fault = fault;
    return XML.FAULT;
  }

  private more(): XmlToken {
    if (this.isLast) return this.refuse('cutOff');
    return this.end - this.at > LONGEST_TOKEN ? this.refuse('tooLong') : XML.MORE;
  }

  private finish(): XmlToken {
    if (!this.hasRoot || this.depth !== 0) return this.refuse('cutOff');
    for (let at = this.at; at < this.end; at++) {
      if (!isSpaceByte(this.bytes[at]!)) return this.refuse('malformed');
    }
    this.at = this.end;
    return XML.END;
  }

  private skipMark(): boolean {
    const { bytes, at, end } = this;
    if (end - at < 3 && !this.isLast) return false;
    this.isStart = false;
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) this.at += 3;
    return true;
  }

  private readOpen(from: number): XmlToken {
    const { bytes, end } = this;
    let at = from;
    let key = 7;
    let prefix = 0;
    let byte = 0;
    for (; at < end; at++) {
      byte = bytes[at]!;
      if (byte === GT || byte === SLASH || byte <= SPACE) break;
      if (byte === COLON) {
        prefix = key;
        key = 7;
      } else {
        key = (Math.imul(key, 31) + byte) | 0;
      }
    }
    const nameEnd = at;
    let count = 0;
    const { attributes } = this;
    for (;;) {
      while (at < end && isSpaceByte(bytes[at]!)) at++;
      if (at >= end) return this.more();
      byte = bytes[at]!;
      if (byte === GT || byte === SLASH) break;
      let name = 7;
      let hasPrefix = 0;
      for (; at < end; at++) {
        byte = bytes[at]!;
        if (byte === EQUALS || byte <= SPACE || byte === GT || byte === LT) break;
        if (byte === COLON) {
          hasPrefix = 1;
          name = 7;
        } else {
          name = (Math.imul(name, 31) + byte) | 0;
        }
      }
      while (at < end && isSpaceByte(bytes[at]!)) at++;
      if (at >= end) return this.more();
      if (bytes[at] !== EQUALS) return this.refuse('malformed');
      at++;
      while (at < end && isSpaceByte(bytes[at]!)) at++;
      if (at >= end) return this.more();
      const quote = bytes[at]!;
      if (quote !== QUOTE && quote !== APOSTROPHE) return this.refuse('malformed');
      const valueFrom = ++at;
      while (at < end && bytes[at] !== quote) {
        if (bytes[at] === LT) return this.refuse('malformed');
        at++;
      }
      if (at >= end) return this.more();
      if (count === MOST_ATTRIBUTES) return this.refuse('tooLong');
      attributes[4 * count] = name;
      attributes[4 * count + 1] = hasPrefix;
      attributes[4 * count + 2] = valueFrom;
      attributes[4 * count + 3] = at;
      count++;
      at++;
    }
    const isEmpty = byte === SLASH;
    if (isEmpty) {
      if (at + 1 >= end) return this.more();
      if (bytes[++at] !== GT) return this.refuse('malformed');
    }
    if (nameEnd === from || (this.depth === 0 && this.hasRoot)) return this.refuse('malformed');
    if (this.depth === DEEPEST) return this.refuse('tooDeep');
    if (!this.hasRoot) {
      this.hasRoot = true;
      this.rootPrefix = prefix;
    }
    this.attributeCount = count;
    this.open[this.depth++] = (key ^ Math.imul(prefix, 17)) | 0;
    this.name = prefix === this.rootPrefix ? key : 0;
    this.closesAtOnce = isEmpty;
    this.at = at + 1;
    return XML.OPEN;
  }

  private readClose(from: number): XmlToken {
    const { bytes, end } = this;
    let at = from;
    let key = 7;
    let prefix = 0;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === GT || byte <= SPACE) break;
      if (byte === COLON) {
        prefix = key;
        key = 7;
      } else {
        key = (Math.imul(key, 31) + byte) | 0;
      }
    }
    while (at < end && isSpaceByte(bytes[at]!)) at++;
    if (at >= end) return this.more();
    if (bytes[at] !== GT || this.depth === 0) return this.refuse('malformed');
    if (this.open[--this.depth] !== ((key ^ Math.imul(prefix, 17)) | 0)) return this.refuse('malformed');
    this.name = prefix === this.rootPrefix ? key : 0;
    this.at = at + 1;
    return XML.CLOSE;
  }

  private readBang(at: number): XmlToken {
    const { bytes, end } = this;
    if (end - at < 9 && !this.isLast) return this.more();
    if (startsAt(bytes, at, '<!--')) return this.skipTo(at + 4, '-->');
    if (startsAt(bytes, at, '<![CDATA[')) {
      const token = this.skipTo(at + 9, ']]>');
      if (token !== XML.PIECE) return token;
      if (this.depth === 0) return this.refuse('malformed');
      this.rawFrom = at + 9;
      this.rawTo = this.at - 3;
      return XML.RAW;
    }
    return this.refuse('doctype');
  }

  private readInstruction(at: number): XmlToken {
    const token = this.skipTo(at + 2, '?>');
    if (token !== XML.PIECE || !startsAt(this.bytes, at, '<?xml') || !isSpaceByte(this.bytes[at + 5]!))
      return token;
    let declaration = '';
    for (let index = at; index < Math.min(this.at, at + 200); index++) {
      declaration += String.fromCharCode(this.bytes[index]!);
    }
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]?.toLowerCase();
    return encoding === undefined || encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii'
      ? token
      : this.refuse('encoding');
  }

  private skipTo(from: number, word: string): XmlToken {
    const last = word.charCodeAt(word.length - 1);
    for (let at = from + word.length - 1; at < this.end; at++) {
      if (this.bytes[at] === last && startsAt(this.bytes, at - word.length + 1, word)) {
        this.at = at + 1;
        return XML.PIECE;
      }
    }
    return this.more();
  }
}
