import { Children, type ReactNode } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';

/**
 * Words that a component is given, which may quote a file or a person: characters that turn the direction of writing are
 * shown by their code. Whatever is no text stays as it is. Source of the rule: APP-12.
 */
export function shownText(words: ReactNode): ReactNode {
  if (typeof words === 'string') return visibleLines(words);
  return Array.isArray(words)
    ? Children.map(words as ReactNode[], (part) => (typeof part === 'string' ? visibleLines(part) : part))
    : words;
}
