import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { AccountRow, PersonRow } from '../../worker/peopleView.ts';
import { FileText } from '../shared/FileText.tsx';

/** An account by name and id, its unit and place in the file below. */
export function AccountCell({ of }: { readonly of: AccountRow }): ReactNode {
  return (
    <>
      <FileText>{of.account.name}</FileText>
      <span className="load-counts">
        {of.account.name === of.accountId ? null : (
          <>
            <FileText>{of.accountId}</FileText>,{' '}
          </>
        )}
        {of.unit === '' ? null : (
          <>
            <FileText>{of.unit}</FileText>,{' '}
          </>
        )}
        row {formatCount(of.fileRow)}
      </span>
    </>
  );
}

/** A person of the roster by name, with the keys and the unit below. */
export function PersonCell({ is }: { readonly is: PersonRow }): ReactNode {
  const { employeeNumber, email, name } = is.person;
  const below = [employeeNumber, email === name ? '' : email, is.unit].filter((text) => text !== '');
  return (
    <>
      <FileText>{name}</FileText>
      <span className="load-counts">
        {below.map((text) => (
          <span key={text}>
            <FileText>{text}</FileText>,{' '}
          </span>
        ))}
        row {formatCount(is.fileRow)}
      </span>
    </>
  );
}
