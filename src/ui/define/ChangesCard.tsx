import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { ChangeList } from '../../state/defineStore.ts';
import type { Loaded } from '../../state/loaded.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { Hint } from '../shared/Hint.tsx';

interface ChangesCardProps {
  readonly changes: Loaded<ChangeList>;
  /** Number of the last frozen version, or `undefined` before the first. */
  readonly lastVersion: number | undefined;
  readonly onMore: () => void;
  readonly onSeat: (name: string) => void;
}

/** Seats that the draft flags and the last version did not, and the other way round. */
export function ChangesCard({ changes, lastVersion, onMore, onSeat }: ChangesCardProps): ReactNode {
  if (lastVersion === undefined) {
    return (
      <Card title="Changes since the last version">
        <Hint>
          No version is frozen yet. From the first one on, seats that become flagged (+) and seats that are no
          longer flagged (−) stand here.
        </Hint>
      </Card>
    );
  }
  const total = changes.value?.total;
  const rows = changes.value?.rows ?? [];
  return (
    <Card
      title="Changes since the last version"
      aside={total === undefined ? 'counting' : `${formatCount(total)} against version ${lastVersion}`}
    >
      <FailureAlert failure={changes.failure} />
      <div className="define-changes" aria-busy={changes.loading}>
        <DataTable
          caption="Changes since the last version"
          columns={[
            {
              header: 'Change',
              cell: (row) => (
                <span className="nowrap">
                  <span className="change-mark" aria-hidden="true">
                    {row.change === 'added' ? '+' : '−'}
                  </span>
                  {row.change === 'added' ? 'newly flagged' : 'no longer flagged'}
                </span>
              ),
            },
            {
              header: 'Seat',
              rowHeader: true,
              cell: (row) => (
                <button type="button" className="number-link" onClick={() => onSeat(row.name)}>
                  <FileText>{row.name}</FileText>
                </button>
              ),
            },
            { header: 'Licence type', cell: (row) => <FileText>{row.licenceType}</FileText> },
            { header: 'Was', cell: (row) => <CategoryMark category={row.before} /> },
            { header: 'Now', cell: (row) => <CategoryMark category={row.after} /> },
            { header: 'Idle (days)', align: 'end', cell: (row) => row.idle },
          ]}
          rows={rows}
          rowKey={(row) => row.seat}
          rowCount={total ?? 0}
          empty={
            total === undefined
              ? 'The list appears with the first count.'
              : `Nothing changes: this draft flags the same seats as version ${lastVersion}.`
          }
        />
      </div>
      {total !== undefined && rows.length < total ? (
        <Button kind="quiet" onClick={onMore}>
          Show more changes
        </Button>
      ) : null}
    </Card>
  );
}
