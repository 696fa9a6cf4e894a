import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { eventually } from '../../support/eventually.ts';
import { mailsTo } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { arrivedBuyer, secret, someAddress, submit } from './customers.ts';

const words = messagesIn('en').mails;

describe('a sign-up whose address is not verified', () => {
  let product: Product;
  beforeAll(async () => {
    // An hour is a second: a link is good for 24 of them.
    product = await startProduct({ OFFERDESK_TIME_SCALE: 3600 });
  });
  beforeEach(() => {
    product.config.verifyRemindHours = [4, 6];
  });
  afterAll(() => product?.stop());

  async function registered() {
    const email = someAddress();
    const buyer = await arrivedBuyer(product);
    await submit(buyer.who, buyer.at('register'), { accountName: 'Hana Sato', email, password: secret });
    return { ...buyer, email };
  }
  const mailsOf = (email: string, count: number) =>
    eventually(
      async () => {
        const mails = await mailsTo(product, email);
        return mails.length >= count ? mails : undefined;
      },
      { what: `${count} mails to ${email}` },
    );
  const pathIn = ({ text }: { text: string }) => /\/accounts\/verify\/[\w-]+/.exec(text)?.[0] ?? '';
  const keysOf = async (email: string) => {
    const rows = await product.db.outbox.find({ 'to.email': email, template: 'emailVerification' }).lean();
    return rows.map(({ key }) => key);
  };
  /** On a busy machine somebody needs time to do something before he is reminded. */
  const remindLater = () => {
    product.config.verifyRemindHours = [10, 12];
  };
  const handleOf = (key: string) => product.deps.temporal.workflow.getHandle(`mail-${key}`);

  it('is reminded of at each hour of the policy, with a link of its own that works', async () => {
    const { who, email, sessionId } = await registered();
    const mails = await mailsOf(email, 3);
    expect(mails.map(({ subject }) => subject)).toEqual([
      words.emailVerification.subject('Example Inc.'),
      words.verificationReminder.subject('Example Inc.'),
      words.verificationReminder.subject('Example Inc.'),
    ]);
    expect(new Set(mails.map(pathIn)).size).toBe(3);
    const [key = ''] = await keysOf(email);
    await handleOf(key).result();
    expect(await mailsTo(product, email)).toHaveLength(3);
    expect(await submit(who, pathIn(mails[2] ?? { text: '' }))).toMatchObject({
      status: 303,
      location: `/setup/${sessionId}`,
    });
    expect((await product.db.users.findOne({ email }).lean())?.emailVerified).toBe(true);
  });

  it('gets no reminder once it is verified', async () => {
    remindLater();
    const { who, email } = await registered();
    const [mail] = await mailsOf(email, 1);
    await submit(who, pathIn(mail ?? { text: '' }));
    const [key = ''] = await keysOf(email);
    await handleOf(key).result();
    expect(await mailsTo(product, email)).toHaveLength(1);
  });

  it('is reminded of the newest mail alone when another one was asked for', async () => {
    remindLater();
    const { who, at, email } = await registered();
    await submit(who, at('check-mail'));
    const keys = await keysOf(email);
    expect(keys).toHaveLength(2);
    await Promise.all(keys.map(key => handleOf(key).result()));
    const reminders = await product.db.outbox.find({ 'to.email': email, template: 'verificationReminder' });
    const reminded = reminders.map(({ key }) => key.split(':').slice(0, 2).join(':'));
    expect(reminded).toHaveLength(2);
    expect(new Set(reminded).size).toBe(1);
  });

  it('leaves neither address nor link in Temporal’s history', async () => {
    const { email } = await registered();
    await mailsOf(email, 2);
    const [key = ''] = await keysOf(email);
    await handleOf(key).result();
    const { events = [] } = await handleOf(key).fetchHistory();
    const payloads = JSON.stringify(events, (_name, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(payloads).toContain(key);
    expect(payloads).not.toContain(email);
    expect(payloads).not.toContain('/accounts/verify');
  });
});
