import type { Deal } from '../../../deal/deal.ts';
import type { MailRequest, MailTemplate } from '../../../deal/mails/mails.ts';
import { type MailTopic, mailTopics } from '../../../deal/mails/topics.ts';
import { markBad } from '../../../shared/mail/bad-addresses.ts';
import { failureOf, now, openPostOffice, type PostOffice } from './post-office.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office?.close());

describe('staff', () => {
  const staff = (name: string, change = {}) => ({
    email: `${name}@example.com`,
    name,
    roles: ['sales'] as 'sales'[],
    language: 'en' as const,
    timeZone: 'Europe/Berlin',
    passwordHash: 'none',
    active: true,
    ...change,
  });
  const notice = (deal: Deal, template: MailTemplate, to: 'owner' | 'lead' | 'approvers'): MailRequest => ({
    key: `${deal.seq}:${template}:1`,
    template,
    reader: { to },
  });
  const readersOf = async (dealId: string) => (await office.rowsOf(dealId)).map(row => row.to.email);

  beforeEach(async () => {
    await office.db.staff.deleteMany({});
    await office.db.staff.create([
      staff('ann'),
      staff('ben', { language: 'ja' }),
      staff('gone', { active: false }),
      staff('carl', { roles: ['approver'] }),
      staff('dora', { roles: ['approver'] }),
    ]);
  });

  test('all of sales hear of a deal that nobody owns, each in his language and once', async () => {
    const { deal, dealId } = await office.dealAt('inquiryNotice');
    const asked = { dealId, mails: [notice(deal, 'inquiryNotice', 'owner')] };
    office.server.answer('ben@example.com', 'greylist');
    await failureOf(office.sendMails(asked));
    await office.sendMails(asked, { attempt: 2 });
    expect(await readersOf(dealId)).toEqual(['ann@example.com', 'ben@example.com']);
    const mine = office.server.received.filter(mail => mail.inReplyTo?.includes(dealId));
    expect(mine.map(mail => mail.subject).sort()).toEqual([
      'New inquiry: Northwind Traders Ltd',
      '新しいお問い合わせ：Northwind Traders Ltd',
    ]);
    expect(mine[0]?.text).toContain('CET');
  });

  test('the owner alone hears of his deal', async () => {
    const { deal, dealId } = await office.dealAt('accepted', { owner: 'ben@example.com' });
    await office.sendMails({ dealId, mails: [notice(deal, 'accepted', 'owner')] });
    expect(await readersOf(dealId)).toEqual(['ben@example.com']);
  });

  test('all of sales hear of a deal whose owner has left', async () => {
    const { deal, dealId } = await office.dealAt('accepted', { owner: 'gone@example.com' });
    await office.sendMails({ dealId, mails: [notice(deal, 'accepted', 'owner')] });
    expect(await readersOf(dealId)).toEqual(['ann@example.com', 'ben@example.com']);
  });

  test('every approver is asked but the one who asks', async () => {
    const { deal } = await office.dealAt('approvalRequested');
    if (!deal.approval) throw new Error('no approval');
    const requestedBy = { kind: 'staff' as const, id: 'dora@example.com' };
    const { dealId } = deal;
    await office.saveDeal({ ...deal, approval: { ...deal.approval, requestedBy } });
    await office.sendMails({ dealId, mails: [notice(deal, 'approvalRequested', 'approvers')] });
    expect(await readersOf(dealId)).toEqual(['carl@example.com']);
  });

  const away = (email: string, standIn: string, until: string) =>
    office.db.staff.updateOne({ email }, { away: { until: new Date(until), standIn } });

  test('a stand-in hears what somebody who is away hears, until he is back', async () => {
    await away('ben@example.com', 'carl@example.com', '2026-12-21T00:00:00.000Z');
    const { deal, dealId } = await office.dealAt('accepted', { owner: 'ben@example.com' });
    await office.sendMails({ dealId, mails: [notice(deal, 'accepted', 'owner')] });
    expect(await readersOf(dealId)).toEqual(['ben@example.com', 'carl@example.com']);
    await away('ben@example.com', 'carl@example.com', now());
    const other = await office.dealAt('accepted', { owner: 'ben@example.com' });
    await office.sendMails({ dealId: other.dealId, mails: [notice(deal, 'accepted', 'owner')] });
    expect(await readersOf(other.dealId)).toEqual(['ben@example.com']);
  });

  test('a stand-in of an approver is asked, but not about a deal of his own', async () => {
    await away('carl@example.com', 'ann@example.com', '2026-12-21T00:00:00.000Z');
    const asked = async (owner: string) => {
      const { deal, dealId } = await office.dealAt('approvalRequested', { owner });
      await office.sendMails({ dealId, mails: [notice(deal, 'approvalRequested', 'approvers')] });
      return (await readersOf(dealId)).toSorted();
    };
    const approvers = ['carl@example.com', 'dora@example.com'];
    expect(await asked('ben@example.com')).toEqual(['ann@example.com', ...approvers]);
    expect(await asked('ann@example.com')).toEqual(approvers);
  });

  describe('who want no mails about something', () => {
    const mute = (name: string, ...muted: MailTopic[]) =>
      office.db.staff.updateOne({ email: `${name}@example.com` }, { muted });
    const outcomeOf = async (template: MailTemplate, to: 'owner' | 'lead' | 'approvers', change = {}) => {
      const { deal, dealId } = await office.dealAt(
        template === 'answerOverdue' ? 'inquiryNotice' : template,
        change,
      );
      const { failed } = await office.sendMails({ dealId, mails: [notice(deal, template, to)] });
      expect(failed).toEqual([]);
      return (await office.rowsOf(dealId)).map(({ to: { email }, state }) => `${email} ${state}`);
    };
    const ofBen = { owner: 'ben@example.com' };

    test('have none of that, and all others', async () => {
      await mute('ben', 'inquiries', 'purchases');
      expect(await outcomeOf('inquiryNotice', 'owner')).toEqual(['ann@example.com sent']);
      expect(await outcomeOf('proposalAgreed', 'owner', ofBen)).toEqual(['ben@example.com sent']);
    });

    test('have it all the same where somebody must act and nobody else would be told', async () => {
      for (const name of ['ann', 'ben', 'carl', 'dora']) await mute(name, ...mailTopics);
      const all = ['ann@example.com sent', 'ben@example.com sent'];
      expect((await outcomeOf('inquiryNotice', 'owner')).toSorted()).toEqual(all);
      expect(await outcomeOf('proposalAgreed', 'owner', ofBen)).toEqual(['ben@example.com sent']);
      const asked = await outcomeOf('approvalRequested', 'approvers');
      expect(asked.toSorted()).toEqual(['carl@example.com sent', 'dora@example.com sent']);
    });

    test('leave what is good to know unsent, and no colleague is told of their deals instead', async () => {
      await mute('ben', 'purchases');
      expect(await outcomeOf('accepted', 'owner', ofBen)).toEqual(['ben@example.com skipped']);
    });

    test('leave it to their stand-in, who chooses for himself', async () => {
      await mute('ben', 'purchases');
      await away('ben@example.com', 'carl@example.com', '2026-12-21T00:00:00.000Z');
      expect(await outcomeOf('accepted', 'owner', ofBen)).toEqual(['carl@example.com sent']);
    });
  });

  test('a notice that nobody would get is reported', async () => {
    await office.db.staff.deleteMany({});
    const { deal, dealId } = await office.dealAt('inquiryNotice');
    const request = notice(deal, 'inquiryNotice', 'owner');
    const { failed } = await office.sendMails({ dealId, mails: [request] });
    expect(failed).toEqual([{ key: request.key, detail: 'no active staff to write to (owner)' }]);
  });

  describe('whose address takes no mail', () => {
    const bad = async (...emails: string[]) => {
      const facts = { since: new Date(now()), reason: '550 5.1.1 no such user', source: 'report' as const };
      for (const email of emails) await markBad(office.db, { email, ...facts });
    };
    afterEach(() => office.db.badAddresses.deleteMany({}));

    test('are told by all of sales instead when the deal is theirs', async () => {
      await bad('ben@example.com');
      const { deal, dealId } = await office.dealAt('accepted', { owner: 'ben@example.com' });
      await office.sendMails({ dealId, mails: [notice(deal, 'accepted', 'owner')] });
      expect(await readersOf(dealId)).toEqual(['ann@example.com']);
    });

    test('are told by all of sales instead when they lead', async () => {
      await office.db.staff.updateOne({ email: 'ben@example.com' }, { lead: 'carl@example.com' });
      const { deal, dealId } = await office.dealAt('inquiryNotice', { owner: 'ben@example.com' });
      await office.sendMails({ dealId, mails: [notice(deal, 'answerOverdue', 'lead')] });
      expect(await readersOf(dealId)).toEqual(['carl@example.com']);
      await bad('carl@example.com');
      const other = await office.dealAt('inquiryNotice', { owner: 'ben@example.com' });
      await office.sendMails({ dealId: other.dealId, mails: [notice(deal, 'answerOverdue', 'lead')] });
      expect(await readersOf(other.dealId)).toEqual(['ann@example.com', 'ben@example.com']);
    });

    test('are replaced by the other approvers', async () => {
      await bad('carl@example.com');
      const { deal, dealId } = await office.dealAt('approvalRequested');
      await office.sendMails({ dealId, mails: [notice(deal, 'approvalRequested', 'approvers')] });
      expect(await readersOf(dealId)).toEqual(['dora@example.com']);
    });

    test('are replaced as soon as the server has said so', async () => {
      const { deal, dealId } = await office.dealAt('accepted', { owner: 'ben@example.com' });
      const asked = { dealId, mails: [notice(deal, 'accepted', 'owner')] };
      office.server.answer('ben@example.com', 'refuse');
      expect((await failureOf(office.sendMails(asked))).type).toBe('MailNotSent');
      expect(await office.sendMails(asked, { attempt: 2 })).toEqual({ failed: [] });
      const states = (await office.rowsOf(dealId)).map(({ to, state }) => [to.email, state]);
      expect(states).toEqual([
        ['ann@example.com', 'sent'],
        ['ben@example.com', 'failed'],
      ]);
    });

    test('are reported when nobody else is left', async () => {
      await bad('ann@example.com', 'ben@example.com');
      const { deal, dealId } = await office.dealAt('accepted', { owner: 'ben@example.com' });
      const { failed } = await office.sendMails({ dealId, mails: [notice(deal, 'accepted', 'owner')] });
      expect(failed).toHaveLength(1);
      expect(failed[0]?.detail).toContain('ben@example.com: takes no mail since 2026-12-20');
    });
  });
});
