import { systemCardOf } from '../ingest/systems.ts';

/** Digits of a fingerprint or stored id that tell one from another on sight. */
const SHOWN_DIGITS = 8;

const shortId = (id: string): string =>
  /^[0-9a-f-]+$/i.test(id) && id.length > SHOWN_DIGITS ? `${id.slice(0, SHOWN_DIGITS)}…` : id;

/**
 * What an entry is about, in words and without names: `case:458` reads "Case 458", `policy:1` "Definition 1". Long
 * ids of digits are cut to their first eight. A subject of an unknown form is printed as it is stored.
 */
export function describeSubject(subject: string): string {
  const colon = subject.indexOf(':');
  const kind = colon < 0 ? subject : subject.slice(0, colon);
  const id = colon < 0 ? '' : subject.slice(colon + 1);
  switch (kind) {
    case 'workspace':
      return 'This client';
    case 'case':
      return `Case ${id}`;
    case 'policy':
      return `Definition ${id}`;
    case 'act':
      return `Entry ${id}`;
    case 'brief':
      return `Brief ${id}`;
    case 'account':
      return `Account ${id}`;
    case 'seat': {
      const slash = id.indexOf('/');
      return slash < 0 ? `Seat ${id}` : `Seat ${id.slice(0, slash)}, ${id.slice(slash + 1)}`;
    }
    case 'system':
      return systemCardOf(id).name;
    case 'snapshot':
      return `Snapshot ${shortId(id)}`;
    case 'file':
      return `File ${shortId(id)}`;
    case 'contractLine':
      return `Contract line ${shortId(id.replace(/^line-/, ''))}`;
    default:
      return subject;
  }
}
