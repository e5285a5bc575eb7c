import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { Button } from '../shared/Button.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';

export interface SeatlessTypeProps {
  readonly typed: string;
  readonly loaded: Receipt['licenceTypes'] | undefined;
  readonly onTake: (name: string) => void;
}

/** So many licence types are named and offered; the others are counted. */
const MOST_NAMED = 4;

/** Says that the list in use has no seat of the licence type typed, and offers those that it has. */
export function SeatlessType({ typed, loaded, onTake }: SeatlessTypeProps): ReactNode {
  const name = typed.trim();
  const isSeatless =
    name !== '' && loaded !== undefined && loaded.length > 0 && !loaded.some((type) => type.name === name);
  const named = isSeatless ? loaded.toSorted((a, b) => b.seats - a.seats).slice(0, MOST_NAMED) : [];
  const more = isSeatless ? loaded.length - named.length : 0;
  const has = named.map((type) => `${visibleText(type.name)} (${formatCount(type.seats)})`).join(', ');
  return (
    <div className="contract-seatless">
      <StatusLine className="contract-seatless-note">
        {isSeatless
          ? `No seat of your list has this licence type. Your list has: ${has}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`
          : null}
      </StatusLine>
      {named.length > 0 ? (
        <div className="button-row">
          {named.map((type) => (
            <Button key={type.name} onClick={() => onTake(type.name)}>
              Take {visibleText(type.name)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
