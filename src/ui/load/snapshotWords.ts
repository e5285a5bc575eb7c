import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { Receipt } from '../../worker/loadView.ts';
import type { ComparedSet, DeletionLoss } from '../../worker/snapshotView.ts';
import { counted } from './loadWords.ts';

export const systemName = (receipt: Receipt): string => systemCardOf(receipt.source.system).name;

/** Day of a list, with its file where another list has the same day. */
export function nameSnapshot(receipt: Receipt, all: readonly Receipt[]): string {
  const isAlone = all.filter(({ asOf }) => asOf === receipt.asOf).length === 1;
  const kind = receipt.completeness === 'filtered' ? ', filtered list' : '';
  return `${formatDay(receipt.asOf)}${isAlone ? '' : ` (${visibleText(receipt.source.name)})`}${kind}`;
}

/** Two lists can be compared when they are of one system. */
export const comparableWith = (receipt: Receipt, all: readonly Receipt[]): readonly Receipt[] =>
  all.filter(
    ({ snapshot, source }) => snapshot !== receipt.snapshot && source.system === receipt.source.system,
  );

const PARTS: Readonly<Record<ComparedSet['part'], string>> = {
  before: 'earlier',
  after: 'later',
  added: 'new',
  gone: 'gone',
};

/** "gone Fulfiller seats": what a number of the comparison counts. */
export const wordComparedSet = ({ of, part, licenceType }: ComparedSet): string =>
  of === 'accounts'
    ? `${PARTS[part]} accounts`
    : `${PARTS[part]} ${licenceType === undefined ? '' : `${visibleText(licenceType)} `}seats`;

/** What is lost with a snapshot beside its rows, one sentence each. */
export function wordDeletionLoss(loss: DeletionLoss): readonly string[] {
  const { evidence, measured, cases, waivers, tenureSeats, lists } = loss;
  const sentences: string[] = [];
  if (loss.isInUse) {
    sentences.push(
      loss.nextInUse === undefined
        ? 'Every figure on screen describes this list. No other list is left: there will be no figures.'
        : `Every figure on screen describes this list. From then on the figures describe the list of ${formatDay(loss.nextInUse)}.`,
    );
  }
  if (evidence.length > 0) {
    const columns = evidence.map((header) => visibleText(header)).join(', ');
    sentences.push(`The dates of use in ${columns} go with it, and with them the rows behind its figures.`);
  }
  for (const { version, flagged } of measured) {
    sentences.push(
      `Version ${version} measured ${counted(flagged, 'flagged seat', 'flagged seats')} on it. The count stays in the ledger; its rows can no longer be opened.`,
    );
  }
  if (cases.all > 0) {
    sentences.push(
      `${counted(cases.all, 'case was', 'cases were')} created on it, ${formatCount(cases.open)} still open. Cases and decisions stay; the list behind them does not.`,
    );
  }
  if (waivers > 0) {
    sentences.push(
      `${counted(waivers, 'waiver', 'waivers')} of the borderline queue held for this list and ${waivers === 1 ? 'ends' : 'end'} with it.`,
    );
  }
  if (tenureSeats > 0) {
    sentences.push(
      `For ${counted(tenureSeats, 'seat', 'seats')} of the list in use this list is evidence of how long they have been held. Their tenure, and with it their category, may change.`,
    );
  }
  if (lists.with > lists.without) {
    sentences.push(
      lists.without === 0
        ? 'It is the only complete list of its system: assignments can no longer be told from lists.'
        : `Assignments of seats will be told from ${counted(lists.without, 'complete list', 'complete lists')} instead of ${formatCount(lists.with)}.`,
    );
  }
  return sentences;
}
