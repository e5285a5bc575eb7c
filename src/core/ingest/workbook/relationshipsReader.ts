import { TagReader } from './partReader.ts';
import type { WorkbookFault } from './workbookFault.ts';
import { nameKey, type XmlScanner } from './xmlScanner.ts';

/** One link from a part to another. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type, in lower case: `worksheet`, `sharedstrings`, `styles`, `officedocument`. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const RELATIONSHIP = nameKey('Relationship');
const ID = nameKey('Id');
const TYPE = nameKey('Type');
const TARGET = nameKey('Target');
const TARGET_MODE = nameKey('TargetMode');

/** Reads the links of a part. Transitional and strict types end in the same word. */
export class RelationshipsReader extends TagReader {
  readonly relationships: Relationship[] = [];

  protected override opened(scanner: XmlScanner): WorkbookFault | undefined {
    if (scanner.name !== RELATIONSHIP) return undefined;
    const id = this.text(scanner, scanner.attribute(ID));
    const type = this.text(scanner, scanner.attribute(TYPE));
    const target = this.text(scanner, scanner.attribute(TARGET));
    if (id === undefined || type === undefined || target === undefined) {
      return this.damaged('has a link without target');
    }
    const isExternal = this.text(scanner, scanner.attribute(TARGET_MODE))?.toLowerCase() === 'external';
    this.relationships.push({
      id,
      type: type.slice(type.lastIndexOf('/') + 1).toLowerCase(),
      target,
      isExternal,
    });
    return undefined;
  }

  protected override closed(): void {}
}

/** Name of the part that holds the links of a part; of the archive itself for an empty name. */
export function relationshipsPartOf(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/**
 * The part that a target means, seen from the part that links to it. A path never leaves the archive: steps above its
 * root stay at the root, and the result is only ever looked up among the archive's own names.
 */
export function resolveTarget(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}
