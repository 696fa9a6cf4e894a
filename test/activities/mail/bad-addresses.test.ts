import { badAddressOf, isBad, markBad } from '../../../shared/mail/bad-addresses.ts';
import type { Answer } from './mail-server.ts';
import { now, openPostOffice, type PostOffice } from './post-office.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office?.close());

const reason = '550 5.1.1 no such user';
const since = new Date('2026-12-01T09:00:00.000Z');

/** An offer to a reader whose address is known to take no mail. */
async function offerToBad() {
  const made = await office.dealAt('offer');
  await markBad(office.db, { email: made.email, since, reason, source: 'report' });
  return made;
}

describe('an address that a mail server refuses for good', () => {
  test('is bad from then on, in the words of the server', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    office.server.answer(email, 'refuse');
    await office.sendMails({ dealId, mails: [mail('offer')] });
    expect(await badAddressOf(office.db, email)).toEqual({
      _id: email,
      since: new Date(now()),
      reason,
      source: 'server',
      messageId: (await office.rowOf(dealId))?.messageId,
    });
  });

  test.each<Answer>(['refuseContent', 'full', 'greylist', 'drop'])(
    'stays good when the server only says “%s”',
    async answer => {
      const { dealId, email, mail } = await office.dealAt('offer');
      office.server.answer(email, answer);
      await office.sendMails({ dealId, mails: [mail('offer')] }).catch(() => {});
      expect(office.server.timesAsked(email)).toBe(1);
      expect(await isBad(office.db, email)).toBe(false);
    },
  );
});

describe('a mail to a bad address', () => {
  test('is held without asking the server, and says since when and why', async () => {
    const { dealId, email, mail } = await offerToBad();
    const { failed } = await office.sendMails({ dealId, mails: [mail('offer')] });
    expect(failed).toEqual([
      {
        key: mail('offer').key,
        detail: `${email}: takes no mail since 2026-12-01 (${reason})`,
        badAddress: true,
      },
    ]);
    expect(office.server.timesAsked(email)).toBe(0);
    expect((await office.rowOf(dealId))?.state).toBe('failed');
  });

  test('is held however the address is written', async () => {
    const { dealId, email, mail } = await offerToBad();
    const { key, template } = mail('offer');
    const reader = {
      to: 'person' as const,
      name: 'Maria',
      email: email.toUpperCase(),
      language: 'en' as const,
    };
    expect((await office.sendMails({ dealId, mails: [{ key, template, reader }] })).failed).toHaveLength(1);
  });

  test('is not reported at all when its reason is gone', async () => {
    const { dealId, email, mail } = await office.dealAt('accepted');
    await markBad(office.db, { email, since, reason, source: 'report' });
    expect(await office.sendMails({ dealId, mails: [mail('offerExpiring')] })).toEqual({ failed: [] });
  });

  test('goes out when a person presses, and makes the address good when it is taken', async () => {
    const { dealId, email, mail } = await offerToBad();
    const asked = { dealId, mails: [mail('offer')] };
    await office.sendMails(asked);
    expect((await office.sendMails(asked, { attempt: 2 })).failed).toHaveLength(1);
    expect(await office.sendMails(asked)).toEqual({ failed: [] });
    expect(office.server.to(email)).toHaveLength(1);
    expect(await isBad(office.db, email)).toBe(false);
  });

  test('leaves the address bad when a person presses in vain', async () => {
    const { dealId, email, mail } = await offerToBad();
    const asked = { dealId, mails: [mail('offer')] };
    await office.sendMails(asked);
    office.server.answer(email, 'refuse');
    await office.sendMails(asked);
    expect(office.server.timesAsked(email)).toBe(1);
    expect(await badAddressOf(office.db, email)).toMatchObject({ since, source: 'report' });
  });

  test.each(['resendMail', 'deadlinePassed'] as const)(
    'goes out at once when staff ask for it (%s)',
    async type => {
      const { deal, dealId, email, mail } = await offerToBad();
      const deadline = {
        key: 'offerExpiring:7',
        kind: 'offerExpiring',
        at: since.toISOString(),
        byHand: true,
      } as const;
      const event = type === 'resendMail' ? { type, mail: mail('offer') } : { type, deadline, late: false };
      await office.asked(deal, event);
      expect(await office.sendMails({ dealId, mails: [mail('offer')] })).toEqual({ failed: [] });
      expect(office.server.to(email)).toHaveLength(1);
    },
  );
});
