import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { FileSurvey } from '../../core/ingest/fileSurvey.ts';
import type { Delimiter } from '../../core/ingest/importPlan.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';

export interface FileCardProps {
  readonly survey: Pick<
    FileSurvey,
    'fileName' | 'bytes' | 'preview' | 'wholeFile' | 'estimatedRows' | 'recognised'
  > & {
    readonly columns: readonly unknown[];
    readonly plan: Pick<FileSurvey['plan'], 'dialect'>;
  };
  /** What was found in the file, in words. */
  readonly notes: readonly { readonly sentence: string; readonly attention: boolean }[];
  readonly disabled: boolean;
  readonly onPutAside: () => void;
}

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Western European (windows-1252)',
} as const;
const DELIMITERS: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
  '^': 'carets (^)',
  '~': 'tildes (~)',
};

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${formatCount(bytes)} bytes`;
  const tenths = Math.round((bytes / (bytes < 1024 * 1024 ? 1024 : 1024 * 1024)) * 10);
  return `${formatCount(Math.floor(tenths / 10))}.${tenths % 10} ${bytes < 1024 * 1024 ? 'KB' : 'MB'}`;
}

/** What was found in the chosen file, with its first lines as decoded. */
export function FileCard({ survey, notes, disabled, onPutAside }: FileCardProps): ReactNode {
  const { dialect } = survey.plan;
  const rows = `${survey.wholeFile ? '' : 'about '}${formatCount(survey.estimatedRows)} rows`;
  return (
    <Card
      title={<bdi className="quoted">{visibleText(survey.fileName)}</bdi>}
      aside={
        <Button kind="quiet" disabled={disabled} onClick={onPutAside}>
          Put this file aside
        </Button>
      }
    >
      <div className="stack-tight">
        <p>
          {sizeWords(survey.bytes)}, {rows}, {formatCount(survey.columns.length)} columns.{' '}
          {dialect.workbook
            ? `Read from ${dialect.workbook.sheets.length === 1 ? 'sheet' : 'sheets'} ${dialect.workbook.sheets.map(visibleText).join(', ')} of the workbook.`
            : `Read as ${ENCODINGS[dialect.encoding]}, cells separated by ${DELIMITERS[dialect.delimiter]}.`}
          {survey.recognised
            ? ` Recognised by its columns as ${systemCardOf(survey.recognised.system).name}, ${survey.recognised.exportName}.`
            : null}
        </p>
        {notes.map(({ sentence, attention }, index) => (
          <InlineNote key={index} tone={attention ? 'attention' : 'plain'}>
            {sentence}
          </InlineNote>
        ))}
        <details className="load-paste">
          <summary>First lines as read</summary>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls by keyboard */}
          <pre className="load-preview" tabIndex={0}>
            {survey.preview.map((line) => visibleText(line)).join('\n')}
          </pre>
        </details>
      </div>
    </Card>
  );
}
