import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { SystemEvent } from '../../../deal/events.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { buyerAccount } from '../../support/samples.ts';
import {
  type ActorName,
  acceptedAsAgreed,
  agreement,
  arrival,
  choice,
  given,
  license,
  offered,
  when,
} from '../../support/story.ts';
import { active } from '../acceptance/after-sale.ts';

const steps = (deal: Deal) =>
  stepsDue(deal)
    .map(step => step.name)
    .filter(name => name !== 'sendMails');
const notice: [ActorName, CommandBody][] = [
  ['aws', agreement],
  ['aws', license],
  ['buyer', arrival],
];

function orders<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map(rest => [item, ...rest]));
}

/** What matters of a deal, whatever the order in which it came about. */
function essence({ stage, agreement: agreed, license: licensed, registration, stuck, offers }: Deal) {
  return {
    stage,
    agreed,
    stuck,
    offers,
    arn: licensed?.licenseArn,
    registered: registration?.registrationId,
  };
}

describe('agreement, license and arrival', () => {
  const expected = essence(given(offered(), ...notice));

  it.each(orders(notice).map(order => [order.map(([, body]) => body.type).join(', '), order] as const))(
    'converge in the order %s',
    (_name, order) => {
      expect(essence(given(offered(), ...order))).toEqual(expected);
      expect(expected.stage).toBe('settingUp');
    },
  );

  it('converge when each comes twice', () => {
    expect(essence(given(offered(), ...notice, ...notice))).toEqual(expected);
  });

  it('of another agreement are left to a person', () => {
    const deal = given(offered(), ['aws', agreement]);
    const foreign = { ...agreement, agreementId: 'agmt-2', offerId: 'offer-of-others' };
    expect(when(deal, 'aws', foreign).refused).toBe('otherAgreement');
    expect(when(deal, 'aws', { ...license, agreementId: 'agmt-2' }).refused).toBe('otherAgreement');
  });

  it('that differ from what was agreed are held: nothing is granted until a person has looked', () => {
    const accepted = {
      ...acceptedAsAgreed.accepted,
      awsAccountId: '999900001111',
      total: '24000.00',
      units: { committed_spend: 2 },
    };
    const held = given(given(offered(), ...notice, ['buyer', choice]), { ...acceptedAsAgreed, accepted });
    expect(held.stuck).toMatchObject([{ reason: 'agreementDiffers', cure: 'retryStep' }]);
    expect(held.stuck[0]?.detail).toBe(
      `account: agreed ${buyerAccount}, accepted 999900001111; total: agreed 12000.00, accepted 24000.00; units: agreed committed_spend 1, accepted committed_spend 2`,
    );
    expect(steps(held)).toEqual([]);
    expect(when(held, 'support', { type: 'retryStep' }, held.updatedAt).refused).toBe('nothingStuck');
    const accept = { type: 'retryStep', step: 'acceptance' } as const;
    expect(steps(given(held, ['support', accept]))).toEqual(['readEntitlements']);
  });

  it('that pass a limit go on only with an approver', () => {
    const accepted = { ...acceptedAsAgreed.accepted, total: '1.00' };
    const held = given(given(offered(), ...notice, ['buyer', choice]), { ...acceptedAsAgreed, accepted });
    const accept = { type: 'retryStep', step: 'acceptance' } as const;
    for (const who of ['sales', 'support'] as const)
      expect(when(held, who, accept, held.updatedAt).refused).toBe('needsApprover');
    expect(steps(given(held, ['approver', accept]))).toEqual(['readEntitlements']);
  });

  it('later, by an amendment, hold nothing up: a customer who has paid for more gets it', () => {
    const more = { ...acceptedAsAgreed.accepted, total: '36000.00', units: { committed_spend: 3 } };
    const amendment = { ...agreement, intent: 'AMEND', learntFrom: 'event' } as const;
    const amended = given(given(active(), ['aws', amendment]), { ...acceptedAsAgreed, accepted: more });
    expect([amended.stuck, steps(amended)]).toEqual([[], ['readEntitlements']]);
  });
});

