import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../shared/deal/commands.ts';
import { deadlines } from '../../../shared/deal/deadlines.ts';
import type { Deal } from '../../../shared/deal/deal.ts';
import { stepsDue } from '../../../shared/deal/steps.ts';
import {
  type ActorName,
  agreement,
  arrival,
  asked,
  choice,
  having,
  license,
  offered,
  told,
} from '../../support/story.ts';

const steps = (deal: Deal) =>
  stepsDue(deal)
    .map(step => step.name)
    .filter(name => name !== 'sendMails');
const news: [ActorName, CommandBody][] = [
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
  const expected = essence(having(offered(), ...news));

  it.each(orders(news).map(order => [order.map(([, body]) => body.type).join(', '), order] as const))(
    'converge in the order %s',
    (_name, order) => {
      expect(essence(having(offered(), ...order))).toEqual(expected);
      expect(expected.stage).toBe('settingUp');
    },
  );

  it('converge when each comes twice', () => {
    expect(essence(having(offered(), ...news, ...news))).toEqual(expected);
  });

  it('of another agreement are left to a person', () => {
    const deal = having(offered(), ['aws', agreement]);
    expect(asked(deal, 'aws', { ...agreement, agreementId: 'agmt-2' }).refused).toBe('otherAgreement');
    expect(asked(deal, 'aws', { ...license, agreementId: 'agmt-2' }).refused).toBe('otherAgreement');
  });

  it('from another account are held: nothing is granted until a person has looked', () => {
    const other = { ...agreement, awsAccountId: '999900001111' };
    const held = having(
      offered(),
      ['aws', other],
      ['aws', license],
      ['buyer', { ...arrival, awsAccountId: '999900001111' }],
      ['buyer', choice],
    );
    expect(held.stuck).toMatchObject([{ reason: 'agreementDiffers' }]);
    expect(steps(held)).toEqual([]);
    expect(steps(having(held, ['support', { type: 'retryStep' }]))).toEqual(['readEntitlements']);
  });
});

describe('activation', () => {
  const chosen = () => having(offered(), ['aws', agreement], ['buyer', arrival], ['buyer', choice]);

  it('waits for the license event, whatever else is there', () => {
    expect(chosen().stage).toBe('activating');
    expect(steps(chosen())).toEqual([]);
    expect(steps(having(chosen(), ['aws', license]))).toEqual(['readEntitlements']);
  });

  it('waits for the agreement when the license came first', () => {
    const early = having(offered(), ['aws', license], ['buyer', arrival]);
    expect(steps(having(early, ['buyer', choice]))).toEqual([]);
    expect(steps(having(early, ['buyer', choice], ['aws', agreement]))).toEqual(['readEntitlements']);
  });

  it('reads, links, tells the product, and then confirms once to everybody concerned', () => {
    let deal = having(chosen(), ['aws', license]);
    deal = told(deal, {
      type: 'entitlementsRead',
      entitlements: [{ dimension: 'committed_spend', value: '1' }],
    });
    expect(steps(deal)).toEqual(['linkOrganization']);
    deal = told(deal, { type: 'organizationLinked' });
    expect(steps(deal)).toEqual(['tellProduct']);
    deal = told(deal, { type: 'productTold', configured: true });
    expect(deal.stage).toBe('active');
    expect(steps(deal)).toEqual([]);
    const confirmations = deal.mails
      .filter(mail => mail.template === 'confirmation')
      .map(mail => mail.reader);
    expect(confirmations).toMatchObject([{ email: 'jiro@aozora.example' }, { email: 'taro@aozora.example' }]);
  });

  it('lets the buyer choose another organization when the first one is taken', () => {
    const licensed = told(having(chosen(), ['aws', license]), { type: 'entitlementsRead', entitlements: [] });
    const step = stepsDue(licensed)[0]?.key ?? '';
    const taken = told(licensed, {
      type: 'stepFailed',
      stuck: { step, reason: 'organizationTaken', detail: 'taken', cure: 'linkOrganization' },
    });
    const other = having(taken, ['buyer', { ...choice, organizationId: 'o2' }]);
    expect(other.stuck).toEqual([]);
    expect(steps(other)).toEqual(['linkOrganization']);
    expect(asked(other, 'buyer', choice).refused).toBe('alreadyLinked');
  });

  it('grants nothing after AWS took the license back', () => {
    expect(
      steps(having(chosen(), ['aws', license], ['aws', { ...license, status: 'deprovisioned' }])),
    ).toEqual([]);
  });
});

describe('a buyer who does not come', () => {
  it('is chased after 1 hour, 1, 3 and 7 days, until he has chosen', () => {
    const kinds = (deal: Deal) => deadlines(deal).filter(each => each.kind === 'chaseSetUp');
    const accepted = having(offered(), ['aws', agreement]);
    expect(
      kinds(accepted).map(each => (Date.parse(each.at) - Date.parse(agreement.acceptedAt)) / 3_600_000),
    ).toEqual([1, 24, 72, 168]);
    const came = having(accepted, ['buyer', arrival]);
    expect(kinds(came).every(each => each.key.includes('left'))).toBe(true);
    expect(kinds(having(came, ['buyer', choice]))).toEqual([]);
  });
});
