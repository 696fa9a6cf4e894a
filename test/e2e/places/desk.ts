import { randomUUID } from 'node:crypto';
import { makeKey, revokeKey } from '../../../api/desk/settings/api-keys/api-keys.ts';
import { setAway } from '../../../api/desk/settings/away/set-away.ts';
import { changePerson } from '../../../api/desk/settings/people/change-people.ts';
import { invite } from '../../../api/desk/settings/people/invite.ts';
import { after, day } from '../../../deal/calendar/moments.ts';
import type { Deal } from '../../../deal/deal.ts';
import { approvalSince } from '../../../deal/negotiation/deadlines.ts';
import { newStaffLink } from '../../../shared/accounts/staff-link.ts';
import { type ApprovalAsked, approvalPageUrl } from '../../../shared/approvals/approval-link.ts';
import { browserAt, signedIn } from '../../api/desk/at-the-desk.ts';
import { purchaseElsewhere } from '../../api/desk/events/unmatched.ts';
import { putMail } from '../../api/desk/mails/logged-mails.ts';
import { type Product, password } from '../../support/product.ts';
import type { Place } from './place.ts';
import { layOutWebhook } from './webhook.ts';

const dealsShown = [
  'negotiating',
  'proposed',
  'offered',
  'writing',
  'agreed',
  'stuck',
  'quiet',
  'differs',
  'active',
  'unlinked',
];

/** Every page of the desk, and the page of a deal in the states that look another way. */
export async function deskPlaces(product: Product, deals: { name: string; deal: Deal }[]): Promise<Place[]> {
  const by = await signedIn(product);
  const support = await signedIn(product, 'support');
  const approver = await signedIn(product, 'approver');
  const at = (path: string) => `${product.url}${path}`;
  const place = (name: string, path: string, more: Partial<Place> = {}): Place => ({
    name: `desk: ${name}`,
    url: at(path),
    by,
    ...more,
  });
  const mails = await layOutMails(product);
  const unmatched = await layOutPurchase(product);
  await layOutHeldMail(product);
  await layOutDraft(product);
  await layOutWebhook(product);
  const elsewhere = await layOutAgreement(product);
  return [
    { name: 'desk: sign in, refused', url: at('/desk/sign-in'), press: '.button--primary' },
    place('home', '/desk?whose=team'),
    place('home, nothing waits', '/desk'),
    place('stuck', '/desk/stuck', { by: support }),
    place('stuck, one reason', '/desk/stuck?reason=agreementDiffers&sort=newest', { by: support }),
    place('stuck, nothing', '/desk/stuck?reason=serverFault', { by: support }),
    place('deals', '/desk/deals'),
    place('deals, remind', `/desk/deals/remind?deals=${deals.map(({ deal }) => deal.dealId).join(',')}`),
    place('deals, none found', '/desk/deals?q=nobody'),
    place('deals, narrowed', '/desk/deals?stage=offered&attention=any&sort=ends'),
    place('deals, board', '/desk/deals?look=board'),
    place('deals, board of nothing', '/desk/deals?look=board&q=nobody'),
    place('approvals', '/desk/approvals', { by: approver }),
    place('approvals, gone', '/desk/approvals?deal=offered000', { by: approver }),
    ...approvalPlaces(product, deals),
    place('audit', '/desk/audit', { by: approver }),
    place('audit, nothing chosen', '/desk/audit?export=yes&from=2026-11-02&until=2026-11-01', {
      by: approver,
      status: 422,
    }),
    place('find', '/desk/find?q=buyer&deal=negotiatin'),
    place('keys', '/desk/keys'),
    place('new inquiry, refused', '/desk/inquiries/new', { press: '.button--primary' }),
    ...deals
      .filter(({ name }) => dealsShown.includes(name))
      .map(({ name, deal }) => place(`deal, ${name}`, `/desk/deals/${deal.dealId}`)),
    place('deal, a new page link', '/desk/deals/offered000?open=renewPageLink0'),
    place('terms, refused', '/desk/deals/inquiry000/terms', { press: '.button--primary' }),
    place('terms, a draft', '/desk/deals/writing000/terms'),
    place('link, none found', '/desk/deals/active0000/link?q=nobody', { by: support }),
    place('held mails', '/desk/events/mails'),
    place('events', '/desk/events'),
    place('events, dismissed without a reason', '/desk/events', { press: '.button--danger' }),
    place('events of other listings', '/desk/events?list=otherListings'),
    place('events that were dismissed', '/desk/events?list=dismissed'),
    place('purchase without a deal', `/desk/events/${unmatched.event}`),
    place('import of an agreement', '/desk/purchases/new'),
    place('opening of a purchase', `/desk/purchases/new?agreement=${elsewhere}`),
    place('arrival without a deal', `/desk/events/arrivals/${unmatched.arrival}`),
    place('mails', '/desk/mails'),
    ...mails.map(({ name, url }) => place(name, url)),
    place('templates', '/desk/mails/templates'),
    place('template', '/desk/mails/templates/offer'),
    place('addresses', '/desk/mails/addresses'),
    place('report', '/desk/report'),
    place('report, no deals', '/desk/report?from=2020-01&until=2020-02'),
    place('webhooks, paused', '/desk/webhooks'),
    ...(await settingsPlaces(product)),
  ];
}

