import type { Figure } from '../../brief/content/briefContent.ts';
import type { PositionView } from '../../worker/positionView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { figureRows } from './figureRows.ts';
import { seatsBehind, typesBehind } from './seatsBehind.ts';
import { useOpenSeats } from './useOpenSeats.ts';

/** What opens the rows that a printed figure counts; `undefined` where there are none to open. */
export type OpenFigure = (figure: Figure) => (() => void) | undefined;

/** Figures of the preview lead to their rows: seats on Review, contract lines on Contract, cases on Reclaim. */
export function useOpenFigure({ lines }: Pick<PositionView, 'lines'>): OpenFigure {
  const { stores, navigate } = useApp();
  const openSeats = useOpenSeats();
  const inList = useWorkspace((state) => state.view?.licenceTypes) ?? [];
  const contractLines = useWorkspace((state) => state.view?.contractLines) ?? [];
  const withLine = lines.map(({ licenceType }) => licenceType);
  return ({ id, text }) => {
    const rows = /[1-9]/.test(text) ? figureRows(id, { inList, withLine }) : undefined;
    if (rows === undefined) return undefined;
    return () => {
      if (rows.kind === 'seats') {
        openSeats(seatsBehind(rows.counted, typesBehind(rows.licenceTypes, inList)));
      } else if (rows.kind === 'cases') {
        const reclaim = stores().reclaim.getState();
        reclaim.showTab('cases');
        void reclaim.filterState(rows.state);
        navigate('reclaim');
      } else {
        const contract = stores().contract.getState();
        const line = contractLines.find(({ licenceType }) => rows.licenceTypes.includes(licenceType));
        // A line that is being typed stays open.
        if (line && !contract.changed) contract.openLine(line.id);
        navigate('contract');
      }
    };
  };
}
