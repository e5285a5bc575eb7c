import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { LogReport } from '../../worker/evidenceView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { counted } from './loadWords.ts';
import { WHY_GAP, wordShared, wordUnmatched } from './logWords.ts';

/** What of one log needs a look: its system, keys that are no account, keys that are one account together. */
export function LogNotes({ log }: { readonly log: LogReport }): ReactNode {
  const { stores } = useApp();
  const { downloadLogKeys } = useStore(stores().logReport);
  const unmatched = log.notUsed === undefined ? wordUnmatched(log) : '';
  const isListed = log.gaps.total + log.shared.keys > 0;
  return (
    <>
      <StatedSystem log={log} />
      <ListFirst log={log} />
      {unmatched === '' ? null : <p>{unmatched}</p>}
      <Gaps log={log} />
      <Shared log={log} />
      {isListed ? (
        <div className="button-row">
          <Button onClick={() => void downloadLogKeys(log.file)}>
            Save the keys of {visibleText(log.name)}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** A log of another known system is not used until a person says that both are one; that can be taken back. */
function StatedSystem({ log }: { readonly log: LogReport }): ReactNode {
  const { workspace } = useApp();
  const act = usePendingAct();
  const { file, notUsed, isStated, system, loadedAs, listSystem } = log;
  const state = (next: string): void =>
    void act.run(() => workspace.getState().act({ act: 'stateSystem', file, system: next }));
  const name = visibleText(log.name);
  if (notUsed === 'otherSystem' && listSystem !== undefined) {
    return (
      <InlineNote tone="attention">
        <bdi className="quoted">{name}</bdi> was loaded as a log of {systemCardOf(system).name}. If its
        accounts are those of the list, say so and it becomes evidence. If not, load the list of{' '}
        {systemCardOf(system).name} as well, or delete the log.
        <FailureAlert failure={act.failure} onDismiss={act.dismiss} />
        <span className="button-row">
          <Button disabled={act.pending} onClick={() => state(listSystem)}>
            It speaks of {systemCardOf(listSystem).name}
          </Button>
        </span>
      </InlineNote>
    );
  }
  if (!isStated || system === loadedAs) return null;
  return (
    <InlineNote>
      <bdi className="quoted">{name}</bdi> was loaded as a log of {systemCardOf(loadedAs).name} and is taken
      as one of {systemCardOf(system).name}, because a person said so.
      <FailureAlert failure={act.failure} onDismiss={act.dismiss} />
      <span className="button-row">
        <Button disabled={act.pending} onClick={() => state(loadedAs)}>
          It speaks of {systemCardOf(loadedAs).name} after all
        </Button>
      </span>
    </InlineNote>
  );
}

/** Dates of single licences in the list, which the events of a log without licences do not change. */
function ListFirst({ log: { listColumnsFirst, name } }: { readonly log: LogReport }): ReactNode {
  if (listColumnsFirst.length === 0) return null;
  return (
    <InlineNote tone="attention">
      The list was read as one row an account and licence, and its dates differ between the licences of one
      account, so {listColumnsFirst.map((header) => visibleText(header)).join(', ')}{' '}
      {listColumnsFirst.length === 1 ? 'says' : 'say'} when each licence was used. Where a seat has such a
      date, it stands over <bdi className="quoted">{visibleText(name)}</bdi>, whose events name no licence. If
      these are dates of accounts after all, load the list again with “One row is: An account”; its seats stay
      the same.
    </InlineNote>
  );
}

/** People who work without a seat of the list, as far as a log says. */
function Gaps({ log }: { readonly log: LogReport }): ReactNode {
  const { first, total } = log.gaps;
  if (total === 0) return null;
  const name = visibleText(log.name);
  return (
    <>
      <p>
        Activity without a seat in <bdi className="quoted">{name}</bdi>:{' '}
        {counted(total, 'account key', 'account keys')}
        {first.length < total ? `, the latest ${formatCount(first.length)} below` : ''}.
      </p>
      <DataTable
        caption={`Activity without a seat, ${name}`}
        columns={[
          {
            header: 'Account key',
            rowHeader: true,
            cell: ({ key }) => <bdi className="quoted">{visibleText(key)}</bdi>,
          },
          { header: 'Last day', cell: ({ lastDay }) => formatDay(lastDay) },
          { header: 'Why', cell: ({ why }) => WHY_GAP[why] },
        ]}
        rows={first}
        rowKey={({ key }) => key}
      />
    </>
  );
}

/** Keys that are one account together: never merged unseen. */
function Shared({ log }: { readonly log: LogReport }): ReactNode {
  const { first, accounts } = log.shared;
  if (accounts === 0) return null;
  const name = visibleText(log.name);
  return (
    <>
      <p>
        {wordShared(log)}
        {first.length < accounts ? `, the first ${formatCount(first.length)} below` : ''}.
      </p>
      <DataTable
        caption={`Several keys of one account, ${name}`}
        columns={[
          {
            header: 'Account',
            rowHeader: true,
            cell: (row) => <bdi className="quoted">{visibleText(row.name)}</bdi>,
          },
          {
            header: 'Keys in the log',
            cell: ({ keys, moreKeys }) => (
              <>
                <bdi className="quoted">{keys.map(visibleText).join(', ')}</bdi>
                {moreKeys > 0 ? ` and ${formatCount(moreKeys)} more` : ''}
              </>
            ),
          },
        ]}
        rows={first}
        rowKey={({ accountId }) => accountId}
      />
    </>
  );
}
