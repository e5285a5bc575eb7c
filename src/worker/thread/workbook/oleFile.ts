import {
  isOleFile,
  isSector,
  offsetOfNext,
  offsetOfSector,
  OLE_HEADER_BYTES,
  oleKindOf,
  readOleLayout,
  readOleNames,
  type OleKind,
} from '../../../core/ingest/workbook/oleDirectory.ts';
import { readU32 } from '../../../core/ingest/workbook/littleEndian.ts';
import { readSlice, type SlicedFile } from './slicedFile.ts';

/** Sectors of the directory that are looked at; a directory that goes round in a ring ends here. */
const MOST_SECTORS = 64;

/** What a compound file holds, or `undefined` when the file is none. */
export async function surveyOle(file: SlicedFile, signal: AbortSignal): Promise<OleKind | undefined> {
  const header = await readSlice(file, 0, OLE_HEADER_BYTES, signal);
  if (!isOleFile(header)) return undefined;
  const layout = readOleLayout(header);
  if (!layout) return 'damaged';
  const names: string[] = [];
  let sector = layout.firstSector;
  for (let read = 0; read < MOST_SECTORS && isSector(sector); read++) {
    const from = offsetOfSector(layout, sector);
    const bytes = await readSlice(file, from, from + layout.sectorBytes, signal);
    if (bytes.length < layout.sectorBytes) break;
    names.push(...readOleNames(bytes));
    const next = offsetOfNext(layout, sector);
    if (next === undefined) break;
    const entry = await readSlice(file, next, next + 4, signal);
    if (entry.length < 4) break;
    sector = readU32(entry, 0);
  }
  return oleKindOf(names);
}
