import type { DecodeUtf8 } from './textBytes.ts';
import { TextBytes } from './textBytes.ts';
import type { WorkbookFault } from './workbookFault.ts';
import { XML, type XmlFault, type XmlScanner } from './xmlScanner.ts';

/** `more`: feed the scanner its next window. `pause`: take what was read, then call again. `end`: the part is read. */
export type PartProgress = 'more' | 'pause' | 'end' | WorkbookFault;

/** Reads one part of a workbook from a scanner that is fed window by window. */
export interface PartReader {
  /** Name of the part, for messages. */
  readonly part: string;
  read(scanner: XmlScanner): PartProgress;
}

const XML_FAULTS: Readonly<Record<Exclude<XmlFault, 'doctype'>, string>> = {
  encoding: 'is not written in UTF-8',
  cutOff: 'ends in the middle',
  malformed: 'is not well-formed XML',
  tooDeep: 'nests its elements too deep',
  tooLong: 'holds something longer than a workbook can have',
};

/** What a scanner's fault means for the workbook. */
export const faultOfXml = (fault: XmlFault, part: string): WorkbookFault =>
  fault === 'doctype' ? { kind: 'doctype', part } : { kind: 'damaged', part, what: XML_FAULTS[fault] };

/** Reads the start and end tags of a small part; texts between them are not wanted. */
export abstract class TagReader implements PartReader {
  private readonly scratch = new TextBytes(256);

  constructor(
    readonly part: string,
    private readonly decode: DecodeUtf8,
  ) {}

  /** Returns what is wrong with the element, if anything. */
  protected abstract opened(scanner: XmlScanner): WorkbookFault | undefined;
  protected abstract closed(scanner: XmlScanner): void;

  read(scanner: XmlScanner): PartProgress {
    for (;;) {
      const token = scanner.next();
      if (token === XML.OPEN) {
        const fault = this.opened(scanner);
        if (fault) return fault;
      } else if (token === XML.CLOSE) this.closed(scanner);
      else if (token === XML.MORE) return 'more';
      else if (token === XML.END) return 'end';
      else if (token === XML.FAULT) return faultOfXml(scanner.fault, this.part);
    }
  }

  /** Text of an attribute by its position; `undefined` when there is none or its bytes are no text. */
  protected text(scanner: XmlScanner, attribute: number): string | undefined {
    if (attribute < 0) return undefined;
    this.scratch.clear();
    const known = this.scratch.pushXmlText(
      scanner.bytes,
      scanner.valueFrom(attribute),
      scanner.valueTo(attribute),
    );
    return known ? this.decode(this.scratch.view()) : undefined;
  }

  protected damaged(what: string): WorkbookFault {
    return { kind: 'damaged', part: this.part, what };
  }
}