describe('activation', () => {
  const accepted = () => given(given(offered(), ['aws', agreement]), acceptedAsAgreed);
  const chosen = () => given(accepted(), ['buyer', arrival], ['buyer', choice]);
  const granted = () => {
    let deal = given(chosen(), ['aws', license]);
    deal = given(deal, {
      type: 'entitlementsRead',
      revision: 0,
      entitlements: [{ dimension: 'committed_spend', value: '1' }],
    });
    deal = given(deal, { type: 'organizationLinked', organizationId: 'o1', revision: 0 });
    return given(deal, { type: 'productTold', organizationId: 'o1', revision: 0, configured: true });
  };

  it('reads what was accepted as soon as there is an agreement', () => {
    expect(steps(given(offered(), ['aws', agreement]))).toEqual(['readAgreement']);
    expect(steps(accepted())).toEqual([]);
  });

  it('waits for the license event, whatever else is there', () => {
    expect(chosen().stage).toBe('activating');
    expect(steps(chosen())).toEqual([]);
    expect(steps(given(chosen(), ['aws', license]))).toEqual(['readEntitlements']);
  });

  it('waits for the agreement when the license came first', () => {
    const early = given(offered(), ['aws', license], ['buyer', arrival], ['buyer', choice]);
    expect(steps(early)).toEqual([]);
    expect(steps(given(given(early, ['aws', agreement]), acceptedAsAgreed))).toEqual(['readEntitlements']);
  });

  it('reads, links, tells the product, and then confirms once to everybody concerned', () => {
    let deal = given(chosen(), ['aws', license]);
    deal = given(deal, {
      type: 'entitlementsRead',
      revision: 0,
      entitlements: [{ dimension: 'committed_spend', value: '1' }],
    });
    expect(steps(deal)).toEqual(['linkOrganization']);
    deal = given(deal, { type: 'organizationLinked', organizationId: 'o1', revision: 0 });
    expect(stepsDue(deal)).toContainEqual(
      expect.objectContaining({ name: 'tellProduct', event: 'organization.linked' }),
    );
    deal = given(deal, { type: 'productTold', organizationId: 'o1', revision: 0, configured: true });
    expect(deal.stage).toBe('active');
    expect(steps(deal)).toEqual([]);
    const confirmations = deal.mails
      .filter(mail => mail.template === 'confirmation')
      .map(mail => mail.reader);
    expect(confirmations).toMatchObject([{ email: 'jiro@aozora.example' }, { email: 'taro@aozora.example' }]);
  });

  it('lets the buyer choose another organization when the first one is taken', () => {
    const licensed = given(given(chosen(), ['aws', license]), {
      type: 'entitlementsRead',
      revision: 0,
      entitlements: [],
    });
    const step = stepsDue(licensed).find(each => each.name === 'linkOrganization')?.key ?? 'linkOrganization';
    const taken = given(licensed, {
      type: 'stepFailed',
      stuck: { step, reason: 'organizationTaken', detail: 'taken', cure: 'linkOrganization' },
    });
    const other = given(taken, ['buyer', { ...choice, organizationId: 'o2' }]);
    expect(other.stuck).toEqual([]);
    expect(steps(other)).toEqual(['linkOrganization']);
    expect(when(other, 'buyer', choice).refused).toBe('alreadyLinked');
  });

  it('grants nothing after AWS took the license back', () => {
    const taken = given(chosen(), ['aws', license], ['aws', { ...license, status: 'deprovisioned' }]);
    expect(steps(taken)).toEqual(['readAgreement', 'unlinkOrganization']);
    const { revision } = taken;
    const done = given(taken, { type: 'organizationUnlinked', organizationId: 'o1', revision });
    expect(steps(done)).toEqual(['readAgreement']);
  });

  it('ignores what was read before the deal moved on', () => {
    const moved = given(granted(), ['aws', license]);
    expect(
      given(moved, { type: 'entitlementsRead', revision: 0, entitlements: [] }).entitlements,
    ).toBeUndefined();
  });

  describe('and afterwards', () => {
    const finish = (deal: Deal, ...names: string[]) => {
      const { revision } = deal;
      const outcomes = {
        readEntitlements: { type: 'entitlementsRead', revision, entitlements: [] },
        linkOrganization: { type: 'organizationLinked', organizationId: 'o1', revision },
        unlinkOrganization: { type: 'organizationUnlinked', organizationId: 'o1', revision },
        tellProduct: { type: 'productTold', organizationId: 'o1', revision, configured: true },
      } satisfies Record<string, SystemEvent>;
      return names.reduce((before, name) => {
        expect(steps(before)).toEqual([name]);
        return given(before, outcomes[name as keyof typeof outcomes]);
      }, deal);
    };
    const confirmations = (deal: Deal) => deal.mails.filter(mail => mail.template === 'confirmation').length;

    it('an amendment is read, linked and told anew, without a second confirmation', () => {
      const amended = given(granted(), [
        'aws',
        { ...agreement, intent: 'AMEND', endsAt: '2029-01-05T00:00:00.000Z' },
      ]);
      expect(steps(amended)).toEqual(['readAgreement']);
      const done = given(amended, acceptedAsAgreed);
      expect(done.stuck).toMatchObject([]);
      expect(done.stage).toBe('active');
      expect(confirmations(finish(done, 'readEntitlements', 'linkOrganization', 'tellProduct'))).toBe(2);
    });

    it('a renewal follows the agreement it names, and the end of the old one is not a cancellation', () => {
      const renewal = {
        ...agreement,
        agreementId: 'agmt-2',
        intent: 'RENEW',
        previousAgreementId: 'agmt-1',
        endsAt: '2029-01-05T00:00:00.000Z',
      } as const;
      const newLicense = {
        ...license,
        agreementId: 'agmt-2',
        licenseArn: 'arn:aws:license-manager::1:license:l-2',
      };
      const ended = given(granted(), ['aws', { ...agreement, status: 'RENEWED' }], ['aws', renewal]);
      expect(ended.stage).toBe('active');
      expect(ended.formerAgreements).toEqual(['agmt-1']);
      const read = given(ended, {
        ...acceptedAsAgreed,
        agreementId: 'agmt-2',
        accepted: { ...acceptedAsAgreed.accepted, endsAt: undefined } as never,
      });
      expect(steps(read)).toEqual([]);
      const renewed = given(read, ['aws', newLicense], ['aws', { ...license, status: 'deprovisioned' }]);
      expect(finish(renewed, 'readEntitlements', 'linkOrganization', 'tellProduct').stage).toBe('active');
    });

    it('a cancellation ends the deal, the link and the access', () => {
      const cancelled = given(granted(), ['aws', { ...agreement, status: 'CANCELLED' }]);
      expect(cancelled.closed).toMatchObject({ stage: 'ended', reason: 'CANCELLED' });
      const access = finish(cancelled, 'unlinkOrganization', 'tellProduct');
      expect(steps(access)).toEqual([]);
    });

    it('a license that AWS takes back ends the access and keeps the deal', () => {
      const taken = given(
        given(granted(), ['aws', { ...license, status: 'deprovisioned' }]),
        acceptedAsAgreed,
      );
      expect(finish(taken, 'unlinkOrganization', 'tellProduct').stage).toBe('activating');
    });
  });
});

