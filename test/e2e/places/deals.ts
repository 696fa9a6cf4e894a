import type { Deal } from '../../../deal/deal.ts';
import { recordOf } from '../../../shared/models/deal-record.ts';
import { pageUrlFor } from '../../../shared/offer-link.ts';
import { remindersPageUrl } from '../../../shared/reminders-link.ts';
import { mori, samples, sato } from '../../api/desk/sample-deals.ts';
import type { Product } from '../../support/product.ts';

/** Longer than most, so that a page which only holds short names is noticed. */
const company = '株式会社青空商事ホールディングスインターナショナル 東日本カスタマーサクセス本部';
const email = 'hanako.sato-international-purchasing@subsidiary.aozora-holdings.example';

export interface LaidOutDeal {
  name: string;
  deal: Deal;
  /** Address of the buyer's page, and of the one on which he stops reminders. */
  offer: string;
  reminders: string;
}

/** One deal in every stage, put where pages read it, each under its own name. */
export async function layOutDeals({ db, config }: Product): Promise<LaidOutDeal[]> {
  await addOwners(db);
  const link = { publicUrl: config.PUBLIC_URL, secret: config.SESSION_SECRET };
  return Promise.all(
    Object.entries(samples).map(async ([name, story], index) => {
      const dealId = `${name.toLowerCase()}0000000000`.slice(0, 10);
      const deal = linked(longNamed({ ...story.deal, dealId }, index));
      const { _id, ...record } = recordOf(deal);
      await db.deals.replaceOne({ _id }, record, { upsert: true });
      await db.timeline.insertMany(
        story.timeline.map(entry => ({ _id: `${dealId}:${entry.seq}`, dealId, seq: entry.seq, entry })),
      );
      return {
        name,
        deal,
        offer: pageUrlFor(link, deal, deal.inquiry.contact.email),
        reminders: remindersPageUrl(link, { dealId, email: deal.inquiry.contact.email }),
      };
    }),
  );
}

/** Lists and reports show the names of those who look after the deals. */
async function addOwners(db: Product['db']): Promise<void> {
  const common = { language: 'ja', timeZone: 'Asia/Tokyo', active: true } as const;
  for (const { id, name, roles = [] } of [sato, mori])
    await db.staff.create({ ...common, email: id, name, roles: [...roles] });
}

/** Every second deal is of a company with a long name. */
function longNamed(deal: Deal, index: number): Deal {
  if (index % 2 === 0) return deal;
  const contact = { ...deal.inquiry.contact, email };
  const [first, ...others] = deal.pageLinks;
  const pageLinks = first ? [{ ...first, email }, ...others] : [];
  return { ...deal, inquiry: { ...deal.inquiry, company, contact }, pageLinks };
}

/** Whoever asked has opened his page, and the link of the next person is withdrawn. */
function linked(deal: Deal): Deal {
  const [first, second, ...others] = deal.pageLinks;
  if (!first) return deal;
  const opened = { ...first, openedAt: first.since };
  return {
    ...deal,
    ticks: [{ what: 'permissions', by: deal.inquiry.contact.name, at: deal.updatedAt }],
    pageLinks: [opened, ...(second ? [{ ...second, withdrawnAt: deal.updatedAt }] : []), ...others],
  };
}
