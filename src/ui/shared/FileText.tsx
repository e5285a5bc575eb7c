import type { ReactNode } from 'react';
import { visibleText } from '../../core/ingest/visibleText.ts';

/**
 * A text from a file, shown as text: on its own it cannot turn the direction of what stands beside it, characters that
 * cannot be seen are shown by their code, and a long one is cut.
 */
export const FileText = ({ children }: { readonly children: string }): ReactNode => (
  <bdi>{visibleText(children)}</bdi>
);
