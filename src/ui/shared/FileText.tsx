import type { ReactNode } from 'react';
import { visibleLines, visibleText } from '../../core/ingest/visibleText.ts';

interface FileTextProps {
  readonly children: string;
  /** A reason or a notice is shown to its end; anything else is cut after 80 characters. */
  readonly whole?: boolean;
}

/**
 * A text from a file or a person, shown as text: on its own it cannot turn the direction of what stands beside it, and
 * characters that cannot be seen are shown by their code.
 */
export const FileText = ({ children, whole = false }: FileTextProps): ReactNode => (
  <bdi>{whole ? visibleLines(children) : visibleText(children)}</bdi>
);
