import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { SystemEvent } from '../../../deal/events.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { trouble } from '../../../deal/stuck.ts';
import { acceptedAsAgreed, agreement, choice, given, license, move, when } from '../../support/story.ts';
import { active, chosen, mailed } from '../acceptance/after-sale.ts';

const end = { type: 'endLink', reason: 'They want to start anew.' } as const satisfies CommandBody;
const takenBack = { ...license, status: 'deprovisioned' } as const satisfies CommandBody;

/** What is due, but for mails and for what AWS is asked beside. */
const dueOfLink = (deal: Deal) =>
  stepsDue(deal).filter(({ name }) => name !== 'sendMails' && name !== 'readAgreement');

/** The one step of accounts or product that is due, as they hear of it. */
function due(deal: Deal): string | undefined {
  const [step, ...others] = dueOfLink(deal);
  expect(others).toEqual([]);
  if (!step || !('link' in step)) return step?.name;
  const what = step.name === 'tellProduct' ? step.event : step.name;
  return `${what} ${step.link.organizationId}`;
}

const keyOf = (deal: Deal) => dueOfLink(deal)[0]?.key ?? 'tellProduct';

/** What becomes of the step that is due. */
function outcomeOf(deal: Deal): SystemEvent {
  const [step] = dueOfLink(deal);
  const { revision } = deal;
  switch (step?.name) {
    case 'readEntitlements':
      return { type: 'entitlementsRead', revision, entitlements: [] };
    case 'linkOrganization':
      return { type: 'organizationLinked', organizationId: step.link.organizationId, revision };
    case 'unlinkOrganization':
      return { type: 'organizationUnlinked', ...step.link };
    case 'tellProduct': {
      const { organizationId } = step.link;
      return { type: 'productTold', organizationId, revision: step.revision, configured: true };
    }
    default:
      throw new Error(`${step?.name} is due`);
  }
}

/** All that accounts and product hear, in its order, until nothing is due any more. */
function heard(deal: Deal): { said: string[]; keys: string[]; deal: Deal } {
  const said: string[] = [];
  const keys: string[] = [];
  let now = deal;
  for (let next = due(now); next; next = due(now)) {
    said.push(next);
    keys.push(keyOf(now));
    now = given(now, outcomeOf(now));
  }
  return { said, keys, deal: now };
}

const mailsOf = ({ mails }: Deal, template: string) =>
  mails
    .filter(mail => mail.template === template)
    .map(({ reader }) => (reader.to === 'person' ? reader.email : reader.to));

