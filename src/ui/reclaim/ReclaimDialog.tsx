import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import type { DraftedNotice, ReclaimPlan } from '../../state/reclaimPlan.ts';
import type { NoticeText } from '../../worker/action.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { Progress } from '../shared/Progress.tsx';
import { TextField } from '../shared/TextField.tsx';
import { countCases } from './caseWords.ts';
import { NoticeSending, NoticeTextFields } from './NoticeFields.tsx';

/** Reclaim on Ready cases: a notice for each, or a waiver that names who waived it and why. */
export function ReclaimDialog(): ReactNode {
  const { stores } = useApp();
  const store = stores().reclaim;
  const plan = useStore(store, (state) => state.plan);
  const progress = useStore(store, (state) => state.progress);
  const close = (): void => {
    if (!store.getState().progress) store.getState().dropPlan();
  };
  if (plan.value) return <NoticeForm plan={plan.value} onClose={close} />;
  return (
    <Dialog title="Reclaim" onClose={close}>
      <FailureAlert failure={plan.failure} />
      {plan.failure ? null : (
        <Progress
          label="Drafting notices"
          done={progress?.done ?? 0}
          total={progress?.total}
          sentence={`Drafting notices: ${formatCount(progress?.done ?? 0)} of ${formatCount(progress?.total ?? 0)}.`}
        />
      )}
    </Dialog>
  );
}

function NoticeForm({
  plan,
  onClose,
}: {
  readonly plan: ReclaimPlan;
  readonly onClose: () => void;
}): ReactNode {
  const { stores, today } = useApp();
  const store = stores().reclaim;
  const progress = useStore(store, (state) => state.progress);
  const [notices, setNotices] = useState<readonly DraftedNotice[]>(plan.notices);
  const [shown, setShown] = useState(0);
  const [channel, setChannel] = useState<NoticeText['channel']>('e-mail');
  const [sentOn, setSentOn] = useState(() => formatDay(today()));
  const [waiveAll, setWaiveAll] = useState(false);
  const [waiver, setWaiver] = useState('');

  const waived = new Set(notices.filter(({ notify }) => waiveAll || !notify).map(({ number }) => number));
  const toSend = notices.filter(({ number }) => !waived.has(number));
  const notice = toSend[Math.min(shown, toSend.length - 1)];
  const on = readTypedDay(sentOn);
  const incomplete = toSend.some(({ recipient, text }) => recipient.trim() === '' || text.trim() === '');
  const held =
    progress !== undefined ||
    (toSend.length > 0 && (on === undefined || incomplete)) ||
    (waived.size > 0 && waiver.trim() === '');
  const change = (number: number, typed: Pick<DraftedNotice, 'recipient' | 'text'>): void =>
    setNotices(notices.map((one) => (one.number === number ? { ...one, ...typed } : one)));
  const record = (): void => {
    void store.getState().reclaim({ notices, channel, on: on ?? today(), waived, waiver: waiver.trim() });
  };
  const at = notice === undefined ? 0 : toSend.indexOf(notice);
  return (
    <Dialog
      title="Reclaim"
      wide={toSend.length > 0}
      onClose={onClose}
      withClose={false}
      actions={
        <>
          <Button disabled={progress !== undefined} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" disabled={held} onClick={record}>
            {toSend.length > 0 ? 'Save notice' : waived.size > 0 ? 'Save waiver' : 'Go on'}
          </Button>
        </>
      }
    >
      <p className="soft">{introduction(toSend, waived.size, plan.noticed.length)}</p>
      {notice === undefined ? null : (
        <>
          <NoticeSending channel={channel} sentOn={sentOn} onChannel={setChannel} onSentOn={setSentOn} />
          {toSend.length > 1 ? (
            <div className="button-row">
              <Button disabled={at === 0} onClick={() => setShown(at - 1)}>
                Previous notice
              </Button>
              <Button disabled={at === toSend.length - 1} onClick={() => setShown(at + 1)}>
                Next notice
              </Button>
              <span className="soft">
                {formatCount(at + 1)} of {formatCount(toSend.length)}: case {notice.number},{' '}
                <span className="quoted">
                  <FileText>{notice.name}</FileText>
                </span>
              </span>
            </div>
          ) : null}
          <NoticeTextFields
            recipient={notice.recipient}
            text={notice.text}
            onChange={(typed) => change(notice.number, typed)}
          />
          {incomplete ? <p className="field-error">A notice needs its recipient and its text.</p> : null}
        </>
      )}
      {plan.notices.some(({ notify }) => notify) ? (
        <CheckField
          label="Waive the notice"
          value={waiveAll}
          onChange={setWaiveAll}
          hint="Nobody is asked. Your name and your reason are recorded instead, and printed in the brief."
        />
      ) : null}
      {waived.size > 0 ? (
        <TextField
          label="Reason for the waiver"
          value={waiver}
          onChange={setWaiver}
          hint={`For ${countCases(waived.size)}. Without a notice or a waiver no freeze can be recorded.`}
        />
      ) : null}
      {progress ? (
        <Progress
          label="Recording notices"
          done={progress.done}
          total={progress.total}
          sentence={`Recording notices: ${formatCount(progress.done)} of ${formatCount(progress.total)}.`}
        />
      ) : null}
    </Dialog>
  );
}

/** What saving will record; a dry run says that nothing of it is sent. */
function introduction(toSend: readonly DraftedNotice[], waived: number, noticed: number): string {
  const simulated = toSend.filter(({ dryRun }) => dryRun).length;
  const live = toSend.length - simulated;
  return [
    live > 0
      ? `Send ${live === 1 ? 'this notice' : `these ${formatCount(live)} notices`} yourself, then record ${live === 1 ? 'it' : 'them'} here as sent. Fallow sends nothing.`
      : '',
    simulated > 0
      ? `DRY RUN: ${simulated === 1 ? 'the notice' : `${formatCount(simulated)} notices`} of the dry run ${simulated === 1 ? 'is' : 'are'} simulated. Send nothing.`
      : '',
    waived > 0 ? `${countCases(waived)} without a notice.` : '',
    noticed > 0 ? `${countCases(noticed)} with a notice on record already.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
