import { randomUUID } from 'node:crypto';
import { mailUrl } from '../../../../api/desk/mails/view.ts';
import type { MailTemplate } from '../../../../deal/mails/mails.ts';
import type { OutboxMail } from '../../../../shared/models/outbox.ts';
import { inquire } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import type { Product } from '../../../support/product.ts';

/** An address that nobody else in the tests has. */
export const freshAddress = (name = 'hanako') => `${name}-${randomUUID().slice(0, 8)}@aozora.example`;

/** A deal whose contact has an address of his own. */
export async function dealWith(product: Product, email = freshAddress()) {
  const contact = { name: 'Hanako Sato', email, language: 'en', timeZone: 'Asia/Tokyo' } as const;
  return { email, dealId: await inquire(product, { contact }) };
}

export type StoredMail = OutboxMail & { id: string; url: string };

/** Waits until a mail to an address is in the outbox and fulfils a condition. */
export async function mailTo(
  { db }: Pick<Product, 'db'>,
  email: string,
  holds: (mail: OutboxMail) => unknown = ({ state }) => state === 'sent',
): Promise<StoredMail> {
  const found = await eventually(
    async () => (await db.outbox.find({ 'to.email': email }).lean()).find(holds),
    { what: `a mail to ${email}` },
  );
  const id = String(found._id);
  return { ...found, id, url: mailUrl(id) };
}

/** A mail of a deal as it could stand in the outbox, without being sent. */
export async function putMail(
  { db, deps }: Pick<Product, 'db' | 'deps'>,
  {
    email = freshAddress(),
    template = 'offer',
    ...change
  }: Partial<OutboxMail> & { email?: string; template?: MailTemplate } = {},
): Promise<StoredMail> {
  const to = { name: 'Hanako Sato', email, language: 'en' } as const;
  const made = await db.outbox.create({
    key: randomUUID(),
    request: { key: '1:offer:0', template, reader: { to: 'person', ...to } },
    template,
    to,
    subject: 'Your offer',
    state: 'sent',
    attempts: 1,
    createdAt: new Date(deps.now()),
    ...change,
  });
  const id = String(made._id);
  return { ...made.toObject(), id, url: mailUrl(id) };
}