describe('a link that support moves', () => {
  const oldThenNew = [
    'unlinkOrganization o1',
    'organization.unlinked o1',
    'linkOrganization o2',
    'organization.linked o2',
  ];

  it('is taken from the one organization before the other has it, each told once', () => {
    const { said, keys, deal } = heard(given(active(), ['support', move]));
    expect(said).toEqual(oldThenNew);
    expect(new Set(keys).size).toBe(keys.length);
    expect([deal.stage, deal.link?.organizationId, deal.endingLinks]).toEqual(['active', 'o2', []]);
  });

  it('may be moved back, under keys that were never used', () => {
    const there = heard(given(active(), ['support', move]));
    const back = { ...move, organizationId: 'o1', organizationName: 'Aozora' };
    const again = heard(given(there.deal, ['support', back]));
    expect(again.said).toEqual([
      'unlinkOrganization o2',
      'organization.unlinked o2',
      'linkOrganization o1',
      'organization.linked o1',
    ]);
    const keys = [...there.keys, ...again.keys];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is told to everybody concerned at once, and confirmed when it is done', () => {
    const moved = given(active(), ['support', move]);
    expect(mailsOf(moved, 'linkMoved')).toEqual([
      'jiro@aozora.example',
      'taro@aozora.example',
      'saki@aozora.example',
      'ren@aozora.example',
      'owner',
    ]);
    const { deal } = heard(mailed(moved));
    expect(mailsOf(deal, 'confirmation')).toEqual(['saki@aozora.example', 'taro@aozora.example']);
    expect(mailsOf(deal, 'activatedNotice')).toEqual(['owner']);
  });

  it('while it is being made ends all the same: accounts may have it already', () => {
    const linking = given(chosen(), { type: 'entitlementsRead', revision: 0, entitlements: [] });
    const inFlight = outcomeOf(linking);
    const moved = given(given(linking, ['support', move]), inFlight);
    expect(moved.link).toMatchObject({ organizationId: 'o2' });
    expect(moved.link?.linkedAt).toBeUndefined();
    expect(heard(moved).said).toEqual([
      'unlinkOrganization o1',
      'linkOrganization o2',
      'organization.linked o2',
    ]);
  });

  it('while the product is told of it is told of the end too, and what was in flight confirms nothing', () => {
    const linked = given(given(chosen(), { type: 'entitlementsRead', revision: 0, entitlements: [] }), {
      type: 'organizationLinked',
      organizationId: 'o1',
      revision: 0,
    });
    const inFlight = outcomeOf(linked);
    const moved = given(given(linked, ['support', move]), inFlight);
    expect([moved.stage, mailsOf(moved, 'confirmation')]).toEqual(['activating', []]);
    expect(heard(moved).said).toEqual(oldThenNew);
  });

  it('twice before anything was done passes through no organization in between', () => {
    const twice = given(
      active(),
      ['support', move],
      ['support', { ...move, organizationId: 'o3', organizationName: 'Aozora Shop' }],
    );
    const { said, keys } = heard(twice);
    expect(said.filter(each => each.endsWith('linked o2'))).toEqual([]);
    expect(said.at(-1)).toBe('organization.linked o3');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the cure when the organization is taken', () => {
    const licensed = given(chosen(), { type: 'entitlementsRead', revision: 0, entitlements: [] });
    const stuck = trouble({ step: keyOf(licensed), reason: 'organizationTaken' });
    const taken = given(licensed, { type: 'stepFailed', stuck });
    expect(taken.stuck).toHaveLength(1);
    const moved = given(taken, ['support', move]);
    expect(moved.stuck).toEqual([]);
    expect(heard(moved).said).toEqual(['linkOrganization o2', 'organization.linked o2']);
    // Room may have been made meanwhile.
    const same = given(taken, ['support', { ...move, organizationId: 'o1' }]);
    expect(heard(same).said).toEqual(['linkOrganization o1', 'organization.linked o1']);
  });

  it('leaves nothing stuck behind it', () => {
    const amended = given(active(), ['aws', license]);
    const read = given(amended, { type: 'entitlementsRead', revision: 1, entitlements: [] });
    const linked = given(read, { type: 'organizationLinked', organizationId: 'o1', revision: 1 });
    const failure = {
      type: 'stepFailed',
      stuck: trouble({ step: keyOf(linked), reason: 'productNotTold' }),
    } as const;
    const before = given(given(linked, failure), ['support', move]);
    const after = given(given(linked, ['support', move]), failure);
    expect([before.stuck, after.stuck]).toEqual([[], []]);
    expect(mailsOf(after, 'stuckNotice')).toEqual([]);
  });

  it('is not linked anew when the agreement ends in the middle, and the old one still is told', () => {
    const moved = given(active(), ['support', move]);
    const half = given(moved, outcomeOf(moved));
    const cancelled = given(half, ['aws', { ...agreement, status: 'CANCELLED' }]);
    // Whether the new one is there already cannot be known here, so accounts are told.
    expect(heard(cancelled).said).toEqual(['organization.unlinked o1', 'unlinkOrganization o2']);
    const linking = heard(moved)
      .said.slice(0, 2)
      .reduce(before => given(before, outcomeOf(before)), moved);
    const inFlight = outcomeOf(linking);
    const ended = given(given(linking, ['aws', { ...agreement, status: 'CANCELLED' }]), inFlight);
    expect(heard(ended).said).toEqual(['unlinkOrganization o2', 'organization.unlinked o2']);
  });

  it('while AWS has the license back goes on with the end that was begun, and waits with the new one', () => {
    const taken = given(active(), ['aws', takenBack]);
    const key = keyOf(taken);
    const moved = given(taken, ['support', move]);
    expect(keyOf(moved)).toBe(key);
    const { said, deal } = heard(moved);
    expect(said).toEqual(['unlinkOrganization o1', 'organization.unlinked o1', 'unlinkOrganization o2']);
    const done = given(heard(taken).deal, ['support', move]);
    expect(heard(done).said).toEqual(['unlinkOrganization o2']);
    const back = given(given(deal, ['aws', license]), acceptedAsAgreed);
    expect(heard(back).said.at(-1)).toBe('organization.linked o2');
  });

  it('is refused to everybody but support, without an agreement, and to where it is', () => {
    expect(when(active(), 'sales', move).refused).toBe('notYours');
    expect(when(active(), 'support', { ...move, organizationId: 'o1' }).refused).toBe('alreadyLinked');
    const over = given(active(), ['aws', { ...agreement, status: 'CANCELLED' }]);
    expect(when(over, 'support', move).refused).toBe('dealClosed');
  });
});

