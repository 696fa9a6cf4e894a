import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transporter } from 'nodemailer';
import type { Answer } from './mail-server.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

describe('a process that freezes in the middle of sending a mail, and comes back', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
  });
  afterAll(() => office?.close());

  /** The mail server has answered, and the process does not hear of it before `thaw`. */
  function freezing() {
    let thaw = () => {};
    let isFrozen = () => {};
    const frozen = new Promise<void>(resolve => {
      isFrozen = resolve;
    });
    const thawed = new Promise<void>(resolve => {
      thaw = resolve;
    });
    const sendMail: Transporter['sendMail'] = async (mail: Parameters<Transporter['sendMail']>[0]) => {
      const answer = await office.transport.sendMail(mail).catch((error: unknown) => ({ error }));
      isFrozen();
      await thawed;
      if ('error' in answer) throw answer.error;
      return answer;
    };
    return { through: { sendMail } as Transporter, frozen, thaw: () => thaw() };
  }

  /** The first attempt hears `first` and freezes; the second hears `second` meanwhile. Gives the mail as it is at the end. */
  async function play(first: Answer, second: Answer) {
    const { deal, dealId, email, mail } = await office.dealAt('offer');
    office.server.answer(email, first, second);
    const asked = { dealId, mails: [mail('offer')] };
    const { through, frozen, thaw } = freezing();
    const late = office.sendMails(asked, { through }).catch((error: unknown) => error);
    await frozen;
    // As if it had been longer: MongoDB's own time tells whether a claim holds.
    await office.db.outbox.updateOne({ dealId }, { $set: { claimedAt: new Date(Date.now() - 60_000) } });
    await office.sendMails(asked, { attempt: 2 }).catch((error: unknown) => error);
    const meanwhile = await office.rowOf(deal.dealId);
    thaw();
    await late;
    return { meanwhile, row: await office.rowOf(deal.dealId), sent: office.server.to(email).length };
  }

  it.each(['greylist', 'refuse', 'refuseContent', 'full'] as const)(
    'after %s leaves the mail sent that another one has sent',
    async first => {
      const { meanwhile, row, sent } = await play(first, 'accept');
      expect(meanwhile).toMatchObject({ state: 'sent', attempts: 2 });
      expect(row).toEqual(meanwhile);
      expect(sent).toBe(1);
    },
  );

  it('after a refusal for a while leaves the refusal for good that another one has heard', async () => {
    const { meanwhile, row } = await play('greylist', 'refuse');
    expect(meanwhile?.state).toBe('failed');
    expect(row).toEqual(meanwhile);
  });

  it('has its success noted, so that the mail is not sent a third time', async () => {
    const { meanwhile, row } = await play('accept', 'greylist');
    expect(meanwhile?.state).toBe('queued');
    expect(row?.state).toBe('sent');
  });

  it('leaves alone a mail that came back', async () => {
    const { deal, dealId, mail } = await office.dealAt('offer');
    const { through, frozen, thaw } = freezing();
    const late = office.sendMails({ dealId, mails: [mail('offer')] }, { through });
    await frozen;
    await office.db.outbox.updateOne({ dealId }, { $set: { state: 'bounced', lastError: '550 5.1.1' } });
    thaw();
    await late;
    expect(await office.rowOf(deal.dealId)).toMatchObject({ state: 'bounced', lastError: '550 5.1.1' });
  });
});
