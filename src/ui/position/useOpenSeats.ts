import { NO_FILTER, type ReviewFilter } from '../../state/reviewQuery.ts';
import { useApp } from '../shared/appContext.ts';

/** Opens the seats behind a number, on the Review screen. A number is never narrowed by what was looked for before. */
export function useOpenSeats(): (filter: Partial<ReviewFilter>) => void {
  const { stores, navigate } = useApp();
  return (filter) => {
    const review = stores().review.getState();
    review.showTab('all');
    review.narrow({ ...NO_FILTER, ...filter });
    navigate('review');
  };
}