/** What an approver comes to from his mail. */
function approvalPlaces({ config, deps, url }: Product, deals: { deal: Deal }[]): Place[] {
  const asking = deals.map(({ deal }) => deal).find(({ stage }) => stage === 'approving');
  if (!asking?.approval) throw new Error('no deal waits for an approver');
  const { dealId, approval } = asking;
  const asked = {
    dealId,
    version: approval.version,
    email: 'approver@example.com',
    askedAt: approvalSince(asking),
    endsAt: after(deps.now(), 7 * day),
  };
  const linkTo = (change: Partial<ApprovalAsked> = {}) =>
    approvalPageUrl({ publicUrl: url, secret: config.SESSION_SECRET }, { ...asked, ...change });
  return [
    { name: 'approval from the mail', url: linkTo() },
    { name: 'approval from the mail, refused', url: linkTo(), press: '.button--primary' },
    { name: 'approval from the mail, link over', url: linkTo({ endsAt: deps.now() }), status: 410 },
  ];
}

/** Terms that a colleague has begun to write. */
async function layOutDraft({ db, deps }: Product): Promise<void> {
  const typed = {
    productId: 'prod-examplecloud01',
    currency: 'USD',
    durationMonths: '24',
    'dimension.prod-examplecloud01.committed_spend.price': '19,500',
    'dimension.prod-examplecloud01.committed_spend.units': '1',
    buyerAwsAccountIds: '1111-2222-3333',
    'signer.name': '田中 一郎',
    'signer.email': 'tanaka@',
    'signer.language': 'ja',
    'signer.timeZone': 'Asia/Tokyo',
  };
  await db.termsDrafts.create({
    _id: 'writing000',
    revision: 'r-1',
    fields: Object.entries(typed).map(([name, value]) => ({ name, value })),
    versions: 0,
    by: { kind: 'staff', id: 'sato@vendor.example', name: '佐藤 美咲' },
    at: deps.now(),
    writtenAt: new Date(),
  });
}

/** What admins look after, and what everybody sets for himself. */
async function settingsPlaces(product: Product): Promise<Place[]> {
  const by = await signedIn(product, 'admin');
  const { invitation, people } = await layOutPeople(product);
  const another = layOutProduct(product);
  await layOutTries(product);
  const place = (name: string, path: string, more: Partial<Place> = {}): Place => ({
    name: `settings: ${name}`,
    url: `${product.url}/desk${path && `/${path}`}`,
    by,
    ...more,
  });
  return [
    place('first steps', 'settings/start'),
    place('home of an admin', ''),
    place('people', 'settings/people?done=invited&email=mika.mori@example.com'),
    place('invitation, refused', 'settings/people/new', { press: '.button--primary' }),
    place('person', `settings/people/${people.sales}`),
    place('person, invited', `settings/people/${people.invited}`),
    place('oneself', `settings/people/${people.admin}`),
    place('products', 'settings/products?aws=yes'),
    place('product', 'settings/products/prod-examplecloud01'),
    place('product, refused', `settings/products/${another}`, { press: 'form.form .button--primary' }),
    place('limits', 'settings/limits'),
    place('reminders', 'settings/reminders'),
    place('second factor', 'settings/second-factor'),
    place('chat', 'settings/chat'),
    place('look', 'settings/vendor'),
    place('keys', 'settings/keys'),
    place('key, refused', 'settings/keys', { press: 'form[action$="/keys"] .button--primary' }),
    place('changes', 'settings/changes'),
    place('profile', 'profile', { press: '.button--secondary' }),
    place('second factor, refused', 'profile/second-factor', { press: '.button--primary' }),
    ...(await secondFactorPlaces(product)),
    { name: 'settings: welcome', url: `${product.url}${invitation}` },
    { name: 'settings: welcome, link over', url: `${product.url}/desk/invitation/nothing`, status: 410 },
  ];
}

