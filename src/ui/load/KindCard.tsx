import type { ReactNode } from 'react';
import type { FileKind } from '../../core/ingest/kinds/fileKind.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import { Card } from '../shared/Card.tsx';
import { KindField } from './KindField.tsx';
import { factName, KIND_USES, KIND_WANTED, wordForms } from './kindWords.ts';

export interface KindCardProps {
  readonly kind: FileKind;
  readonly disabled: boolean;
  readonly onKind: (kind: FileKind) => void;
}

/** Which file of a kind is needed: what it holds, what it must have, what it is used for. */
export function KindCard({ kind, disabled, onKind }: KindCardProps): ReactNode {
  if (kind === 'users') return null;
  const { columns } = schemaOf(kind);
  return (
    <Card title="Which file do I need?" className="load-system">
      <div className="stack">
        <KindField kind={kind} disabled={disabled} onKind={onKind} />
        <p>{KIND_WANTED[kind]}</p>
        {kind === 'answers' ? null : (
          <>
            <div className="stack-tight">
              <h3>Columns it must have</h3>
              <ul>
                {wordForms(kind).map((form) => (
                  <li key={form}>
                    <strong>{form}</strong>
                  </li>
                ))}
              </ul>
            </div>
            <div className="stack-tight">
              <h3>Columns it can have</h3>
              <p className="soft">{columns.map(({ name }) => factName(name)).join(', ')}</p>
            </div>
          </>
        )}
        <p className="soft">{KIND_USES[kind]}</p>
      </div>
    </Card>
  );
}
