import type { ReactNode } from 'react';
import { Card } from '../shared/Card.tsx';
import { definitionParts, type DefinitionControl } from './definitionParts.ts';

/** What a part opens, for readers that do not see the page around it. */
function purposeOf(control: DefinitionControl): string {
  if (typeof control === 'object') return 'change what counts as work';
  switch (control) {
    case 'window':
      return 'change the dormancy window';
    case 'signIn':
      return 'change whether signing in counts';
    case 'lookBack':
      return 'change the pattern look-back';
    case 'borderline':
      return 'change the borderline limit';
  }
}

interface DefinitionWordsProps {
  readonly paragraph: string | undefined;
  readonly actions: readonly string[];
  readonly onOpen: (control: DefinitionControl) => void;
}

/** The definition as one paragraph; its settings are buttons that lead to their controls. */
export function DefinitionWords({ paragraph, actions, onOpen }: DefinitionWordsProps): ReactNode {
  return (
    <Card as="region" title="Definition in words">
      <p className="definition-words">
        {paragraph === undefined
          ? 'The sentence appears with the first count.'
          : definitionParts(paragraph, actions).map(({ text, control }, index) =>
              control === undefined ? (
                text
              ) : (
                <button
                  key={`${index} ${text}`}
                  type="button"
                  className={
                    typeof control === 'object' || control === 'signIn'
                      ? 'definition-part'
                      : 'definition-part definition-part-days'
                  }
                  aria-label={`${text}, ${purposeOf(control)}`}
                  onClick={() => onOpen(control)}
                >
                  {text}
                </button>
              ),
            )}
      </p>
    </Card>
  );
}
