import {
  CancelAgreementCancellationRequestCommand,
  ConflictException,
  DescribeAgreementCommand,
  GetAgreementCancellationRequestCommand,
  GetAgreementEntitlementsCommand,
  GetAgreementTermsCommand,
  ListAgreementCancellationRequestsCommand,
  ResourceNotFoundException,
  SearchAgreementsCommand,
  SendAgreementCancellationRequestCommand,
  ValidationException,
} from '@aws-sdk/client-marketplace-agreement';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../../emulator/emulator.ts';
import type { Task } from '../../../../emulator/engine/task.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  failure,
  inDays,
  offerChanges,
  outcome,
  PRODUCT,
  quickEmulator,
  releasedOffer,
  until,
  update,
} from '../../offers.ts';

let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
// A test that moves the clock must not move it for the next one.
afterEach(() => {
  emulator.clock({ now: new Date().toISOString() });
});
afterAll(() => emulator.stop());

async function purchase(changes = offerChanges(), more: { autoRenew?: boolean } = {}) {
  const offerId = await releasedOffer(clients, changes);
  return emulator.accept({ offerId, accountId: BUYER, units: { committed_spend: 1 }, ...more });
}
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace('02-29', '03-01');
const renewable = () =>
  offerChanges({
    UpdateRenewalTerms: update('UpdateRenewalTerms', {
      Terms: [{ Type: 'RenewalTerm', PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' } }],
    }),
  });

const search = async (filters: Record<string, string>, values?: string[]) => {
  const all = Object.entries({ AgreementType: 'PurchaseAgreement', ...filters });
  const command = new SearchAgreementsCommand({
    filters: all.map(([name, value]) => ({ name, values: values ?? [value] })),
  });
  return (await clients.agreement.send(command)).agreementViewSummaries?.map(each => each.agreementId);
};
const status = async (agreementId: string) =>
  (await clients.agreement.send(new DescribeAgreementCommand({ agreementId }))).status;
const license = (id: string) => emulator.state.agreements[id]?.license;
const eventsOf = (id: string) =>
  emulator
    .events()
    .map(each => each.envelope)
    .filter(each => JSON.stringify(each).includes(id));
const event = (type: string, id: string) =>
  until(type, () => eventsOf(id).find(each => each['detail-type'] === type));
/** No such task is planned any more for what has this id. */
const isDone = (kind: Task['kind'], id: string) =>
  !emulator.state.jobs.some(({ task }) => task.kind === kind && JSON.stringify(task).includes(id));

describe('SearchAgreements', () => {
  it('is empty until the offer is accepted, then finds it by every key', async () => {
    const offerId = await releasedOffer(clients);
    expect(await search({ OfferId: offerId })).toEqual([]);
    const { id, licenseArn } = emulator.accept({ offerId, accountId: BUYER, units: { committed_spend: 1 } });
    const keys: Record<string, string>[] = [
      { PartyType: 'Proposer', OfferId: offerId },
      { LicenseArn: licenseArn },
      { InitialAgreementId: id },
      { OfferId: offerId, Status: 'ACTIVE', AcceptorAccountId: BUYER, ResourceIdentifier: PRODUCT },
      { OfferId: offerId, AfterEndTime: new Date().toISOString() },
    ];
    for (const filters of keys) expect(await search(filters)).toEqual([id]);
    expect(await search({ PartyType: 'Acceptor', OfferId: offerId })).toEqual([]);
  });

  it.each([
    ['no AgreementType', [{ name: 'OfferId', values: ['offer-x'] }]],
    [
      'two values in one filter',
      [
        { name: 'AgreementType', values: ['PurchaseAgreement'] },
        { name: 'OfferId', values: ['a', 'b'] },
      ],
    ],
    [
      'an unknown filter',
      [
        { name: 'AgreementType', values: ['PurchaseAgreement'] },
        { name: 'Colour', values: ['red'] },
      ],
    ],
  ])('refuses %s', async (_what, filters) => {
    const searching = clients.agreement.send(new SearchAgreementsCommand({ filters }));
    await expect(searching).rejects.toBeInstanceOf(ValidationException);
  });
});

describe('reading an agreement', () => {
  it('names the parties, the offer, the period and the value', async () => {
    const { id, offerId } = await purchase();
    const agreement = await clients.agreement.send(new DescribeAgreementCommand({ agreementId: id }));
    expect(agreement).toMatchObject({
      agreementType: 'PurchaseAgreement',
      acceptor: { accountId: BUYER },
      proposer: { accountId: emulator.state.sellerAccountId },
      proposalSummary: { offerId, resources: [{ id: PRODUCT, type: 'SaaSProduct' }] },
      estimatedCharges: { agreementValue: '12000.00' },
      endTimeBehavior: { type: 'EXPIRE', reasonCode: 'NO_RENEWAL_TERM' },
    });
    expect(agreement.endTime?.getUTCFullYear()).toBe(new Date().getUTCFullYear() + 1);
  });

  it('gives the terms with the buyer’s choices', async () => {
    const { id } = await purchase(renewable(), { autoRenew: true });
    const { acceptedTerms } = await clients.agreement.send(new GetAgreementTermsCommand({ agreementId: id }));
    const contract = acceptedTerms?.find(
      term => term.configurableUpfrontPricingTerm,
    )?.configurableUpfrontPricingTerm;
    const renewal = acceptedTerms?.find(term => term.renewalTerm)?.renewalTerm;
    expect(contract?.configuration).toEqual({
      selectorValue: 'P12M',
      dimensions: [{ dimensionKey: 'committed_spend', dimensionValue: 1 }],
    });
    expect(renewal).toMatchObject({
      configuration: { enableAutoRenew: true },
      priceIncrease: { fixedPercentage: { value: '3.00' } },
    });
  });

  it('leads from the agreement to the license', async () => {
    const { id, licenseArn } = await purchase();
    const get = new GetAgreementEntitlementsCommand({ agreementId: id });
    const entitlement = await until('the license', async () => {
      const [first] = (await clients.agreement.send(get)).agreementEntitlements ?? [];
      return first?.status === 'PROVISIONED' ? first : undefined;
    });
    expect(entitlement).toMatchObject({ licenseArn, statusReasonCode: 'AGREEMENT_ACTIVE' });
    expect(entitlement.registrationToken).toBeUndefined();
  });

  it('knows no agreement of another id', async () => {
    await expect(status('agmt-none')).rejects.toBeInstanceOf(ResourceNotFoundException);
    await expect(status('constructor')).rejects.toBeInstanceOf(ResourceNotFoundException);
  });
});

describe('an agreement of the future', () => {
  it('is active at once and licensed from its first day', async () => {
    const dates = { AgreementStartDate: inDays(40), AgreementEndDate: yearAfter(inDays(40)) };
    const UpdateValidityTerms = update('UpdateValidityTerms', {
      Terms: [{ Type: 'ValidityTerm', ...dates }],
    });
    const { id } = await purchase(offerChanges({ UpdateValidityTerms }));
    await until('the plan', () => license(id) === 'SCHEDULED');
    expect(await status(id)).toBe('ACTIVE');
    emulator.clock({ now: `${inDays(40)}T00:00:01Z` });
    await until('the license', () => license(id) === 'PROVISIONED');
  });
});

const replacementFor = (agreementId: string, term: Record<string, unknown>) =>
  offerChanges({
    CreateOffer: {
      ChangeType: 'CreateReplacementOffer',
      ChangeName: 'CreateOfferChange',
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { AgreementId: agreementId },
    },
    UpdateTargeting: undefined,
    UpdateValidityTerms: update('UpdateValidityTerms', { Terms: [{ Type: 'ValidityTerm', ...term }] }),
  });

describe('an agreement ends', () => {
  it('by a failed payment, with no license', async () => {
    emulator.settings({ failNextPayments: 1 });
    const { id } = await purchase();
    await event('Purchase Agreement Ended - Proposer', id);
    expect([await status(id), license(id)]).toEqual(['ROLLED_BACK', 'FAILED']);
    expect(eventsOf(id).map(each => each['detail-type'])).not.toContain('License Updated - Manufacturer');
  });

  it('by a replacement offer, and the new one names the first agreement', async () => {
    const old = await purchase();
    await event('License Updated - Manufacturer', old.id);
    const replacement = await purchase(replacementFor(old.id, { AgreementEndDate: inDays(700) }));
    const created = await event('Purchase Agreement Created - Proposer', replacement.id);
    expect(created.detail.agreement).toMatchObject({ intent: 'REPLACE' });
    await event('License Deprovisioned - Manufacturer', old.id);
    expect([await status(old.id), await status(replacement.id)]).toEqual(['REPLACED', 'ACTIVE']);
    expect(await search({ InitialAgreementId: old.id, Status: 'ACTIVE' })).toEqual([replacement.id]);
  });

  it('a replacement offer needs an end date and an active agreement', async () => {
    const { id } = await purchase();
    const withoutEnd = replacementFor(id, { AgreementDuration: 'P12M' });
    expect(await failure(clients, withoutEnd)).toEqual(['MISSING_AGREEMENT_END_DATE']);
    emulator.endAgreement(id, 'CANCELLED');
    expect((await outcome(clients, withoutEnd)).Status).toBe('FAILED');
  });

  it('and is replaced by no offer that comes too late', async () => {
    const { id } = await purchase();
    const changes = replacementFor(id, { AgreementEndDate: inDays(700) });
    const offerId = await releasedOffer(clients, changes);
    emulator.endAgreement(id, 'CANCELLED');
    const units = { committed_spend: 1 };
    expect(() => emulator.accept({ offerId, accountId: BUYER, units })).toThrow('does not exist');
    expect(await status(id)).toBe('CANCELLED');
  });

  it('once: no payment that fails later ends it again', async () => {
    emulator.settings({ failNextPayments: 1 });
    const { id } = await purchase();
    emulator.endAgreement(id, 'TERMINATED');
    await until('the payment', () => emulator.settings().failNextPayments === 0 && isDone('failPayment', id));
    expect(await status(id)).toBe('TERMINATED');
  });

  it('by the end of its term in business time, after the notices before it', async () => {
    const { id } = await purchase();
    await event('License Updated - Manufacturer', id);
    emulator.clock({ advance: 'P11M15D' });
    const notice = await event('Purchase Agreement Ending - Proposer', id);
    expect(notice.detail.agreement).toMatchObject({ id, autoRenewalEnabled: false });
    emulator.clock({ advance: 'P2M' });
    await event('License Deprovisioned - Manufacturer', id);
    expect(await status(id)).toBe('EXPIRED');
    const ended = await event('Purchase Agreement Ended - Proposer', id);
    expect(Object.keys(ended.detail)).not.toContain('offer');
  });

  it('or is renewed by a new one that names the previous', async () => {
    const old = await purchase(renewable(), { autoRenew: true });
    await event('License Updated - Manufacturer', old.id);
    emulator.clock({ advance: 'P1Y1D' });
    await until('the renewal', async () => (await status(old.id)) === 'RENEWED');
    const [renewedId = ''] = (await search({ InitialAgreementId: old.id, Status: 'ACTIVE' })) ?? [];
    const created = await event('Purchase Agreement Created - Proposer', renewedId);
    expect(created.detail).toMatchObject({
      agreement: { intent: 'RENEW', previousAgreementId: old.id },
      product: { id: PRODUCT },
    });
  });
});

describe('an amendment', () => {
  it('keeps agreement and license and tells of both', async () => {
    const { id, licenseArn } = await purchase();
    await event('License Updated - Manufacturer', id);
    emulator.amendAgreement(id, { units: { committed_spend: 3 } });
    const amended = await event('Purchase Agreement Amended - Proposer', id);
    expect(amended.detail.agreement).toMatchObject({ intent: 'AMEND', status: 'ACTIVE' });
    await until('the second license event', () => eventsOf(licenseArn).length === 2);
    expect(emulator.state.agreements[id]?.entitlements).toEqual([
      { dimension: 'committed_spend', quantity: 3 },
    ]);
  });
});

describe('a cancellation request', () => {
  const send = (agreementId: string, clientToken?: string) =>
    clients.agreement.send(
      new SendAgreementCancellationRequestCommand({
        agreementId,
        reasonCode: 'OTHER',
        ...(clientToken && { clientToken }),
      }),
    );
  const state = async (agreementId: string, agreementCancellationRequestId: string | undefined) => {
    const get = new GetAgreementCancellationRequestCommand({ agreementId, agreementCancellationRequestId });
    return (await clients.agreement.send(get)).status;
  };

  it('is the same for the same token, and alone for its agreement', async () => {
    const { id } = await purchase();
    const first = await send(id, 'token-1');
    expect(first).toMatchObject({ status: 'PENDING_APPROVAL' });
    expect((await send(id, 'token-1')).agreementCancellationRequestId).toBe(
      first.agreementCancellationRequestId,
    );
    await expect(send(id)).rejects.toBeInstanceOf(ConflictException);
  });

  it('ends the agreement when the buyer approves', async () => {
    const { id } = await purchase();
    const { agreementCancellationRequestId: request = '' } = await send(id);
    emulator.answerCancellation(request, { approve: true });
    expect([await state(id, request), await status(id)]).toEqual(['APPROVED', 'CANCELLED']);
    const approved = await event('Agreement Cancellation Request Approved - Proposer', request);
    expect(approved.resources).toEqual([]);
    expect(approved.detail.agreement).toMatchObject({ id, acceptorId: BUYER });
  });

  it('leaves the agreement when the buyer rejects or the seller takes it back', async () => {
    const { id } = await purchase();
    const first = await send(id);
    emulator.answerCancellation(first.agreementCancellationRequestId ?? '', { approve: false, reason: 'No' });
    const second = await send(id);
    await clients.agreement.send(
      new CancelAgreementCancellationRequestCommand({
        agreementId: id,
        agreementCancellationRequestId: second.agreementCancellationRequestId,
        cancellationReason: 'Mistake',
      }),
    );
    const list = new ListAgreementCancellationRequestsCommand({ partyType: 'Proposer', agreementId: id });
    const { items } = await clients.agreement.send(list);
    expect(items?.map(each => each.status)).toEqual(['REJECTED', 'CANCELLED']);
    expect(await status(id)).toBe('ACTIVE');
  });

  it('is approved by itself after seven days', async () => {
    const { id } = await purchase();
    const { agreementCancellationRequestId: request } = await send(id);
    emulator.clock({ advance: 'P8D' });
    await until('the approval', async () => (await state(id, request)) === 'APPROVED');
    expect(await status(id)).toBe('CANCELLED');
  });

  it('is not approved any more once its agreement has ended otherwise', async () => {
    const { id } = await purchase();
    const { agreementCancellationRequestId: request = '' } = await send(id);
    emulator.endAgreement(id, 'TERMINATED');
    expect(() => emulator.answerCancellation(request, { approve: true })).toThrow('already TERMINATED');
    emulator.clock({ advance: 'P8D' });
    await until('the seventh day', () => isDone('approveCancellation', request));
    expect([await state(id, request), await status(id)]).toEqual(['PENDING_APPROVAL', 'TERMINATED']);
  });

  it('is refused for an agreement that has ended', async () => {
    const { id } = await purchase();
    emulator.endAgreement(id, 'TERMINATED');
    await expect(send(id)).rejects.toMatchObject({
      name: 'ValidationException',
      reason: 'INACTIVE_AGREEMENT',
    });
  });
});
