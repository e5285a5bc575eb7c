import { isDay, dayOf } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { compileDateReader } from './dateReader.ts';
import type { DateReading } from './dateReading.ts';
import { readHeaderKey } from './headerKey.ts';
import type { DateContext } from './momentToDay.ts';

/** A proposed data-as-of date and where it comes from. */
export interface ProposedAsOf {
  readonly asOf: EpochDay;
  readonly from: 'file' | 'fileTime' | 'typed';
}

/** What is known about when a file was made. */
export interface AsOfSources {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Texts of the lines above the header. */
  readonly linesAbove: readonly string[];
  /** Day of the file's own time in the workspace zone; `undefined` for pasted rows. */
  readonly fileDay: EpochDay | undefined;
  readonly workingDay: EpochDay;
  readonly workspaceZone: string;
}

const REPORT_COLUMN =
  /^(report(refresh)?(date|time)|dataasof|asof|asofdate|snapshotdate|exportdate|exportedon|generatedon|berichts?aktualisierungsdatum|aktualisierungsdatumdesberichts|fechadeactualizaciondelinforme|datedactualisationdurapport|datadiaggiornamentodelreport|datadeatualizacaodorelatorio|rapportvernieuwingsdatum)$/;
const GENERATION_LINE =
  /(?:^\W*(?:date|datum|fecha|data)\s*:|(?<![\p{L}\p{N}])(?:generated|created|exported|printed|produced|downloaded|executed|prepared|report (?:date|time|refresh date|run)|run (?:date|on|at)|as of|as at|data as of|effective (?:date|as of|on)|snapshot|erstellt|gedruckt|exportiert|stand|généré|générée|édité|éditée|imprimé|extrait|extraite|exporté|créé|à la date du|au|gegenereerd|afgedrukt|aangemaakt|generado|impreso|exportado|a fecha de|generato|stampato|esportato|aggiornato al|gerado|emitido|wygenerowano|stan na|skapad|udskrevet)(?![\p{L}\p{N}]))[^0-9]*?((?:[A-Za-z]{3,9}\.?,? )?\d.*)$/iu;

/** Letters of a line that are searched for a date. */
const LONGEST_LINE = 300;
/** Words of a line that can belong to its date. */
const MOST_WORDS = 10;

const plainReading = (zone: string): DateReading => ({
  order: 'undecided',
  numbers: 'none',
  zone,
  blankMeans: 'notKnown',
  neverWords: [],
});

/** The one day that a text names beyond doubt; texts that fit two orders of day and month name none. */
function readCertainDay(text: string, sources: AsOfSources): EpochDay | undefined {
  const context: DateContext = {
    asOf: sources.workingDay,
    workspaceZone: sources.workspaceZone,
    futureAllowed: false,
  };
  const reader = compileDateReader(plainReading(sources.workspaceZone), context);
  const words = text.trim().split(/\s+/, MOST_WORDS);
  for (let count = words.length; count > 0; count--) {
    const piece = words
      .slice(0, count)
      .join(' ')
      .replace(/[,;.|)\]]+$/, '');
    const value = reader.read(piece);
    if (isDay(value) && !reader.wasProvisional()) return dayOf(value);
  }
  return undefined;
}

function readReportColumn(sources: AsOfSources): EpochDay | undefined {
  const position = sources.header.findIndex((name) => REPORT_COLUMN.test(readHeaderKey(name).key));
  if (position === -1) return undefined;
  let latest: EpochDay | undefined;
  for (const cells of sources.rows) {
    const day = readCertainDay(cells[position] ?? '', sources);
    if (day !== undefined && (latest === undefined || day > latest)) latest = day;
  }
  return latest;
}

function readGenerationLine(sources: AsOfSources): EpochDay | undefined {
  for (const line of sources.linesAbove) {
    const dated = GENERATION_LINE.exec(line.slice(0, LONGEST_LINE).replace(/["\t;|]+/g, ' '));
    const text = dated?.[1]!.trim();
    const day =
      text === undefined
        ? undefined
        : (readCertainDay(text, sources) ?? readCertainDay(text.slice(text.search(/\d/)), sources));
    if (day !== undefined) return day;
  }
  return undefined;
}

/**
 * Proposes the data-as-of date: a report date in the file, then a generation line above its header, then the file's
 * own time; only when there is none of them the working day, which is then marked as typed so that it is looked at.
 * Source of the rule: LOAD-24, as-of date.
 */
export function proposeAsOf(sources: AsOfSources): ProposedAsOf {
  const inFile = readReportColumn(sources) ?? readGenerationLine(sources);
  if (inFile !== undefined) return { asOf: inFile, from: 'file' };
  return sources.fileDay === undefined
    ? { asOf: sources.workingDay, from: 'typed' }
    : { asOf: sources.fileDay, from: 'fileTime' };
}
