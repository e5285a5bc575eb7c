import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import { CASE_STATES, type CaseState } from '../../core/reclaim/caseState.ts';
import { CASES_A_PAGE } from '../../state/reclaimStore.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { KeyboardHints } from '../shared/KeyboardHints.tsx';
import { Progress } from '../shared/Progress.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useHotkeys } from '../shared/useHotkeys.ts';
import { CasesTable } from './CasesTable.tsx';
import { STATE_HELP } from './caseWords.ts';
import { readyCases } from './selectedCases.ts';
import { RefusedList } from './OutcomeLine.tsx';
import { ReclaimedCard } from './ReclaimedCard.tsx';
import { StateCounts } from './StateCounts.tsx';

const HINTS = [
  { keys: ['J', 'K'], does: 'move' },
  { keys: ['R'], does: 'reclaim' },
  { keys: ['D'], does: 'record decision' },
  { keys: ['U'], does: 'undo last step' },
  { keys: ['Enter'], does: 'open the case' },
];

/** Every case as a table, with the counts per state that add up to it. */
export function CasesTab({ view }: { readonly view: WorkspaceView }): ReactNode {
  const { stores } = useApp();
  const store = stores().reclaim;
  const state = useStore(store);
  const { cases, query, page, selected, active } = state;
  const table = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const byKey = useRef(false);
  // The tick stands while the cases of all pages are fetched.
  const [selecting, setSelecting] = useState(false);

  const page0 = cases.value;
  const rows = page0?.rows ?? [];
  const current = rows[active];
  const ready = readyCases(selected);

  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    table.current?.querySelector<HTMLElement>('tr[aria-current]')?.focus();
  });
  const move = (by: 1 | -1) => (): void => {
    byKey.current = true;
    void state.moveActive(by);
  };
  const reclaim = (numbers: readonly number[]): void => {
    if (numbers.length > 0) void state.planReclaim(numbers);
  };
  useHotkeys({
    j: move(1),
    k: move(-1),
    r: () => reclaim(ready.length > 0 ? ready : current?.state === 'Ready' ? [current.number] : []),
    d: () => {
      if (current) void state.openCase(current.number, 'recordDecision');
    },
    u: () => {
      if (current) void state.openCase(current.number, 'undo');
    },
    '/': () => searchBox.current?.focus(),
  });
  const selectAll = async (on: boolean): Promise<void> => {
    setSelecting(on);
    await state.selectAll(on);
    setSelecting(false);
  };
  const followFocus = (event: FocusEvent<HTMLElement>): void => {
    const line = event.target.closest<HTMLTableRowElement>('tbody tr');
    if (line && line.sectionRowIndex !== active) state.setActive(line.sectionRowIndex);
  };

  const total = page0?.total ?? 0;
  const first = page * CASES_A_PAGE;
  return (
    <div className="stack">
      <Card
        title="Cases by state"
        className="state-counts"
        aside={query.state === undefined ? undefined : STATE_HELP[query.state]}
      >
        <StateCounts
          live={view.cases}
          dryRun={view.dryRunCases}
          onOpen={(found) => void state.filterState(found)}
        />
      </Card>
      <Card>
        <div className="case-tools">
          <TextField
            label="Find a case"
            kind="search"
            ref={searchBox}
            value={query.search}
            onChange={(text) => void state.search(text)}
          />
          <SelectField
            label="State"
            value={query.state ?? ''}
            options={[
              { value: '', name: 'All states' },
              ...CASE_STATES.map((name) => ({ value: name, name })),
            ]}
            onChange={(value) => void state.filterState(value === '' ? undefined : (value as CaseState))}
          />
          <CheckField
            label="Select all"
            value={selecting || (total > 0 && selected.size >= total)}
            mixed={!selecting && selected.size > 0 && selected.size < total}
            onChange={(on) => void selectAll(on)}
          />
          {query.cases === undefined ? null : (
            <Button kind="quiet" onClick={() => void state.showCases(undefined)}>
              Show all cases
            </Button>
          )}
          <Button className="case-tools-end" onClick={() => void state.exportTable()}>
            Export table
          </Button>
        </div>
        <FailureAlert failure={cases.failure} />
        {state.acting && !state.progress ? (
          <Progress
            label="Recording cases"
            done={state.acting.done}
            total={state.acting.total}
            sentence={`Recording cases: ${formatCount(state.acting.done)} of ${formatCount(state.acting.total ?? state.acting.done)}.`}
            onCancel={state.cancelAct}
          />
        ) : null}
        <RefusedList outcome={state.open === undefined ? state.outcome : undefined} />
        <div ref={table} onFocus={followFocus}>
          <CasesTable
            rows={rows}
            total={total}
            first={first}
            active={active}
            selected={selected}
            loading={cases.loading && page0 === undefined}
            onToggle={state.toggle}
            onOpen={(row) => void state.openCase(row.number)}
          />
        </div>
        <div className="case-pager">
          <KeyboardHints hints={HINTS} />
          <span className="soft">
            {total === 0
              ? ''
              : `${formatCount(first + 1)}–${formatCount(first + rows.length)} of ${formatCount(total)}`}
          </span>
          {total > CASES_A_PAGE ? (
            <span className="button-row">
              <Button disabled={page === 0} onClick={() => void state.goToPage(page - 1)}>
                Previous page
              </Button>
              <Button disabled={first + CASES_A_PAGE >= total} onClick={() => void state.goToPage(page + 1)}>
                Next page
              </Button>
            </span>
          ) : null}
        </div>
      </Card>
      <ReclaimedCard />
      <Card title="How cases close">
        <dl className="fact-list">
          {(['Closed Complete', 'Closed Skipped', 'Closed Canceled'] as const).map((name) => (
            <div key={name} className="fact-row">
              <dt>{name}</dt>
              <dd>{STATE_HELP[name]}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
