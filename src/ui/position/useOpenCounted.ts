import { useApp, useWorkspace } from '../shared/appContext.ts';
import type { ChosenLines } from './chosenLines.ts';
import { seatsBehind, typesBehind, type CountedSeats } from './seatsBehind.ts';
import { useOpenSeats } from './useOpenSeats.ts';

/** Opens what a number of the position counts; with a licence type, what it counts of that one. */
export type OpenCounted = (counted: CountedSeats | 'entitled', licenceType?: string) => void;

/** Numbers of the chosen lines lead to their seats on Review, what is entitled to the lines on Contract. */
export function useOpenCounted({ lines }: Pick<ChosenLines, 'lines'>): OpenCounted {
  const { stores, navigate } = useApp();
  const contractLines = useWorkspace((state) => state.view?.contractLines) ?? [];
  const openSeats = useOpenSeats();
  const inList = useWorkspace((state) => state.view?.licenceTypes) ?? [];
  return (counted, licenceType) => {
    const shown = licenceType === undefined ? lines.map((line) => line.licenceType) : [licenceType];
    if (counted !== 'entitled') {
      openSeats(seatsBehind(counted, typesBehind(shown, inList)));
      return;
    }
    const contract = stores().contract.getState();
    const line = contractLines.find((found) => shown.includes(found.licenceType));
    // A line that is being typed stays open.
    if (line && !contract.changed) contract.openLine(line.id);
    navigate('contract');
  };
}
