import type { ReactNode } from 'react';
import type { FileKind } from '../../core/ingest/kinds/fileKind.ts';
import { SYSTEMS, systemCardOf } from '../../core/ingest/systems.ts';
import { Card } from '../shared/Card.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { KindField } from './KindField.tsx';

export interface SystemCardProps {
  readonly system: string;
  readonly onSystem: (system: string) => void;
  readonly onKind: (kind: FileKind) => void;
  readonly disabled: boolean;
}

/** Which file is needed: where the export is found, the columns that matter, its limits. */
export function SystemCard({ system, onSystem, onKind, disabled }: SystemCardProps): ReactNode {
  const card = systemCardOf(system);
  return (
    <Card title="Which file do I need?" className="load-system">
      <div className="stack">
        <div className="stack-tight">
          <SelectField
            label="System"
            value={card.id}
            disabled={disabled}
            options={SYSTEMS.map(({ id, name }) => ({ value: id, name }))}
            onChange={onSystem}
          />
          <KindField kind="users" disabled={disabled} onKind={onKind} />
        </div>
        <p>
          In {card.id === 'other' ? 'your system' : card.name} choose <strong>{card.menuPath}</strong>.
        </p>
        <div className="stack-tight">
          <h3>Columns that matter</h3>
          <ul>
            {card.columns.map(({ header, why }) => (
              <li key={header}>
                <strong>{header}</strong> <span className="soft">{why}</span>
              </li>
            ))}
          </ul>
        </div>
        {card.limits.length > 0 ? (
          <div className="stack-tight">
            <h3>Good to know</h3>
            <ul>
              {card.limits.map((limit) => (
                <li key={limit} className="soft">
                  {limit}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
