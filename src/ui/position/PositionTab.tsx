import { lazy, Suspense, useId, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { figureTable } from '../../brief/content/figureTable.ts';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount, formatShare } from '../../core/base/formatNumber.ts';
import { writeCsv } from '../../core/inventory/csvText.ts';
import { commitmentArithmetic, type WaterfallTerms } from '../../core/renewal/commitmentArithmetic.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
import type { PositionView, ProvenCommitment } from '../../worker/positionView.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { EntitledTable } from './EntitledTable.tsx';
import { MoneyCard } from './MoneyCard.tsx';
import { MismatchAlert } from './MismatchAlert.tsx';
import { NoticeCard } from './NoticeCard.tsx';
import { chosenLines, withoutFigures, type ChosenLines } from './chosenLines.ts';
import { PlanFields } from './PlanFields.tsx';
import { RatesCard } from './RatesCard.tsx';
import { mismatchOf, ReadinessCard } from './ReadinessCard.tsx';
import { RecoveredCard } from './RecoveredCard.tsx';
import { useOpenCounted, type OpenCounted } from './useOpenCounted.ts';
import {
  drawnSteps,
  waterfallLabel,
  waterfallNotes,
  waterfallSeats,
  waterfallSentence,
  type WaterfallStep,
} from './waterfallWords.ts';

const WaterfallCanvas = lazy(async () => ({
  default: (await import('./WaterfallCanvas.tsx')).WaterfallCanvas,
}));

interface PositionTabProps {
  readonly view: WorkspaceView;
  readonly position: PositionView;
}

/** The ask: from today's commitment to the next one, with the rates, the money and the dates that carry it. */
export function PositionTab({ view, position }: PositionTabProps): ReactNode {
  const { stores, download } = useApp();
  const store = stores().position;
  const licenceType = useStore(store, (state) => state.licenceType);
  const mismatch = mismatchOf(position.readiness);
  const chosen = useMemo(() => {
    const all = chosenLines(position, view, licenceType);
    return mismatch === undefined ? all : withoutFigures(all);
  }, [position, view, licenceType, mismatch]);
  const open = useOpenCounted(chosen);
  const showBrief = (): void => store.getState().showTab('brief');
  const exportFigures = async (): Promise<void> => {
    const content = await store.getState().prepareBrief();
    if (content) download(`figures-${content.asOfIso}.csv`, writeCsv(figureTable(content)), 'text/csv');
  };
  return (
    <div className="position-columns">
      <div className="stack">
        <Card>
          <div className="position-head">
            {mismatch === undefined ? null : <NotKnownRecommendation sentence={mismatch} />}
            {chosen.commitment ? (
              <Recommendation
                from={chosen.from}
                commitment={chosen.commitment}
                proven={chosen.proven}
                terms={chosen.terms}
                open={open}
              />
            ) : null}
            <SelectField
              label="Licence type"
              value={licenceType ?? ''}
              options={[
                { value: '', name: 'All licence types' },
                ...position.lines.map((line) => ({ value: line.licenceType, name: line.licenceType })),
              ]}
              onChange={(value) => store.getState().chooseLicenceType(value === '' ? undefined : value)}
            />
          </div>
          {chosen.commitment ? <Waterfall chosen={chosen} open={open} /> : null}
          <PlanFields view={view} licenceType={chosen.onlyLicenceType} />
        </Card>
        <MoneyCard
          chosen={chosen}
          onExport={mismatch === undefined ? () => void exportFigures() : undefined}
        />
        <EntitledTable position={position} chosen={chosen} open={open} />
      </div>
      <div className="stack">
        {chosen.position ? <RatesCard position={chosen.position} open={open} /> : null}
        <RecoveredCard position={position} />
        <NoticeCard position={position} />
        <ReadinessCard readiness={position.readiness} onOpen={showBrief} />
      </div>
    </div>
  );
}

interface RecommendationProps {
  /** First day of the next commitment of what is shown. */
  readonly from: EpochDay | undefined;
  readonly commitment: LineCommitment;
  readonly proven: ProvenCommitment | undefined;
  readonly terms: WaterfallTerms;
  readonly open: OpenCounted;
}

