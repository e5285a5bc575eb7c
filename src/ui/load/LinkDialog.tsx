import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { AccountRow, PersonRow } from '../../worker/peopleView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { PersonCell } from './PersonCells.tsx';

const PEOPLE_SHOWN = 10;

/** Names the person of an account by hand, whatever their keys say. */
export function LinkDialog({
  of,
  onLinked,
  onClose,
}: {
  readonly of: AccountRow;
  readonly onLinked: (name: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { workspace } = useApp();
  const act = usePendingAct();
  const [search, setSearch] = useState('');
  const asked = search.trim();
  const found = useAsked(
    'findPeople',
    { search: asked, count: PEOPLE_SHOWN },
    asked === '' ? undefined : 'roster',
  );
  const link = ({ person }: PersonRow): void =>
    void act.run(
      () => workspace.getState().act({ act: 'linkAccount', account: of.account, person }),
      () => onLinked(person.name),
    );
  return (
    <Dialog title={`Link ${visibleText(of.accountId)}`} wide onClose={onClose}>
      <div className="stack-tight">
        <p>
          Whose account is <bdi className="quoted">{visibleText(of.account.name)}</bdi>? A link by hand stands
          above every identifier and is one entry of the ledger.
        </p>
        <TextField label="Find a person" kind="search" value={search} onChange={setSearch} />
        <FailureAlert failure={act.failure ?? found.failure} onDismiss={act.dismiss} />
        {found.value ? (
          <>
            {found.value.total > PEOPLE_SHOWN ? (
              <p className="soft">
                The first {PEOPLE_SHOWN} of {formatCount(found.value.total)}. Type more to find fewer.
              </p>
            ) : null}
            <DataTable
              caption="People of the roster"
              columns={[
                { header: 'Person', rowHeader: true, cell: (is) => <PersonCell is={is} /> },
                {
                  header: 'Choose',
                  headerHidden: true,
                  align: 'end',
                  cell: (is) => (
                    <Button
                      aria-label={`Link to ${visibleText(is.person.name)}`}
                      disabled={act.pending}
                      onClick={() => link(is)}
                    >
                      Link
                    </Button>
                  ),
                },
              ]}
              rows={found.value.rows}
              rowKey={({ fileRow }) => fileRow}
              empty="Nobody of the roster is found by this text."
            />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
