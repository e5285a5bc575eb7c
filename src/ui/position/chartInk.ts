import { useEffect, useState } from 'react';

/** Colours of the current scheme, read from the page's own variables. */
export interface ChartInk {
  readonly color: (variable: string) => string;
  readonly font: string;
}

function readInk(): ChartInk {
  const style = getComputedStyle(document.documentElement);
  return {
    color: (variable) => style.getPropertyValue(variable).trim(),
    font: getComputedStyle(document.body).fontFamily,
  };
}

/** The ink of charts; read anew when the device changes between light and dark. */
export function useChartInk(): ChartInk {
  const [ink, setInk] = useState(readInk);
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const renew = (): void => setInk(readInk());
    scheme.addEventListener('change', renew);
    return () => scheme.removeEventListener('change', renew);
  }, []);
  return ink;
}
