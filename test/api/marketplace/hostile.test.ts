import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { offeredDeal } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { runs } from '../../support/runs.ts';

const types = [
  'Purchase Agreement Created - Proposer',
  'Purchase Agreement Amended - Manufacturer',
  'Purchase Agreement Ended - Proposer',
  'License Updated - Manufacturer',
  'License Deprovisioned - Manufacturer',
  'Change Set Failed',
  'Offer Released',
  '__proto__',
];
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e21,
    '',
    '\u0000',
    'constructor',
    '__proto__',
    'agmt-1',
    '9999-01-01T00:00:00Z',
    '2026-06-30T23:59:60Z',
    '+275760-09-13T00:00:00Z',
    'x'.repeat(2000),
    [],
    {},
    { $where: 'sleep(1)' },
    { $ne: '' },
    { 'a.b': 1, 'c\u0000d': 2 },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const text = (usual: string) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant<unknown>(usual) }, { weight: 1, arbitrary: nasty });
const sometimes = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: nasty });

/** An event of AWS in which some values are something else, or missing. */
const envelopeWith = (offerId: string) =>
  fc.record(
    {
      version: text('0'),
      id: fc.oneof(
        { weight: 6, arbitrary: fc.uuid() as fc.Arbitrary<unknown> },
        { weight: 1, arbitrary: nasty },
      ),
      'detail-type': fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom<unknown>(...types) },
        { weight: 1, arbitrary: nasty },
      ),
      source: text('aws.agreement-marketplace'),
      time: text('2026-06-30T12:00:00Z'),
      detail: sometimes(
        fc.record(
          {
            agreement: sometimes(
              fc.record(
                {
                  id: text('agmt-hostile'),
                  intent: text('NEW'),
                  status: text('ACTIVE'),
                  acceptanceTime: text('2026-06-30T12:00:00Z'),
                  startTime: text('2026-06-30T12:00:00Z'),
                  endTime: text('2027-06-30T12:00:00Z'),
                  previousAgreementId: text('agmt-0'),
                },
                { requiredKeys: ['id'] },
              ),
            ),
            acceptor: sometimes(fc.record({ accountId: text('111122223333') })),
            offer: sometimes(fc.record({ id: text(offerId) })),
            product: sometimes(fc.record({ code: text('examplecloud0000000000001') })),
            license: sometimes(fc.record({ arn: text('arn:aws:license-manager::1:license:l-1') })),
            ChangeSetId: text('cs-1'),
            FailureCode: text('CLIENT_ERROR'),
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: ['id', 'detail-type', 'time', 'detail'] },
  );

describe('whatever is sent to the addresses of AWS', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  beforeEach(() => product.emulator.clearFaults());
  afterAll(() => product?.stop());

  const postEvent = (body: string) =>
    fetch(`${product.url}/marketplace/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': product.config.MARKETPLACE_EVENT_SECRET },
      body,
    });

  it('an event is kept or refused with the reason, and its deal goes on', async () => {
    const deal = await offeredDeal(product);
    const envelopes = envelopeWith(deal.offers[0]?.offerId ?? '');
    await fc.assert(
      fc.asyncProperty(envelopes, async envelope => {
        const answer = await postEvent(JSON.stringify(envelope));
        const { state, title } = (await answer.json()) as { state?: string; title?: string };
        expect([202, 400, 422]).toContain(answer.status);
        expect(answer.status === 202 ? state : title).toEqual(expect.any(String));
      }),
      runs(250),
    );
    const support = staffAt(product, 'support');
    await support.step(deal.dealId, 'add-note', { text: 'Still there?' });
    // Hundreds of events may be before the note, and some of them end a purchase, and the deal with it.
    await eventually(
      async () => {
        const lines = await support.timeline(deal.dealId);
        const { closed } = await support.deal(deal.dealId);
        return closed || lines.some(({ event }) => event.type === 'addNote');
      },
      { what: 'the line of the note, or the end of the deal' },
    );
    const other = await offeredDeal(product);
    expect((await reaches(product, other.dealId, 'offered')).stuck).toEqual([]);
  });

  it('an event of a leap second, which our dates do not know, is kept', async () => {
    const time = '2026-06-30T23:59:60Z';
    const answer = await postEvent(
      JSON.stringify({ id: 'leap', 'detail-type': 'Offer Released', source: 'x', time, detail: {} }),
    );
    expect(answer.status).toBe(202);
    const kept = await product.db.events.findById('leap').lean();
    expect(kept?.occurredAt.toISOString()).toBe('2026-06-30T23:59:59.000Z');
  });

  it.each([
    ['no JSON', '{"id":', 400],
    ['nothing', '', 400],
    ['a list', '[]', 422],
    ['very deep', `${'{"detail":'.repeat(5000)}1${'}'.repeat(5000)}`, 422],
    ['too long', JSON.stringify({ id: 'x'.repeat(2_000_000) }), 413],
  ])('an event that is %s is a client error', async (_what, body, status) => {
    expect((await postEvent(body)).status).toBe(status);
  });

  it.each([
    ['is nested without end', JSON.parse(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`)],
    ['has a name that nothing can keep', { 'a\u0000b': 1 }],
  ])('an event whose detail %s is refused, so that it is not sent again and again', async (_what, detail) => {
    const envelope = { id: 'x', 'detail-type': 'Offer Released', source: 'x', time: '2026-06-30T12:00:00Z' };
    const answer = await postEvent(JSON.stringify({ ...envelope, detail }));
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors[0]?.pointer).toMatch(/^\/detail/);
  });

  it('a form is answered by a page that leads back', async () => {
    const field = 'x-amzn-marketplace-token';
    const bodies: [string, string][] = [
      ['application/x-www-form-urlencoded', ''],
      ['application/x-www-form-urlencoded', `${field}=%00%ff&${field}=b`],
      ['application/x-www-form-urlencoded', `${field}[a]=b`],
      ['application/x-www-form-urlencoded', `__proto__[x]=1&${field}=%F0%9F%92%A9`],
      ['application/x-www-form-urlencoded', `${field}=${'a'.repeat(20_000)}`],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'],
      ['application/json', JSON.stringify({ [field]: { $ne: 1 } })],
      ['text/plain', `${field}=a`],
      ['application/octet-stream', '\u0000'],
    ];
    for (const [type, body] of bodies) {
      const answer = await fetch(`${product.url}/marketplace/register`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': type, accept: 'text/html' },
        body,
      });
      const told = `${type} ${body.slice(0, 40)}: ${answer.status} ${answer.headers.get('content-type')}`;
      expect(told).toMatch(/: 4\d\d text\/html/);
    }
  });
});
