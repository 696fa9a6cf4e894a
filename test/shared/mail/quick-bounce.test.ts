import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transporter } from 'nodemailer';
import { receiveReport } from '../../../shared/mail/bounces.ts';
import { now, openPostOffice, type PostOffice } from '../../activities/mail/post-office.ts';

const detail = '550 5.1.1 No such user';

describe('a report that is quicker than our own note that the mail was sent', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
  });
  afterAll(() => office?.close());

  /** The mail server has taken the mail, and the report of its bounce comes before anything else happens. */
  function bouncingAtOnce(dealId: string): Transporter {
    const sendMail = async (mail: object) => {
      const sent = await office.transport.sendMail(mail);
      const { messageId = '' } = (await office.rowOf(dealId)) ?? {};
      const signal = async () => 'sent' as const;
      const report = { kind: 'bounce', outcome: 'badAddress', messageId, detail } as const;
      expect(await receiveReport({ db: office.db, now, signal }, report)).toBe('bounced');
      return sent;
    };
    return Object.create(office.transport, { sendMail: { value: sendMail } });
  }

  it('is not overwritten: the mail stays bounced, with what it said, and the deal hears that it failed', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    const { failed } = await office.sendMails(asked, { through: bouncingAtOnce(dealId) });
    expect(failed).toEqual([{ key: mail('offer').key, detail: `${email}: ${detail}` }]);
    expect(await office.rowOf(dealId)).toMatchObject({
      state: 'bounced',
      lastError: detail,
      subject: expect.any(String),
    });
    expect(office.server.to(email)).toHaveLength(1);
    // And a person may send it again.
    expect(await office.sendMails(asked)).toEqual({ failed: [] });
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});
