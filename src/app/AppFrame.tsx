import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { Shell } from '../ui/shell/Shell.tsx';
import { NoClient } from '../ui/shell/NoClient.tsx';
import { useWorkspace } from '../ui/shared/appContext.ts';
import { stepFromHash, type StepId } from '../ui/shared/steps.ts';
import { SCREENS } from './screens.ts';

function useStep(): StepId {
  const [step, setStep] = useState(() => stepFromHash(window.location.hash));
  useEffect(() => {
    const follow = (): void => setStep(stepFromHash(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return step;
}

/** The shell with the screen of the address. A screen is made anew for another client. */
export function AppFrame(): ReactNode {
  const step = useStep();
  const view = useWorkspace((state) => state.view);
  const Screen = SCREENS[step];
  const needsClient = step !== 'start' && view === undefined;
  return (
    <Shell current={step} view={view}>
      {needsClient ? (
        <NoClient step={step} />
      ) : (
        <Suspense fallback={<p className="screen-loading">Opening …</p>}>
          <Screen key={step === 'start' ? step : view?.client.id} />
        </Suspense>
      )}
    </Shell>
  );
}
