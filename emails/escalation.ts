import type { DealMail } from './mail.ts';

/** Who the owner is, and why a lead hears of his deal. Nothing for other readers. */
export function whyLead({ deal, reader, messages }: DealMail): string | undefined {
  if (reader.role !== 'lead') return undefined;
  const { toLead, toSales } = messages.mails.escalated;
  return deal.owner ? toLead(deal.owner) : toSales;
}
