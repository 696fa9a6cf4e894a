import { describe, expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { nextPath } from '../../../api/accounts/next-path.ts';
import type { Deps } from '../../../api/deps.ts';
import { mayChoose, nextPage } from '../../../api/setup/next-page.ts';
import { readProgress } from '../../../api/setup/progress/progress.ts';
import type { User } from '../../../shared/accounts/accounts.ts';
import type { SetupSession } from '../../../shared/models/setup-session.ts';
import {
  acceptedAsAgreed,
  agreement,
  arrival,
  choice,
  given,
  license,
  offered,
} from '../../support/story.ts';

const session = { _id: 's1', userIds: [], handedTo: [] } as unknown as SetupSession;
const request = { session: {} } as FastifyRequest;
const userWith = (profile: User['profile']) => ({ profile }) as User;
const business = { companyName: 'Aozora', country: 'JP', jobTitle: 'IT', teamSize: '1' } as const;
const settingUp = () => given(offered(), ['aws', agreement], ['buyer', arrival]);
/** Everything is read, and the organization is about to be linked. */
const linkable = () =>
  given(given(given(settingUp(), acceptedAsAgreed), ['buyer', choice], ['aws', license]), {
    type: 'entitlementsRead',
    revision: 0,
    entitlements: [],
  });

describe('where a set-up goes on', () => {
  test.each([
    ['register', {}],
    ['business/1', { user: userWith({}) }],
    ['business/2', { user: userWith({ companyName: 'Aozora', country: 'JP' }) }],
    ['organization', { user: userWith(business) }],
    ['organization', { user: userWith({}), isKnown: true }],
    ['organization', { user: userWith(business), deal: settingUp() }],
    ['progress', { user: userWith(business), deal: given(settingUp(), ['buyer', choice]) }],
    ['progress', { deal: given(settingUp(), ['buyer', choice]) }],
  ])('is %s', (page, facts) => {
    expect(nextPage({ session, request, isKnown: false, ...facts })).toBe(page);
  });

  test('is the mail while that is waited for', () => {
    const waiting = { session: { signUp: { email: 'hana@aozora.example' } } } as FastifyRequest;
    expect(nextPage({ session, request: waiting, isKnown: false })).toBe('check-mail');
  });

  test('is progress once an organization was chosen, deal or not', () => {
    const chosen = { organizationId: 'o1', organizationName: 'Aozora', userId: 'u1', commandId: 'c1' };
    expect(
      nextPage({ session: { ...session, chosen }, request, isKnown: false, user: userWith(business) }),
    ).toBe('progress');
  });
});

describe('an organization may be chosen', () => {
  const chosen = { organizationId: 'o1', organizationName: 'Aozora', userId: 'u1', commandId: 'c1' };
  const of = (deal?: ReturnType<typeof offered>, more = {}) =>
    mayChoose({
      session: { ...session, ...more },
      request,
      isKnown: false,
      user: userWith(business),
      ...(deal && { deal }),
    });

  test('until the deal has one, and again when that is taken', () => {
    const linking = linkable();
    const taken = given(linking, {
      type: 'stepFailed',
      stuck: {
        step: 'linkOrganization:o1:0',
        reason: 'organizationTaken',
        detail: '',
        cure: 'linkOrganization',
      },
    });
    expect([of(), of(undefined, { chosen }), of(settingUp(), { chosen })]).toEqual([true, true, true]);
    expect([of(linking), of(taken)]).toEqual([false, true]);
  });

  test('not before the business forms are filled in', () => {
    expect(mayChoose({ session, request, isKnown: false, user: userWith({}) })).toBe(false);
  });
});

describe('progress', () => {
  const progressOf = (deal: ReturnType<typeof offered>) => readProgress({} as Deps, { session, deal });

  test('follows the deal step by step', async () => {
    const chosen = given(settingUp(), ['buyer', choice]);
    expect(await progressOf(chosen)).toMatchObject({ state: 'running', current: 'license' });
    const licensed = given(chosen, ['aws', license]);
    expect(await progressOf(licensed)).toMatchObject({ current: 'entitlements' });
    const { revision } = licensed;
    const read = given(licensed, { type: 'entitlementsRead', revision, entitlements: [] });
    expect(await progressOf(read)).toMatchObject({ current: 'organization' });
    const linked = given(read, { type: 'organizationLinked', organizationId: 'o1', revision });
    expect(await progressOf(linked)).toMatchObject({ state: 'running', current: 'product' });
    const active = given(linked, { type: 'productTold', organizationId: 'o1', revision, configured: true });
    expect(await progressOf(active)).toMatchObject({ state: 'done', organization: { organizationId: 'o1' } });
  });

  test('asks for another organization when the first is taken, and for patience when anything else is stuck', async () => {
    const chosen = linkable();
    const stuckBy = (reason: 'organizationTaken' | 'entitlementsMissing' | 'mailNotSent') =>
      given(chosen, {
        type: 'stepFailed',
        stuck: {
          step: reason === 'mailNotSent' ? 'sendMails:9' : 'linkOrganization:o1:0',
          reason,
          detail: '',
          cure: reason === 'organizationTaken' ? 'linkOrganization' : 'retryStep',
        },
      });
    expect((await progressOf(stuckBy('organizationTaken'))).state).toBe('taken');
    expect((await progressOf(stuckBy('entitlementsMissing'))).state).toBe('stuck');
    expect((await progressOf(stuckBy('mailNotSent'))).state).toBe('running');
  });
});

describe('nextPath', () => {
  test.each(['/setup/s1', '/organizations/o1/billing?lang=ja'])('goes on to %s', path => {
    expect(nextPath(path)).toBe(path);
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '',
    undefined,
    ['/x'],
  ])('never leaves this site for %p', path => {
    expect(nextPath(path)).toMatch(/^\/($|[^/\\])/);
  });
});
