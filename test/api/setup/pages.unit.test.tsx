import { describe, expect, test } from '@jest/globals';
import type { VNode } from 'preact';
import { BillingPage } from '../../../api/accounts/organizations/billing-page.tsx';
import { OrganizationsPage } from '../../../api/accounts/organizations/organizations-page.tsx';
import { ForgottenPage } from '../../../api/accounts/password/forgotten-page.tsx';
import { NewPasswordPage, ResetOverPage } from '../../../api/accounts/password/new-password-page.tsx';
import { SignInPage } from '../../../api/accounts/sign-in/sign-in-page.tsx';
import { CheckMailPage } from '../../../api/accounts/verify/check-mail-page.tsx';
import { VerifiedPage, VerifyOverPage, VerifyPage } from '../../../api/accounts/verify/verify-page.tsx';
import { BusinessPage } from '../../../api/setup/business/business-page.tsx';
import { HandOverPage } from '../../../api/setup/hand-over/hand-over-page.tsx';
import { OrganizationPage } from '../../../api/setup/organization/organization-page.tsx';
import type { SetupProgress } from '../../../api/setup/progress/progress.ts';
import { ProgressPage } from '../../../api/setup/progress/progress-page.tsx';
import { RegisterPage } from '../../../api/setup/sign-up/sign-up-page.tsx';
import { type Language, languages } from '../../../deal/people.ts';
import type { LinkObstacle, OrganizationChoice } from '../../../shared/accounts/accounts.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { linkOf } from '../../shared/accounts/support.ts';
import { sampleTerms } from '../../support/samples.ts';
import { accessibilityProblems, htmlOf } from '../ui/accessibility.ts';
import { contextIn, keys } from '../ui/kitchen-sink.tsx';

