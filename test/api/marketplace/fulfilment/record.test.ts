import { randomUUID } from 'node:crypto';
import {
  keepRegistration,
  registrationOfToken,
  tokenHashOf,
} from '../../../../api/marketplace/fulfilment/record.ts';
import type { Customer } from '../../../../api/marketplace/fulfilment/resolve-customer.ts';
import type { Deal } from '../../../../deal/deal.ts';
import type { Database } from '../../../../shared/models/database.ts';
import { recordOf } from '../../../../shared/models/deal-record.ts';
import { giveBack, openEmptyDatabase } from '../../../support/servers/databases.ts';
import { samples } from '../../desk/sample-deals.ts';
import { newAccount } from './arrivals.ts';

const licenseArn = () =>
  `arn:aws:license-manager::294406891311:license:l-${randomUUID().replaceAll('-', '')}`;

describe('the registration of a purchase', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmptyDatabase();
  });
  afterAll(async () => {
    await giveBack(db);
  });

  let moment = '2027-01-04T01:00:00.000Z';
  const deps = () => ({ db, now: () => moment });
  const customerOf = (change: Partial<Customer> = {}): Customer => ({
    awsAccountId: newAccount(),
    productCode: 'code',
    ...change,
  });
  const arrive = (customer: Customer, token = randomUUID()) =>
    keepRegistration(deps(), { customer, tokenHash: tokenHashOf(token) });

  /** The deal a registration was matched with, as it is in a sample. */
  async function matchWith(registrationId: string, sample: string): Promise<void> {
    const deal = { ...(samples[sample]?.deal as Deal), dealId: randomUUID() };
    await db.deals.create(recordOf(deal));
    await db.registrations.updateOne({ _id: registrationId }, { $set: { dealId: deal.dealId } });
  }

  it('is one for each license of an account', async () => {
    const one = customerOf({ licenseArn: licenseArn() });
    const other = { ...one, licenseArn: licenseArn() };
    expect((await arrive(one))._id).toBe((await arrive(one))._id);
    expect((await arrive(other))._id).not.toBe((await arrive(one))._id);
  });

  it('is one for account and product when AWS names no license', async () => {
    const customer = customerOf();
    expect((await arrive(customer))._id).toBe((await arrive(customer))._id);
    expect((await arrive({ ...customer, productCode: 'other' }))._id).not.toBe((await arrive(customer))._id);
  });

  it('takes a license that AWS names later, and is matched again for it', async () => {
    const customer = customerOf();
    const first = await arrive(customer);
    await matchWith(first._id, 'accepted');
    const arn = licenseArn();
    const later = await arrive({ ...customer, licenseArn: arn });
    expect(later).toMatchObject({
      _id: first._id,
      setupSessionId: first.setupSessionId,
      licenseArn: arn,
    });
    expect(later.dealId).toBeUndefined();
  });

  it('never takes a purchase that is set up, or has another license, for a new one', async () => {
    const customer = customerOf();
    const first = await arrive(customer);
    await matchWith(first._id, 'active');
    const second = await arrive(customer);
    expect(second._id).not.toBe(first._id);
    await matchWith(second._id, 'settingUp');
    const licensed = await arrive({ ...customer, licenseArn: licenseArn() });
    expect([first._id, second._id]).not.toContain(licensed._id);
  });

  it('is found by its token for four hours, as AWS would', async () => {
    const token = randomUUID();
    const { _id } = await arrive(customerOf(), token);
    expect((await registrationOfToken(deps(), tokenHashOf(token)))?._id).toBe(_id);
    expect(await registrationOfToken(deps(), tokenHashOf('another'))).toBeUndefined();
    moment = '2027-01-04T05:00:01.000Z';
    expect(await registrationOfToken(deps(), tokenHashOf(token))).toBeUndefined();
  });
});