/** What AWS answered when its permissions were tried. */
async function layOutTries({ db, deps }: Product): Promise<void> {
  const allowed = ['ListEntities', 'DescribeEntity', 'ResolveCustomer'].map(name => ({
    action: `aws-marketplace:${name}`,
    state: 'allowed' as const,
  }));
  const action = 'aws-marketplace:SearchAgreements';
  const detail = `AccessDeniedException: User: arn:aws:sts::999988887777:assumed-role/offerdesk-api/i-0abc is not authorized to perform: ${action} because no identity-based policy allows it`;
  const actions = [...allowed, { action, state: 'denied' as const, detail }];
  const at = new Date(deps.now());
  await db.awsTries.create({ _id: 'api', askedAt: at, at, actions });
  const ofWorker = ['ListEntities', 'ListChangeSets', 'DescribeChangeSet', 'GetEntitlements'].map(name => ({
    action: `aws-marketplace:${name}`,
    state: 'allowed' as const,
  }));
  const askedAt = new Date(at.getTime() + 1000);
  await db.awsTries.create({ _id: 'worker', askedAt, at, actions: ofWorker });
}

/** A product that AWS lists and nobody sells here yet. */
const layOutProduct = ({ emulator }: Product) =>
  emulator.addProduct({
    id: 'prod-examplevault02',
    title: 'Example Vault, '.padEnd(170, 'for keys and secrets, '),
    dimensions: [
      { key: 'vaults', name: 'Vaults', description: 'Vaults in use', unit: 'Units' },
      {
        key: 'requests',
        name: 'Requests',
        description: 'A thousand requests',
        unit: 'Requests',
        types: ['ExternallyMetered'],
      },
    ],
  }).id;

/** Who has a second factor: his profile, and his sign-in once the password was right. */
async function secondFactorPlaces({ db, deps, url }: Product): Promise<Place[]> {
  const { _id, ...like } = await db.staff.findOne({ email: 'support@example.com' }).lean().orFail();
  const email = 'factor@example.com';
  await db.staff.create({ ...like, email, name: 'factor' });
  const [by, halfway] = [browserAt({ url }), browserAt({ url })];
  const enter = (browser: typeof by) => browser.press('/desk/sign-in', '/desk/sign-in', { email, password });
  await enter(by);
  const secondFactor = { secret: 'none', since: new Date(deps.now()), lastStep: 1, recovery: ['a', 'b'] };
  await db.staff.updateOne({ email }, { $set: { secondFactor } });
  await enter(halfway);
  return [
    { name: 'profile, with a second factor', url: `${url}/desk/profile`, by },
    { name: 'desk: code, refused', url: `${url}/desk/sign-in/code`, by: halfway, press: '.button--primary' },
  ];
}

/** A colleague who has been invited and another one who was changed. */
async function layOutPeople({ db, deps }: Product) {
  const idOf = async (email: string) => String((await db.staff.findOne({ email }).orFail())._id);
  const by = { id: 'admin@example.com', name: 'admin' };
  const asking = (commandId: string) => ({ by, commandId });
  const email = 'mika.mori-international-sales@subsidiary.vendor-holdings.example';
  const person = {
    name: 'Mika Mori',
    roles: ['sales', 'approver'],
    language: 'ja',
    timeZone: 'Asia/Tokyo',
  } as const;
  await invite(deps, { person: { ...person, roles: [...person.roles] }, email, ...asking('places-invite') });
  // MongoDB forgets what is over by its own clock, to which the samples' moment is long ago one day.
  await db.staffLinks.updateMany({}, { expiresAt: new Date('2099-01-01') });
  const sales = await idOf('sales@example.com');
  const changed = { name: 'sales', language: 'en', timeZone: 'UTC' } as const;
  const lead = 'approver@example.com';
  await changePerson(deps, sales, {
    person: { ...changed, roles: ['sales'], lead },
    seen: 0,
    ...asking('places-change'),
  });
  const endsAt = new Date(Date.parse(deps.now()) + 90 * 86_400_000);
  await makeKey(deps, { name: 'crm-sync', roles: ['sales', 'support'], endsAt, ...asking('places-key') });
  await makeKey(deps, { name: 'reporting', roles: [], endsAt, ...asking('places-other-key') });
  await revokeKey(deps, 'places-other-key', asking('places-revoke'));
  const away = { until: new Date(Date.parse(deps.now()) + 5 * 86_400_000), standIn: 'approver@example.com' };
  await setAway(deps, sales, { away, ...asking('places-away') });
  const { linkUrl } = newStaffLink(deps.config, { commandId: 'places-invite', now: deps.now() });
  return {
    invitation: new URL(linkUrl).pathname,
    people: { sales, invited: await idOf(email), admin: await idOf('admin@example.com') },
  };
}

