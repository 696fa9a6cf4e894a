import type { Database } from '../../../shared/models/database.ts';

/** What makes a copy of a document another one: these words of it get the copy's number. A list ends with `[]`. */
const own = {
  deals: ['_id', 'keys[]', 'words[]', 'deal.dealId', 'row.dealId'],
  timeline: ['_id', 'dealId'],
  events: ['_id', 'keys[]', 'dealId', 'notice.agreementId'],
  registrations: [
    '_id',
    'setupSessionId',
    'tokenHash',
    'licenseArn',
    'agreementId',
    'awsAccountId',
    'dealId',
  ],
  setupSessions: ['_id', 'registrationId', 'dealId', 'userIds[]'],
  outbox: ['key', 'dealId', 'messageId', 'to.email'],
  billingLinks: ['dealId', 'agreementId', 'organizationId', 'licenseArn'],
  users: ['_id', 'email'],
  organizations: ['_id', 'idempotencyKey'],
  memberships: ['organizationId', 'userId'],
} satisfies Partial<Record<keyof Database, string[]>>;

type Name = keyof typeof own;

/** Copies all that there is `times` times, as if as many others had done the same before. MongoDB itself does it. */
export async function multiply(db: Database, times: number): Promise<void> {
  for (const name of Object.keys(own) as Name[]) await multiplyOne(db, name, times);
}

async function multiplyOne(db: Database, name: Name, times: number): Promise<void> {
  const { collection } = db[name];
  const fields: string[] = own[name];
  const renamed = fields.map(field =>
    field.endsWith('[]') ? [field.slice(0, -2), each(field.slice(0, -2))] : [field, numbered(`$${field}`)],
  );
  const steps = [
    { $set: { copy: { $range: [1, times + 1] } } },
    { $unwind: '$copy' },
    { $set: { ...Object.fromEntries(renamed), ...(name === 'deals' && { updatedAt: earlier }) } },
    { $unset: ['copy', ...(fields.includes('_id') ? [] : ['_id'])] },
    { $merge: { into: collection.collectionName } },
  ];
  await collection.aggregate(steps).toArray();
}

const earlier = { $subtract: ['$updatedAt', { $multiply: ['$copy', 60_000] }] };

/** Nothing where there is nothing. */
const numbered = (word: string) => ({
  $cond: [{ $eq: [{ $type: word }, 'string'] }, { $concat: [word, '-', { $toString: '$copy' }] }, '$$REMOVE'],
});

const each = (field: string) => ({
  $cond: [{ $isArray: `$${field}` }, { $map: { input: `$${field}`, in: numbered('$$this') } }, '$$REMOVE'],
});
