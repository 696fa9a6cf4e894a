import type { Language } from '../../../deal/people.ts';
import type { Visitor } from '../../api/accounts/customers.ts';

/** A page as somebody comes to it. */
export interface Place {
  name: string;
  url: string;
  /** Whose page it is: his cookies decide what he sees. Anybody's without. */
  by?: Pick<Visitor, 'cookies'>;
  /** What it is answered with; 200 unless told otherwise. */
  status?: number;
  /** Whoever keeps it on paper needs no more sheets than this, of A4 or of Letter. */
  sheets?: number;
  /** The selector of a button that is pressed once the page is there: a form sent as it is shows its errors. */
  press?: string;
  /** It speaks one language alone. */
  only?: Language;
}