/** What somebody whom the deal does not know has answered. */
async function layOutHeldMail({ db, deps }: Product): Promise<void> {
  await db.inboundMails.create({
    _id: `<${randomUUID()}@aozora.example>`,
    state: 'held',
    reason: 'unknownSender',
    receivedAt: new Date(deps.now()),
    from: { name: 'Ren Aoki', email: 'ren.aoki-international-purchasing@subsidiary.aozora-holdings.example' },
    subject: 'Re: Our proposal for Example Cloud',
    text: 'Hanako is on leave, so I answer for her.\nThe 15th would be fine.',
    attachments: 1,
    dealId: 'writing000',
  });
}

async function layOutMails(product: Product): Promise<{ name: string; url: string }[]> {
  const { db } = product;
  const email = 'hanako.sato-international-purchasing@subsidiary.aozora-holdings.example';
  const told = {
    email,
    html: '<!doctype html><html lang="en"><title>Your offer</title><p>Hello</p></html>',
    text: 'Hello',
  };
  const sent = await putMail(product, { ...told, dealId: 'offered000' });
  const failed = await putMail(product, {
    ...told,
    dealId: 'bounced000',
    state: 'bounced',
    lastError: `550 5.1.1 <${email}>: user unknown`,
  });
  await db.badAddresses.create({
    _id: email,
    since: new Date(),
    reason: `550 5.1.1 <${email}>: user unknown`,
    source: 'report',
  });
  return [
    { name: 'mail', url: sent.url },
    { name: 'mail, bounced', url: failed.url },
  ];
}

/** An agreement that AWS has and no deal. */
async function layOutAgreement(product: Product): Promise<string> {
  const { agreementId } = await purchaseElsewhere(product);
  return agreementId;
}

/** What AWS said of a purchase that no deal knows, and somebody who came for another. */
async function layOutPurchase({ db, deps }: Product): Promise<{ event: string; arrival: string }> {
  const then = new Date(Date.parse(deps.now()) - 3_600_000);
  const notice = {
    type: 'agreementEvent',
    agreementId: 'agmt-nobodys0123456789',
    offerId: 'offer-nobodys0123',
    awsAccountId: '444455556666',
    status: 'ACTIVE',
    acceptedAt: then.toISOString(),
    learntFrom: 'event',
  } as const;
  const event = await db.events.create({
    _id: randomUUID(),
    detailType: 'Purchase Agreement Created - Manufacturer',
    keys: [notice.agreementId, notice.offerId],
    notice,
    state: 'waiting',
    occurredAt: then,
    receivedAt: then,
    raw: { detail: { agreement: { id: notice.agreementId } } },
  } as never);
  await db.events.create([
    { ...event.toObject(), _id: randomUUID(), state: 'otherListing', product: 'prod-machineimage01' },
    {
      ...event.toObject(),
      _id: randomUUID(),
      state: 'ignored',
      handled: {
        by: { kind: 'staff', id: 'sales@example.com' },
        at: then.toISOString(),
        reason: 'A test of ours.',
      },
    },
  ]);
  const arrival = await db.registrations.create({
    _id: randomUUID(),
    setupSessionId: randomUUID(),
    awsAccountId: '777788889999',
    productCode: 'examplecloudcode000000001',
    tokenHash: randomUUID(),
    at: then,
  });
  return { event: event._id, arrival: arrival._id };
}
