import { ownedText } from './ownedText.ts';
import type { StringTable } from './snapshot.ts';

/** Gives texts that repeat a code. Code 0 is the empty text; further codes follow the order of first appearance. */
export class StringTableBuilder {
  private readonly codes = new Map<string, number>([['', 0]]);
  private readonly texts: string[] = [''];

  codeOf(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const owned = ownedText(text);
    const code = this.texts.length;
    this.codes.set(owned, code);
    this.texts.push(owned);
    return code;
  }

  finish(): StringTable {
    return this.texts;
  }
}
