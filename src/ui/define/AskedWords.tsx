import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { ASKED_WORDS } from '../../core/policy/askedWords.ts';
import type { NonHumanHits } from '../../core/policy/countNonHumanHits.ts';
import type { NonHumanRules } from '../../core/policy/policy.ts';
import { Button } from '../shared/Button.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';

interface AskedWordsProps {
  readonly rules: NonHumanRules;
  readonly hits: NonHumanHits | undefined;
  readonly onChange: (part: Partial<NonHumanRules>) => void;
}

/** Words that often name people as well: found in the list, they are asked about and never taken unasked. */
export function AskedWords({ rules, hits, onChange }: AskedWordsProps): ReactNode {
  const { serviceWords, integrationWords, sharedWords } = rules;
  const listed = new Set([...serviceWords, ...integrationWords, ...sharedWords]);
  return ASKED_WORDS.map((word) => {
    const count = hits?.signs[word] ?? 0;
    if (count === 0 || listed.has(word)) return null;
    return (
      <InlineNote key={word}>
        <div className="stack-tight">
          <p>
            {formatCount(count)} {count === 1 ? 'seat has' : 'seats have'} “{word}” in a name. They count as
            people until you add the word.
          </p>
          <div className="button-row">
            <Button
              onClick={() =>
                word === 'admin'
                  ? onChange({ serviceWords: [...serviceWords, word] })
                  : onChange({ sharedWords: [...sharedWords, word] })
              }
            >
              {word === 'admin' ? 'Add “admin” to the service words' : 'Add “guest” to the shared words'}
            </Button>
          </div>
        </div>
      </InlineNote>
    );
  });
}
