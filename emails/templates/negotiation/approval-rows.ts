import type { Row } from '../../blocks.ts';
import { approvalIn } from '../../facts.ts';
import { figureRows } from '../../figures.ts';
import type { DealMail } from '../../mail.ts';
import { termsRows } from '../../rows.ts';

/** What an approver decides by: the figures, each beside its limit, and then the other terms. */
export function approvalRows(mail: DealMail): Row[] {
  const { terms } = approvalIn(mail.deal);
  const figures = figureRows(mail, terms);
  const shown = figures.map(([label]) => label);
  return [...figures, ...termsRows(mail, terms).filter(([label]) => !shown.includes(label))];
}