describe('a link that support ends', () => {
  it('is taken back from accounts and product, and the agreement goes on', () => {
    const { said, deal } = heard(given(active(), ['support', end]));
    expect(said).toEqual(['unlinkOrganization o1', 'organization.unlinked o1']);
    expect([deal.stage, deal.link, deal.closed]).toEqual(['settingUp', undefined, undefined]);
    expect(deal.unlinked).toMatchObject({ organizationName: 'Aozora', reason: end.reason });
  });

  it('is told to user, signer and owner, and nobody is chased', () => {
    const ended = given(active(), ['support', end]);
    expect(mailsOf(ended, 'linkEnded')).toEqual(['jiro@aozora.example', 'taro@aozora.example', 'owner']);
    const kinds = deadlines(ended).map(({ kind }) => kind);
    expect(kinds).not.toEqual(expect.arrayContaining(['chaseSetUp']));
    expect(kinds).not.toEqual(expect.arrayContaining(['buyerAbsent']));
  });

  it.each([
    ['the buyer', 'buyer', choice],
    ['support', 'support', { ...move, organizationId: 'o1' }],
  ] as const)('may be made anew by %s, for the same organization too', (_who, by, body) => {
    const ended = given(active(), ['support', end]);
    const before = heard(ended);
    const done = heard(given(before.deal, [by, body]));
    const atOnce = heard(given(ended, [by, body]));
    expect(done.said).toEqual(['linkOrganization o1', 'organization.linked o1']);
    expect(atOnce.said).toEqual([...before.said, ...done.said]);
    const keys = [...before.keys, ...done.keys];
    expect(new Set(keys).size).toBe(keys.length);
    expect([done.deal.stage, done.deal.unlinked]).toEqual(['active', undefined]);
  });

  it('does not keep the end of the agreement from the signer', () => {
    const over = given(mailed(given(active(), ['support', end])), [
      'aws',
      { ...agreement, status: 'CANCELLED' },
    ]);
    expect(mailsOf(over, 'accessEnded')).toContain('taro@aozora.example');
  });

  it('is refused where there is none', () => {
    expect(when(given(active(), ['support', end]), 'support', end).refused).toBe('notNow');
    expect(when(active(), 'sales', end).refused).toBe('notYours');
  });
});

it('the end of an agreement that the product never heard of confirms nothing', () => {
  const linked = given(given(chosen(), { type: 'entitlementsRead', revision: 0, entitlements: [] }), {
    type: 'organizationLinked',
    organizationId: 'o1',
    revision: 0,
  });
  const { deal } = heard(given(linked, ['aws', { ...agreement, status: 'CANCELLED' }]));
  expect(mailsOf(deal, 'confirmation')).toEqual([]);
});
