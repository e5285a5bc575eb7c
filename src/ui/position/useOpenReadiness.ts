import { chooseLines } from '../../core/contract/chooseLines.ts';
import { NO_FILTER } from '../../state/reviewQuery.ts';
import type { PositionView } from '../../worker/positionView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { typesBehind } from './seatsBehind.ts';
import { useOpenSeats } from './useOpenSeats.ts';

/** What an item of the readiness list leads to: the seats or cases it counts, or the place where it is answered. */
export function useOpenReadiness(): (
  item: PositionView['readiness'][number]['item'],
) => (() => void) | undefined {
  const { stores, navigate } = useApp();
  const openSeats = useOpenSeats();
  const inList = useWorkspace((state) => state.view?.licenceTypes) ?? [];
  const contractLines = useWorkspace((state) => state.view?.contractLines) ?? [];
  const asOf = useWorkspace((state) => state.view?.current?.asOf);
  return (item) => {
    switch (item) {
      case 'borderlineWorked':
        return () => {
          const review = stores().review.getState();
          review.showTab('borderline');
          review.narrow(NO_FILTER);
          navigate('review');
        };
      case 'deactivated':
        if (asOf === undefined) return undefined;
        return () => {
          const unstated = chooseLines(contractLines, asOf).entitlements.filter(
            ({ terms }) => terms.paidSeat && terms.deactivatedCounts === 'notStated',
          );
          const types = typesBehind(
            unstated.map(({ licenceType }) => licenceType),
            inList,
          );
          openSeats({ ...types, categories: ['notASeat'] });
        };
      case 'contractLine':
      case 'noticeDate':
        return () => navigate('contract');
      case 'definitionFrozen':
        return () => navigate('define');
      case 'dryRunOnly':
        return () => navigate('reclaim');
      default:
        return undefined;
    }
  };
}
