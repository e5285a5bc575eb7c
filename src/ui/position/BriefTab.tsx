import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay, formatIsoDay } from '../../core/base/formatDay.ts';
import { readIsoDay } from '../../core/base/epochDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { PositionView } from '../../worker/positionView.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DayField } from '../shared/DayField.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { NextCommitmentSentence } from '../shared/NextCommitmentSentence.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { useHotkeys } from '../shared/useHotkeys.ts';
import { BriefPage } from './BriefPage.tsx';
import { leavingWords, namesIn } from './leavingWords.ts';
import { MismatchAlert } from './MismatchAlert.tsx';
import { isBlocked, mismatchOf, ReadinessList } from './ReadinessCard.tsx';
import { useOpenFigure } from './useOpenFigure.ts';

interface BriefTabProps {
  readonly view: WorkspaceView;
  readonly position: PositionView;
}

/** The renewal brief: what blocks it, what leaves with it, how it will read, and the file itself. */
export function BriefTab({ view, position }: BriefTabProps): ReactNode {
  const { stores } = useApp();
  const store = stores().position;
  const state = useStore(store);
  const { content, page } = state;
  const stored = state.briefDate === undefined ? position.asOf : readIsoDay(state.briefDate);
  const brief = content.value;
  const section = brief?.sections[page];
  const pages = brief?.sections.length ?? 0;
  const mismatch = mismatchOf(position.readiness);
  const blocked = isBlocked(position.readiness);
  useHotkeys({ arrowleft: () => state.turnPage(-1), arrowright: () => state.turnPage(1) });

  const openFigure = useOpenFigure(position);
  const names = brief ? namesIn(brief, view) : [];
  return (
    <div className="brief-columns">
      <div className="stack">
        <Card title="Readiness" tone={blocked ? 'attention' : 'plain'}>
          <ReadinessList readiness={position.readiness} />
        </Card>
        <Card title="The file">
          <div className="stack-tight">
            <p>
              <strong>Internal edition.</strong>{' '}
              <span className="soft">Every page is marked “internal, not for the vendor”.</span>
            </p>
            <div className="field-row">
              <SelectField
                label="Paper size"
                value={state.paper}
                options={[
                  { value: 'A4', name: 'A4' },
                  { value: 'Letter', name: 'Letter' },
                ]}
                onChange={(paper) => void state.choosePaper(paper)}
              />
              <DayField
                label="Brief date"
                value={stored}
                onChange={(day) => {
                  if (day !== undefined) void state.typeBriefDate(formatIsoDay(day));
                }}
              />
            </div>
            <p className="field-hint">
              Data as of {formatDay(position.asOf)}. No figure depends on the brief date.
            </p>
          </div>
        </Card>
        <Card title="What leaves if you send this" as="region">
          <ul className="leaving">
            {(brief ? leavingWords(brief, names) : ['Reading the brief…']).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
        <NextCommitmentSentence from={position.nextCommitmentFrom} />
      </div>
      <section className="card brief-preview" aria-label="Preview">
        <div className="card-head">
          <h2>Preview</h2>
          <div className="button-row">
            <span className="card-aside">
              {pages === 0 ? '' : `Preview page ${formatCount(page + 1)} of ${formatCount(pages)}`}
            </span>
            <Button disabled={page === 0} onClick={() => state.turnPage(-1)}>
              Previous page
            </Button>
            <Button disabled={page + 1 >= pages} onClick={() => state.turnPage(1)}>
              Next page
            </Button>
          </div>
        </div>
        <FailureAlert failure={content.failure} />
        {mismatch === undefined ? null : <MismatchAlert sentence={mismatch} />}
        {brief && section && mismatch === undefined ? (
          <BriefPage key={page} content={brief} section={section} open={openFigure} />
        ) : null}
        {!brief && content.loading ? <StatusLine>Putting the brief together…</StatusLine> : null}
      </section>
    </div>
  );
}
