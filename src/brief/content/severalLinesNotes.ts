import { severalLinesSentence } from '../../core/contract/wordEntitlement.ts';
import type { BriefBlock } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';

/** One note per licence type with several lines in force: how its figures come about. */
export function severalLinesNotes({ lines }: Pick<BriefInput, 'lines'>): readonly BriefBlock[] {
  return lines.flatMap(({ entitlement }): readonly BriefBlock[] => {
    const sentence = severalLinesSentence(entitlement);
    return sentence === undefined ? [] : [{ kind: 'note', text: [sentence] }];
  });
}