/** In place of the number where licence types of the contract and of the list do not meet. */
function NotKnownRecommendation({ sentence }: { readonly sentence: string }): ReactNode {
  return (
    <div className="stack-tight">
      <StatusLine label="Recommended commitment" className="recommended">
        <span className="recommended-label" aria-hidden="true">
          Recommended commitment
        </span>{' '}
        <span className="number-middle">not known</span>
      </StatusLine>
      <MismatchAlert sentence={sentence} />
    </div>
  );
}

function Proven({
  candidates,
  proven: { freed, recommended, commitment },
  terms,
  open,
}: {
  readonly candidates: number;
  readonly proven: ProvenCommitment;
  readonly terms: WaterfallTerms;
  readonly open: OpenCounted;
}): ReactNode {
  return (
    <span className="proven">
      {formatCount(freed)} of the{' '}
      <NumberLink
        count={candidates}
        label="candidates for the next commitment"
        onOpen={() => open('candidates')}
      />{' '}
      {candidates === 1 ? 'candidate' : 'candidates'} {freed === 1 ? 'is' : 'are'} freed so far; without{' '}
      {freed === 0 ? 'them' : 'the others'} the commitment would be {formatCount(recommended)}:{' '}
      {commitmentArithmetic(commitment, terms)}
    </span>
  );
}

function Recommendation({ from, commitment, proven, terms, open }: RecommendationProps): ReactNode {
  const { current, recommended, doNotReduce } = commitment;
  return (
    <StatusLine label="Recommended commitment" className="recommended">
      <span className="recommended-label" aria-hidden="true">
        Recommended commitment
      </span>{' '}
      <span className="number-big">{formatCount(recommended)}</span>{' '}
      <span className="soft">
        seats{from === undefined ? '' : ` from ${formatDay(from)}`} · today{' '}
        <NumberLink count={current} label="seats committed today" onOpen={() => open('entitled')} /> ·{' '}
        <strong className={recommended < current ? 'change-down' : 'change-up'}>
          {recommended > current ? '+' : ''}
          {formatShare(recommended - current, current)}
        </strong>
      </span>
      {proven && commitment.candidates > 0 ? (
        <Proven candidates={commitment.candidates} proven={proven} terms={terms} open={open} />
      ) : null}
      {doNotReduce ? (
        <span className="do-not-reduce">
          Need and buffer {recommended > current ? 'are above' : 'come to'} the current {formatCount(current)}{' '}
          seats. The honest answer is: do not reduce.
        </span>
      ) : null}
    </StatusLine>
  );
}

const waterfallColumns = (
  terms: WaterfallTerms,
  open: OpenCounted | undefined,
): readonly Column<WaterfallStep>[] => [
  { header: 'Step', rowHeader: true, cell: (step) => waterfallLabel(step, terms) },
  {
    header: 'Seats',
    align: 'end',
    cell: (step) => {
      if (open && step.step === 'candidates' && step.seats !== 0)
        return <NumberLink count={step.seats} label="candidates" onOpen={() => open('candidates')} />;
      if (open && step.step === 'current')
        return <NumberLink count={step.seats} label="current seats" onOpen={() => open('entitled')} />;
      return waterfallSeats(step);
    },
  },
];

function Waterfall({
  chosen,
  open,
}: {
  readonly chosen: ChosenLines;
  readonly open: OpenCounted;
}): ReactNode {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const { terms } = chosen;
  const steps = chosen.commitment?.waterfall ?? [];
  return (
    <div className="waterfall">
      <div className="waterfall-chart">
        <Suspense fallback={<p className="soft">Drawing the waterfall…</p>}>
          <WaterfallCanvas steps={drawnSteps(steps)} terms={terms} describedBy={id} />
        </Suspense>
      </div>
      <p id={id} className="visually-hidden">
        {waterfallSentence(steps, terms)}
      </p>
      {waterfallNotes(steps, terms).map((note) => (
        <p key={note} className="field-hint">
          {note}
        </p>
      ))}
      <div className={asTable ? undefined : 'visually-hidden'}>
        <DataTable
          caption="Waterfall data"
          columns={waterfallColumns(terms, asTable ? open : undefined)}
          rows={steps}
          rowKey={({ step }) => step}
        />
      </div>
      <Button kind="quiet" aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
        {asTable ? 'Hide the table' : 'Show as a table'}
      </Button>
    </div>
  );
}
