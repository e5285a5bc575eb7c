import { KeyIndex } from './keyIndex.ts';
import { ownedText } from './ownedText.ts';

/**
 * Numbers texts that repeat (units, managers, licence types) 0, 1, 2, … in the order of first appearance, and keeps
 * one copy of each. Look-ups go through {@link KeyIndex}, which is several times faster than a map for texts that are
 * slices of a file.
 */
export class TextNumbering {
  private readonly index = new KeyIndex();
  private readonly kept: string[] = [];
  private emptyNumber: number | undefined;

  /** The texts given first take the first numbers. */
  constructor(first: readonly string[] = []) {
    for (const text of first) this.numberOf(text);
  }

  numberOf(text: string): number {
    // Most cells of most lists are empty.
    if (text === '') return (this.emptyNumber ??= this.add(text));
    return this.add(text);
  }

  private add(text: string): number {
    const number = this.index.numberOf(text);
    if (number === this.kept.length) this.kept.push(ownedText(text));
    return number;
  }

  get texts(): readonly string[] {
    return this.kept;
  }
}
