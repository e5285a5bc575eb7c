import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BriefContent, BriefOptions } from '../brief/content/briefContent.ts';
import { formatIsoDay } from '../core/base/formatDay.ts';
import type { CommitmentPlan } from '../core/renewal/commitmentPlan.ts';
import type { LedgerHead } from '../core/reclaim/ledgerEntry.ts';
import type { Failure } from '../worker/protocol.ts';
import type { PositionView } from '../worker/positionView.ts';
import type { AskWorker } from './askWorker.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

/** A drawn brief: its bytes and what is said about them. */
export interface DrawnBrief {
  readonly pdf: Uint8Array;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly pages: number;
}

export type DrawBriefPdf = (
  content: BriefContent,
  /** Called with the number of the page being drawn. */
  onProgress: (page: number) => void,
) => Promise<DrawnBrief>;

export interface PositionDependencies {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  readonly drawBriefPdf: DrawBriefPdf;
  readonly download: (fileName: string, content: Uint8Array, type: string) => void;
}

/** What left, and the state of the record when it left. */
export interface BriefResult {
  readonly briefId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly pages: number;
  readonly head: LedgerHead | undefined;
}

interface PositionFacts {
  readonly tab: 'position' | 'units' | 'brief';
  readonly position: Loaded<PositionView>;
  /** Licence type of the Position tab; `undefined` is all of them. */
  readonly licenceType: string | undefined;
  readonly paper: BriefOptions['paper'];
  /** ISO; `undefined` is the data-as-of date. */
  readonly briefDate: string | undefined;
  readonly content: Loaded<BriefContent>;
  /** Page of the preview, from 0. */
  readonly page: number;
  /** Page being drawn while a brief is built; 0 before the first. */
  readonly building: number | undefined;
  readonly result: BriefResult | undefined;
  /** Why the last plan was not saved. */
  readonly planFailure: Failure | undefined;
  /** Why the last brief was not exported. */
  readonly exportFailure: Failure | undefined;
}

export interface PositionState extends PositionFacts {
  showTab(tab: PositionFacts['tab']): void;
  chooseLicenceType(licenceType: string | undefined): void;
  /** Asks anew for everything on screen; called when the workspace has changed. */
  renew(): Promise<void>;
  savePlan(plan: CommitmentPlan): Promise<void>;
  choosePaper(paper: BriefOptions['paper']): Promise<void>;
  typeBriefDate(briefDate: string): Promise<void>;
  turnPage(by: 1 | -1): void;
  /** The brief's content as it stands, fetched if it is not on screen yet. */
  prepareBrief(): Promise<BriefContent | undefined>;
  /** Draws the brief, enters the export in the ledger, and then lets the file leave. */
  exportBrief(): Promise<void>;
}

export type PositionStore = StoreApi<PositionState>;

const NOTHING_SHOWN: PositionFacts = {
  tab: 'position',
  position: NOT_ASKED,
  licenceType: undefined,
  paper: 'A4',
  briefDate: undefined,
  content: NOT_ASKED,
  page: 0,
  building: undefined,
  result: undefined,
  planFailure: undefined,
  exportFailure: undefined,
};

/** `renewal-brief-internal-2026-06-30-3f9a.pdf`: no client name, no personal name. */
const briefFileName = ({ edition, asOfIso }: BriefContent, sha256: string): string =>
  `renewal-brief-${edition}-${asOfIso}-${sha256.slice(0, 4)}.pdf`;

/** Position, plan and brief of the Position & brief screen. */
export function createPositionStore({
  ask,
  workspace,
  drawBriefPdf,
  download,
}: PositionDependencies): PositionStore {
  return createStore<PositionState>()((set, get) => {
    function options(): BriefOptions | undefined {
      const asOf = workspace.getState().view?.current?.asOf;
      const { paper, briefDate } = get();
      if (asOf === undefined) return undefined;
      return { edition: 'internal', paper, briefDate: briefDate ?? formatIsoDay(asOf) };
    }

    async function loadPosition(): Promise<void> {
      set({ position: renewing(get().position) });
      const found = await ask('position', {}, { latest: true });
      if (!found.ok && found.failure.kind === 'cancelled') return;
      set({ position: found.ok ? arrived(found.value) : { ...NOT_ASKED, failure: found.failure } });
    }

    async function loadContent(): Promise<void> {
      const asked = options();
      if (!asked) return;
      set({ content: renewing(get().content) });
      const found = await ask('briefContent', { options: asked }, { latest: true });
      if (!found.ok) {
        if (found.failure.kind !== 'cancelled') set({ content: notArrived(NOT_ASKED, found.failure) });
        return;
      }
      const last = Math.max(0, found.value.sections.length - 1);
      const same = get().result?.briefId === found.value.briefId;
      set({
        content: arrived(found.value),
        page: Math.min(get().page, last),
        ...(same ? {} : { result: undefined }),
      });
    }

    return {
      ...NOTHING_SHOWN,

      showTab(tab) {
        set({ tab });
        if (tab === 'brief') void loadContent();
      },
      chooseLicenceType: (licenceType) => set({ licenceType }),
      async renew() {
        if (get().tab !== 'brief') set({ content: NOT_ASKED });
        await Promise.all([loadPosition(), get().tab === 'brief' ? loadContent() : undefined]);
      },
      async savePlan(plan) {
        const answer = await workspace.getState().act({ act: 'savePlan', plan });
        set({ planFailure: answer.ok ? undefined : answer.failure });
      },
      async choosePaper(paper) {
        set({ paper, result: undefined });
        await loadContent();
      },
      async typeBriefDate(briefDate) {
        set({ briefDate, result: undefined });
        await loadContent();
      },
      turnPage(by) {
        const pages = get().content.value?.sections.length ?? 0;
        set({ page: Math.min(Math.max(0, get().page + by), Math.max(0, pages - 1)) });
      },
      async prepareBrief() {
        if (!get().content.value) await loadContent();
        const { value, failure } = get().content;
        set({ exportFailure: value ? undefined : failure });
        return value;
      },
      async exportBrief() {
        const content = get().content.value;
        if (!content || get().building !== undefined) return;
        set({ building: 0, result: undefined, exportFailure: undefined });
        try {
          const { pdf, sha256, pages } = await drawBriefPdf(content, (building) => set({ building }));
          const stamp = await workspace.getState().stamp();
          if (!stamp) return;
          const fileName = briefFileName(content, sha256);
          const recorded = await ask('recordBriefExport', {
            fileName,
            sha256,
            briefId: content.briefId,
            pages,
            stamp,
          });
          if (!recorded.ok) return set({ exportFailure: recorded.failure });
          workspace.getState().setView(recorded.value);
          download(fileName, pdf, 'application/pdf');
          set({
            result: { briefId: content.briefId, fileName, sha256, pages, head: recorded.value.ledger.head },
          });
        } finally {
          set({ building: undefined });
        }
      },
    };
  });
}
