import type { Deal } from '../../../../deal/deal.ts';
import type { Product } from '../../../../deal/terms/products.ts';
import type { TermsDraftRecord } from '../../../../shared/models/desk/terms-draft.ts';
import { fieldsOf } from '../../../service/draft/draft-fields.ts';
import { type ParsedTerms, parseTerms } from '../parse-terms.ts';

/** A draft, and what its words amount to so far. */
export interface DraftRead extends Pick<TermsDraftRecord, 'revision' | 'by' | 'at' | 'versions'> {
  parsed: ParsedTerms;
}

/** What a draft says, with the products and the deal that it is about. */
export function draftRead(draft: TermsDraftRecord, about: { deal: Deal; products: Product[] }): DraftRead {
  const { revision, by, at, versions } = draft;
  return { revision, by, at, versions, parsed: parseTerms(fieldsOf(draft), about) };
}
