import { formatIsoDay } from '../../core/base/formatDay.ts';
import type { PositionView } from '../../worker/positionView.ts';
import type { ChosenLines } from './chosenLines.ts';
import { moneyRows } from './moneyRows.ts';
import { rateRows } from './rateWords.ts';
import { waterfallLabel } from './waterfallWords.ts';

/** Waterfall, rates and money of what is shown, as rows of one exported table. */
export function positionTable(position: PositionView, chosen: ChosenLines): readonly (readonly string[])[] {
  const asOf = formatIsoDay(position.asOf);
  const licenceTypes = chosen.onlyLicenceType ?? 'All licence types';
  const row = (table: string, figure: string, value: string, note = ''): readonly string[] => [
    asOf,
    licenceTypes,
    table,
    figure,
    value,
    note,
  ];
  return [
    ['Data as of', 'Licence type', 'Table', 'Figure', 'Value', 'Note'],
    ...(chosen.commitment?.waterfall ?? []).map((step) =>
      row('Waterfall', waterfallLabel(step, chosen.terms), String(step.seats), 'seats'),
    ),
    ...(chosen.position ? rateRows(chosen.position) : []).map(({ rate, share, seats }) =>
      row('Rates', rate, share, seats),
    ),
    ...chosen.money.flatMap((money) =>
      moneyRows(money, chosen.lines, chosen.severalPrices).flatMap(
        ({ label, today, doNothing, proposed, amount }) => [
          ...(today === '' ? [] : [row('Money', `${label}: today`, today, money.currency)]),
          ...(doNothing === '' ? [] : [row('Money', `${label}: do nothing`, doNothing, money.currency)]),
          ...(proposed === '' ? [] : [row('Money', `${label}: proposed`, proposed, money.currency)]),
          row('Money', proposed === '' ? label : `${label}: difference`, amount, money.currency),
        ],
      ),
    ),
  ];
}
