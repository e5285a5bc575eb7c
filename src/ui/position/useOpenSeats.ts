import { NO_FILTER, type ReviewFilter } from '../../state/reviewQuery.ts';
import { useApp } from '../shared/appContext.ts';

/** Opens the seats behind a number, on the Review screen. */
export function useOpenSeats(): (filter: Partial<ReviewFilter>) => void {
  const { stores, navigate } = useApp();
  return (filter) => {
    const review = stores().review.getState();
    review.showTab('all');
    review.narrow({ ...NO_FILTER, ...filter });
    navigate('review');
  };
}