const unwritten = /undefined|\[object|NaN|Invalid Date|=&gt; /;
const evil = '<b>Aozora & Co.</b>';
const wrong = (...names: string[]) => Object.fromEntries(names.map(name => [name, evil]));

const userIn = (language: Language) => ({
  userId: 'user_1',
  accountName: evil,
  email: 'hana@aozora.example',
  emailVerified: true,
  language,
  timeZone: 'Asia/Tokyo',
  profile: {},
  passwordVersion: 'v-1',
});

const obstacles: (LinkObstacle | undefined)[] = [undefined, 'notAllowed', 'unpaidInvoice', 'linkedElsewhere'];
const organizations = obstacles.map(
  (obstacle, index): OrganizationChoice => ({
    organizationId: `org_${index}`,
    name: `${evil} ${index}`,
    role: obstacle === 'notAllowed' ? 'member' : 'owner',
    returning: index === 0,
    billed: obstacle === 'linkedElsewhere',
    ...(obstacle && { obstacle }),
  }),
);
const organization = { organizationId: 'org_1', name: evil };
const progressIn: Record<string, SetupProgress> = {
  'before any deal': { state: 'running', changeable: true, done: [], current: 'purchase', organization },
  'waiting for the license': {
    state: 'running',
    changeable: true,
    done: ['purchase'],
    current: 'license',
    organization,
  },
  stuck: {
    state: 'stuck',
    changeable: false,
    done: ['purchase', 'license'],
    current: 'entitlements',
    organization,
  },
  taken: { state: 'taken', changeable: false, done: ['purchase'], current: 'organization', organization },
  refused: { state: 'refused', changeable: false, done: ['purchase'], current: 'license', refusal: 'notNow' },
  done: {
    state: 'done',
    changeable: false,
    done: ['purchase', 'license', 'entitlements', 'organization', 'product'],
    organization,
  },
  closed: { state: 'closed', changeable: false, done: ['purchase'] },
};

function pagesIn(lang: Language): Record<string, VNode> {
  const context = contextIn(lang, '/setup/s1');
  const user = userIn(lang);
  const place = { context, keys, sessionId: 's1', user };
  const purchase = { product: evil, awsAccountId: '111122223333', months: 12 };
  const customer = { user, keys };
  const billing = {
    context,
    customer,
    organization,
    consoleUrl: 'https://c.example',
    manageUrl: 'https://m.example',
    now: '2026-12-22T00:00:00.000Z',
  };
  const link = linkOf({ organizationId: 'org_1', dealId: 'deal1', endsAt: '2027-11-22T00:00:00.000Z' });
  const terms = sampleTerms('2026-11-22T00:00:00.000Z');
  const later = linkOf({
    organizationId: 'org_1',
    dealId: 'deal2',
    agreementId: 'agmt-later',
    awsAccountId: '444455556666',
    startsAt: '2027-01-22T00:00:00.000Z',
  });
  const ended = linkOf({
    organizationId: 'org_1',
    dealId: 'deal3',
    agreementId: 'agmt-ended',
    endedAt: '2026-12-01T00:00:00.000Z',
  });
  const verify = { context, keys, action: '/accounts/verify/t', forgottenUrl: '/f', email: user.email };
  return {
    register: <RegisterPage {...place} user={undefined} purchase={purchase} />,
    'register for a stranger': <RegisterPage {...place} user={undefined} />,
    'register again': (
      <RegisterPage
        {...place}
        user={undefined}
        fields={{ accountName: evil, email: evil }}
        errors={wrong('accountName', 'email', 'password')}
      />
    ),
    'sign in': (
      <SignInPage
        context={context}
        keys={keys}
        title={evil}
        action="/accounts/sign-in"
        forgotten="/x"
        signedOut
      />
    ),
    'sign in again': (
      <SignInPage context={context} keys={keys} title={evil} action="/x" forgotten="/x" email={evil} wrong />
    ),
    forgotten: <ForgottenPage context={context} keys={keys} action="/x" signIn="/y" />,
    'forgotten again': (
      <ForgottenPage {...{ context, keys }} action="/x" signIn="/y" email={evil} errors={wrong('email')} />
    ),
    'mail for a new password': (
      <CheckMailPage
        {...{ context, keys, email: evil, goodForHours: 2 }}
        action="/x"
        resent={false}
        fields={{ email: evil, again: 'yes' }}
        otherAddress="/x"
      />
    ),
    'new password': <NewPasswordPage {...{ context, keys }} action="/x" email={user.email} />,
    'new password again': (
      <NewPasswordPage {...{ context, keys }} action="/x" email={user.email} errors={wrong('password')} />
    ),
    'new password too late': <ResetOverPage context={context} goodForHours={2} again="/x" signIn="/y" />,
    'check mail': (
      <CheckMailPage
        goodForHours={24}
        context={context}
        keys={keys}
        action="/x"
        email={evil}
        resent
        otherAddress="/y"
      />
    ),
    verify: <VerifyPage {...verify} askPassword={false} />,
    'verify elsewhere': <VerifyPage {...verify} askPassword errors={wrong('password')} />,
    verified: <VerifiedPage context={context} next="/setup/s1" />,
    'verify too late': <VerifyOverPage context={context} goodForHours={24} signInUrl="/x" />,
    'business 1': (
      <BusinessPage
        {...place}
        form={1}
        fields={{ companyName: evil, country: 'JP' }}
        errors={wrong('companyName', 'country', 'phone')}
      />
    ),
    'business 2': <BusinessPage {...place} form={2} fields={{ teamSize: '2-10', purpose: evil }} />,
    organization: (
      <OrganizationPage
        {...place}
        organizations={organizations}
        purchase={purchase}
        fields={{ organization: 'org_0', newName: evil }}
        errors={wrong('organization', 'newName')}
        refusal={evil}
      />
    ),
    'first organization': (
      <OrganizationPage
        {...place}
        organizations={[]}
        purchase={{ ...purchase, months: undefined }}
        fields={{ organization: 'new', newName: evil }}
      />
    ),
    'hand over': (
      <HandOverPage
        {...place}
        current="organization"
        handedTo={[evil]}
        mailed
        link="https://o.example/setup/s1"
        fields={{ name: evil, email: evil }}
        errors={wrong('name', 'email')}
      />
    ),
    organizations: <OrganizationsPage context={context} customer={customer} organizations={organizations} />,
    'no organizations': <OrganizationsPage context={context} customer={customer} organizations={[]} />,
    billing: <BillingPage {...billing} agreements={[{ link, terms }]} />,
    'billing by several': (
      <BillingPage {...billing} agreements={[{ link, terms }, { link: later }, { link: ended }]} />
    ),
    'billing ended': <BillingPage {...billing} agreements={[{ link: ended }]} />,
    'not billed': <BillingPage {...billing} agreements={[]} />,
    ...Object.fromEntries(
      Object.entries(progressIn).map(([name, progress]) => [
        `progress ${name}`,
        <ProgressPage
          key={name}
          {...place}
          progress={progress}
          dealId="k3v9q0t2xw"
          isMember
          consoleUrl="/"
        />,
      ]),
    ),
  };
}

describe.each(languages)('pages of accounts and set-up in %s', lang => {
  test.each(Object.keys(pagesIn(lang)))('%s can be read by everybody', name => {
    const html = htmlOf(pagesIn(lang)[name] as VNode);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(unwritten);
    expect(html).not.toContain('<b>');
    expect(html).toContain('mailto:support@example.com');
  });

  test('the choice shows every organization, and why some cannot be chosen', () => {
    const html = htmlOf(pagesIn(lang).organization as VNode);
    const { accounts, setup } = messagesIn(lang);
    expect(html.match(/type="radio"/g)).toHaveLength(5);
    expect(html.match(/type="radio"[^>]* disabled/g)).toHaveLength(3);
    for (const reason of Object.values(accounts.obstacles)) expect(html).toContain(reason);
    expect(html).toContain(setup.organization.askOwner);
    expect(html).toContain('111122223333');
    expect(html).toContain(setup.organization.change.creditText);
  });

  test.each([
    ['progress waiting for the license', true],
    ['progress stuck', true],
    ['progress done', false],
    ['progress closed', false],
  ])('%s keeps itself up to date: %s', (name, fresh) => {
    const html = htmlOf(pagesIn(lang)[name] as VNode);
    expect(html.includes('data-refresh="/setup/s1/progress"')).toBe(fresh);
    expect(html).toContain('k3v9q0t2xw');
  });

  test('billing names agreement, account, term, amount and support', () => {
    const html = htmlOf(pagesIn(lang).billing as VNode);
    const { billing } = messagesIn(lang).accounts;
    for (const text of [billing.through, '111122223333', '2027', '12,000.00', 'deal1'])
      expect(html).toContain(text);
  });
});

test('billing by several agreements tells them apart, and folds away what has ended', () => {
  const html = htmlOf(pagesIn('en')['billing by several'] as VNode);
  const { billing } = messagesIn('en').accounts;
  const [present = '', former = ''] = html.split('<details');
  for (const text of [
    'deal1',
    'deal2',
    'agmt-later',
    '444455556666',
    billing.states.active,
    billing.states.later,
  ])
    expect(present).toContain(text);
  for (const text of [billing.former(1), 'agmt-ended', billing.states.ended]) expect(former).toContain(text);
  expect(present).not.toContain('agmt-ended');
  expect(former).not.toContain('deal1');
  expect(former.startsWith(' class="disclosure"><summary>')).toBe(true);
});

test('the buttons are those of the procedures that buyers know', () => {
  const html = (name: string) => htmlOf(pagesIn('ja')[name] as VNode);
  expect(html('register')).toContain('AWS Marketplace 経由 新規登録');
  expect(html('register')).toContain('すでに登録済みでログインする方はこちら');
  expect(html('organization')).toContain('このアカウントで利用を開始する');
});