describe('a buyer who does not come', () => {
  it('is chased after 1 hour, 1, 3 and 7 days, until he has chosen', () => {
    const kinds = (deal: Deal) => deadlines(deal).filter(each => each.kind === 'chaseSetUp');
    const accepted = given(offered(), ['aws', agreement]);
    expect(
      kinds(accepted).map(each => (Date.parse(each.at) - Date.parse(agreement.acceptedAt)) / 3_600_000),
    ).toEqual([1, 24, 72, 168]);
    const came = given(accepted, ['buyer', arrival]);
    expect(kinds(came).every(each => each.key.includes('left'))).toBe(true);
    expect(kinds(given(came, ['buyer', choice]))).toEqual([]);
  });
});

describe('a hand-over that did not reach the colleague', () => {
  const to = (email: string): [ActorName, CommandBody] => [
    'buyer',
    { type: 'handOverSetUp', to: { name: 'Jo', email } },
  ];
  const lost = (deal = given(offered(), ...notice)) => {
    const handed = given(deal, to('joo@aozora.example'));
    const mail = handed.mails.find(({ template }) => template === 'handOver');
    if (!mail) throw new Error('no mail');
    return given(handed, ['system', { type: 'mailBounced', mail, detail: '550 5.1.1' }]);
  };
  const handOvers = ({ mails }: Deal) => mails.filter(({ template }) => template === 'handOver').length;

  it('is over once the set-up is handed to somebody else', () => {
    expect(lost().stuck).toMatchObject([{ reason: 'mailBounced' }]);
    const again = given(lost(), to('jo@aozora.example'));
    expect([again.stuck.length, handOvers(again)]).toEqual([0, 1]);
  });

  it('is kept while another one is on its way', () => {
    const twice = given(offered(), ...notice, to('jo@aozora.example'), to('al@aozora.example'));
    expect(handOvers(twice)).toBe(2);
  });
});
