import type { Detail } from '../problems.ts';
import type { Messages } from './messages.ts';

/** What a problem says of itself or of a field, in the reader's words. */
export function detailText(detail: Detail, { faults }: Messages): string {
  return typeof detail === 'string' ? detail : faults[detail.code](detail.about);
}
