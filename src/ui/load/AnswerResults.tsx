import type { ReactNode } from 'react';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { AnswerFileOutcome } from '../../worker/tableView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { counted, wordLoadedAt } from './loadWords.ts';

function wordOutcome(outcome: AnswerFileOutcome): string {
  switch (outcome.outcome) {
    case 'imported':
      return `Kept: ${counted(outcome.receipt.rows.accepted, 'answer', 'answers')} by ${visibleText(outcome.receipt.answer?.typedName ?? 'nobody named')}. The integrity value was not checked.`;
    case 'alreadyLoaded':
      return `You have already loaded this exact file (${wordLoadedAt(outcome.receipt.importedAt)}). Nothing was added.`;
    case 'refused':
      return `Refused. ${visibleText(outcome.reason)}`;
  }
}

/** Answer files that wait, and what became of each of those that were imported. */
export function AnswerResults({
  waiting,
  results,
  onPutAside,
}: {
  readonly waiting: readonly File[];
  readonly results: readonly AnswerFileOutcome[];
  readonly onPutAside: () => void;
}): ReactNode {
  if (waiting.length > 0) {
    return (
      <Card
        title="Answer files"
        aside={
          <Button kind="quiet" onClick={onPutAside}>
            Put these files aside
          </Button>
        }
      >
        <ul>
          {waiting.map((file, index) => (
            <li key={index}>
              <bdi className="quoted">{visibleText(file.name)}</bdi>
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  if (results.length === 0) return null;
  return (
    <Card as="region" title="Receipt">
      <DataTable
        caption="Answer files"
        columns={[
          {
            header: 'File',
            rowHeader: true,
            cell: ({ fileName }) => <bdi className="quoted">{visibleText(fileName)}</bdi>,
          },
          { header: 'Result', cell: wordOutcome },
        ]}
        rows={results}
        rowKey={({ fileName }) => fileName}
      />
    </Card>
  );
}
