import { faultOfXml, type PartProgress, type PartReader } from './partReader.ts';
import { TextBytes } from './textBytes.ts';
import type { WorkbookFault } from './workbookFault.ts';
import type { WorkbookLimits } from './workbookLimits.ts';
import { nameKey, XML, type XmlScanner } from './xmlScanner.ts';

const ITEM = nameKey('si');
const TEXT = nameKey('t');
const PHONETIC = nameKey('rPh');

/** The texts that cells share, as one run of bytes: no text is decoded before a cell shows it. */
export class SharedTexts {
  readonly text = new TextBytes(1 << 16);
  /** `ends[i]` is where text i ends in the bytes. */
  private ends = new Uint32Array(1 << 12);
  count = 0;

  get bytes(): Uint8Array {
    return this.text.bytes;
  }

  from(index: number): number {
    return index === 0 ? 0 : this.ends[index - 1]!;
  }

  to(index: number): number {
    return this.ends[index]!;
  }

  /** What was appended since the last call is one text. */
  close(): void {
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(this.ends.length * 2);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count++] = this.text.length;
  }
}

/** Reads the table of shared texts: runs of rich text are joined, reading aids of East Asian text left out. */
export class SharedTextsReader implements PartReader {
  readonly texts = new SharedTexts();
  private unitsBefore = 0;
  private isItem = false;
  private isText = false;
  private isAid = false;

  constructor(
    readonly part: string,
    private readonly limits: WorkbookLimits,
  ) {}

  read(scanner: XmlScanner): PartProgress {
    for (;;) {
      const token = scanner.next();
      if (token === XML.MORE) return 'more';
      if (token === XML.END) return 'end';
      if (token === XML.FAULT) return faultOfXml(scanner.fault, this.part);
      const fault =
        (this.isText ? this.append(scanner, token === XML.RAW) : undefined) ?? this.step(scanner, token);
      if (fault) return fault;
    }
  }

  private step(scanner: XmlScanner, token: number): WorkbookFault | undefined {
    const { name } = scanner;
    if (token === XML.OPEN) {
      if (name === TEXT) this.isText = this.isItem && !this.isAid;
      else if (name === ITEM) {
        if (this.isItem) return { kind: 'damaged', part: this.part, what: 'has a text within a text' };
        this.isItem = true;
      } else if (name === PHONETIC) this.isAid = true;
    } else if (token === XML.CLOSE) {
      if (name === TEXT) this.isText = false;
      else if (name === PHONETIC) this.isAid = false;
      else if (name === ITEM) return this.closeItem();
    }
    return undefined;
  }

  private closeItem(): WorkbookFault | undefined {
    this.isItem = false;
    this.texts.close();
    this.unitsBefore = this.texts.text.units;
    return this.texts.count > this.limits.sharedTexts
      ? { kind: 'tooMuchSharedText', most: this.limits.sharedBytes }
      : undefined;
  }

  private append(scanner: XmlScanner, isRaw: boolean): WorkbookFault | undefined {
    const { text } = this.texts;
    if (!text.pushXmlText(scanner.bytes, scanner.textFrom, scanner.textTo)) {
      return { kind: 'damaged', part: this.part, what: 'uses an entity that XML does not have' };
    }
    if (isRaw) text.pushBytes(scanner.bytes, scanner.rawFrom, scanner.rawTo);
    if (text.units - this.unitsBefore > this.limits.cellLetters) {
      return { kind: 'cellTooLong', part: this.part, row: undefined, most: this.limits.cellLetters };
    }
    return text.length > this.limits.sharedBytes
      ? { kind: 'tooMuchSharedText', most: this.limits.sharedBytes }
      : undefined;
  }
}
