import { type Vendor, vendorFrom } from '../../../activities/emails/mail.ts';
import { renderAccountMail, renderMail } from '../../../activities/emails/render.ts';
import {
  accountSamplesIn,
  casts,
  type Sample,
  sampleNow,
  samplesIn,
} from '../../../activities/emails/samples.ts';
import { isStillTrue } from '../../../activities/emails/still-true.ts';
import { readConfig } from '../../../shared/config.ts';
import type { Deal } from '../../../shared/deal/deal.ts';
import { languages } from '../../../shared/deal/people.ts';

const vendor: Vendor = vendorFrom(readConfig({}));
const offerPageUrl = 'http://localhost:3000/offers/example-token';
const render = (sample: Sample) => renderMail({ ...sample, vendor, offerPageUrl, now: sampleNow });

const samples = languages.flatMap(language =>
  Object.entries(samplesIn(language)).map(([name, sample]) => ({ language, name, sample })),
);
const sampleOf = (language: 'en' | 'ja', name: string): Sample => {
  const found = samplesIn(language)[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};

const accountMails = languages.flatMap(language => {
  const { emailVerification, accountExists } = accountSamplesIn(language);
  const recipient = { ...casts[language].user, language };
  return [
    {
      language,
      name: 'emailVerification',
      mail: renderAccountMail({ template: 'emailVerification', props: emailVerification, recipient, vendor }),
    },
    {
      language,
      name: 'accountExists',
      mail: renderAccountMail({ template: 'accountExists', props: accountExists, recipient, vendor }),
    },
  ];
});
const all = [
  ...samples.map(({ language, name, sample }) => ({ language, name, mail: render(sample) })),
  ...accountMails,
];

describe.each(all)('$name in $language', ({ language, mail }) => {
  const parts = [mail.subject, mail.html, mail.text];

  test('says nothing that a program would say', () => {
    for (const part of parts)
      expect(part).not.toMatch(/undefined|\[object|NaN|Invalid Date|\bnull\b|\$\{|=>/);
  });

  test('has a subject of one line and at most 78 characters', () => {
    expect([...mail.subject].length).toBeLessThanOrEqual(78);
    expect(mail.subject).toMatch(/^\S[^\r\n]*\S$/);
  });

  test('stays below the size at which mail programs cut', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000);
  });

  test('is marked with its language and for dark mode', () => {
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark"');
  });

  test('leads to the same addresses in HTML and in plain text', () => {
    const linked = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    for (const href of linked) expect(mail.text).toContain(href);
  });
});

test('every sample is true of its deal', () => {
  const untrue = samples.filter(({ sample }) => !isStillTrue(sample.deal, sample));
  expect(untrue.map(({ name }) => name)).toEqual([]);
});

describe('the offer', () => {
  test.each(languages)('tells the signer all that accepting takes, in %s', language => {
    const mail = render(sampleOf(language, 'offer'));
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain('https://aws.amazon.com/marketplace/private-offer?offerId=offer-examplea1b2c3');
      expect(part).toContain(offerPageUrl);
      expect(part).toContain('123456789012');
      expect(part).toContain('Committed spend');
      expect(part).toContain('404');
      expect(part).toContain('AWSMarketplaceManageSubscriptions');
      expect(part).toContain('aws-marketplace:Subscribe');
      expect(part).toContain('aws-marketplace:ViewSubscriptions');
      expect(part).toContain('Review Offer');
      expect(part).toMatch(/Set up your account/);
      expect(part).toContain('support@example.com');
    }
  });

  test('names the end in the time zone of the reader and in UTC', () => {
    expect(render(sampleOf('en', 'offer')).text).toMatch(
      /December 31, 2026 at 0?6:59 PM EST\s+December 31, 2026 at 11:59 PM UTC/,
    );
    expect(render(sampleOf('ja', 'offer')).text).toMatch(
      /2027年1月1日 0?8:59 JST\s+2026年12月31日 23:59 UTC/,
    );
  });

  test('says the number of units, dimension by dimension when there are several', () => {
    expect(render(sampleOf('en', 'offer')).text).toContain('set the number of units to 1.');
    expect(render(sampleOf('ja', 'offer')).text).toContain('ユニット数を 1 に設定');
    const two = withDimensions(sampleOf('en', 'offer'));
    expect(render(two).text).toMatch(/Committed spend\s+to 1,\s+Seats\s+to 25\./);
  });

  test('names the total and each payment', () => {
    const { text } = render(sampleOf('en', 'offer'));
    expect(text).toContain('$9,600.00');
    expect(text).toContain('July 1, 2027: $4,800.00');
  });

  test('names the earlier offer that it replaces', () => {
    const sample = sampleOf('en', 'offer');
    const [offer] = sample.deal.offers;
    if (!offer) throw new Error('no offer');
    const older = { ...offer, offerId: 'offer-older', state: 'withdrawn' as const };
    const { text } = render({ ...sample, deal: { ...sample.deal, offers: [older, offer] } });
    expect(text).toContain('replaces the earlier offer offer-older');
  });

  test('uses the address that the settings give', () => {
    const moved = { ...vendor, offerUrlTemplate: 'http://localhost:4010/offers/{offerId}?from=mail&x=1' };
    const mail = renderMail({ ...sampleOf('en', 'offer'), vendor: moved, offerPageUrl, now: sampleNow });
    expect(mail.text).toContain('http://localhost:4010/offers/offer-examplea1b2c3?from=mail&x=1');
  });
});

function withDimensions(sample: Sample): Sample {
  const terms = sample.deal.terms.map(version => {
    const seats = { key: 'seats', label: 'Seats', price: '10.00', units: 25 };
    return { ...version, terms: { ...version.terms, dimensions: [...version.terms.dimensions, seats] } };
  });
  return { ...sample, deal: { ...sample.deal, terms } };
}

describe('readers', () => {
  test('signer and contact read different words before the offer ends', () => {
    const signer = render(sampleOf('en', 'offerExpiring-signer'));
    const contact = render(sampleOf('en', 'offerExpiring-contact'));
    expect(signer.subject).toBe('3 days left: your Example Cloud offer is waiting for you');
    expect(contact.subject).toBe('3 days left: the Example Cloud offer is not accepted yet');
    expect(contact.text).toContain('check with Maria Rossi');
  });

  test('user and signer read different words when all is set up', () => {
    expect(render(sampleOf('en', 'confirmation-user')).text).toContain('First steps');
    expect(render(sampleOf('en', 'confirmation-signer')).text).toContain('Alex Kim has finished the set-up');
  });

  test('a Japanese buyer is addressed by company and name', () => {
    expect(render(sampleOf('ja', 'offer')).text).toMatch(/^株式会社ノースウィンド\n佐藤 花子 様\n/);
  });
});

test('the confirmation names organization, agreement, account, dates and amount', () => {
  const { text } = render(sampleOf('en', 'confirmation-user'));
  for (const fact of [
    'Northwind Traders Ltd',
    'agmt-exampleq7w8e9r0t1y2u3',
    '123456789012',
    'December 20, 2026 to December 20, 2027',
    '$9,600.00',
    'http://localhost:3000/organizations/org-example1/billing',
    'AWS invoices by calendar month',
    'support@example.com',
  ])
    expect(text).toContain(fact);
});

test('the set-up reminder shows the exact way back', () => {
  const absent = render(sampleOf('en', 'setUpReminder-absent')).text;
  expect(absent).toContain('https://console.aws.amazon.com/marketplace/home/subscriptions');
  expect(absent).toMatch(/Manage subscriptions[\s\S]*Example Cloud[\s\S]*Set up product/);
  expect(render(sampleOf('en', 'setUpReminder-left')).text).toContain('/setup/setup-example1');
});

test('the stuck notice tells the reason, the words of AWS, the cure and the way to the desk', () => {
  const { text } = render(sampleOf('en', 'stuckNotice-first'));
  expect(text).toContain('AWS refused the offer');
  expect(text).toContain('INVALID_BUYER_ACCOUNTS');
  expect(text).toContain('Propose corrected terms');
  expect(text).toContain('http://localhost:3000/desk/deals/d-20261201-7f3k');
});

test('a deal that stays stuck is told with the days that have gone by', () => {
  expect(render(sampleOf('en', 'stuckNotice-first')).subject).toMatch(/^Stuck: /);
  const still = render(sampleOf('en', 'stuckNotice-still'));
  expect(still.subject).toMatch(/^Still stuck: /);
  expect(still.text).toContain('has been stuck for 25 days');
});

describe('after the sale', () => {
  test('an amendment, a renewal and a replacement have words of their own, and name the new term', () => {
    const mails = (['amended', 'renewed', 'replaced'] as const).map(change =>
      render(sampleOf('en', `agreementChanged-${change}-user`)),
    );
    expect(mails.map(mail => mail.subject)).toEqual([
      'Your Example Cloud agreement has changed',
      'Your Example Cloud agreement has been renewed',
      'Your new Example Cloud agreement is in place',
    ]);
    expect(mails[0]?.text).toContain('December 20, 2026 to March 20, 2028');
    expect(mails[1]?.text).toMatch(
      /Agreement ID: agmt-example2z8x7c6v5b4n3m[\s\S]*Earlier agreement ID: agmt-exampleq7w8e9r0t1y2u3/,
    );
    for (const { text } of mails) expect(text).toContain('/organizations/org-example1/billing');
  });

  test('a change that nobody named is an error and never half a mail', () => {
    const { change: _unnamed, ...sample } = sampleOf('en', 'agreementChanged-amended-user');
    expect(() => render(sample)).toThrow(RangeError);
  });

  test('a term that renews by itself needs nothing, one that ends needs a new offer', () => {
    const ends = render(sampleOf('en', 'termEnding-ends-signer'));
    const renews = render(sampleOf('en', 'termEnding-renews-signer'));
    expect(ends.subject).toBe('30 days left: your Example Cloud agreement is ending');
    expect(ends.text).toContain('does not renew by itself');
    expect(renews.subject).toBe('Your Example Cloud agreement renews in 30 days');
    expect(renews.text).toContain('there is nothing for you to do');
    expect(renews.text).toContain('https://console.aws.amazon.com/marketplace/home/subscriptions');
  });

  test('a payment that failed is told with the account whose payment method needs a look', () => {
    const { subject, text } = render(sampleOf('en', 'accessEnded-paymentFailed-user'));
    expect(subject).toBe('Payment failed: your Example Cloud access has ended');
    expect(text).toContain('payment method of AWS account 123456789012');
  });

  test('an approver is led to decide, the owner to ask one or to change the terms', () => {
    expect(render(sampleOf('en', 'approvalOverdue-approver')).text).toContain('Review and decide');
    expect(render(sampleOf('en', 'approvalOverdue-owner')).text).toContain('propose terms that need no');
  });
});

test('the owner is warned when another account has accepted', () => {
  const { text } = render(sampleOf('en', 'accepted-differs'));
  expect(text).toMatch(/account: agreed\s+123456789012, accepted 210987654321/);
});

describe('hostile words', () => {
  const evil = '<script>alert(1)</script> & "Sons"\r\nBcc: all@example.com';
  const withCompany = (deal: Deal, company: string): Deal => ({
    ...deal,
    inquiry: { ...deal.inquiry, company },
  });

  test.each(samples)('are escaped in $name in $language', ({ sample }) => {
    const mail = render({ ...sample, deal: withCompany(sample.deal, evil) });
    expect(mail.html).not.toContain('<script>alert');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect([...mail.subject].length).toBeLessThanOrEqual(78);
  });

  test('a very long company name leaves the rest of the subject readable', () => {
    const sample = sampleOf('en', 'answerOverdue');
    const mail = render({ ...sample, deal: withCompany(sample.deal, 'Long'.repeat(100)) });
    expect(mail.subject).toMatch(/^Overdue: .*… is waiting for an answer$/);
  });

  test('a name with a link is not greeted by, because strangers may give the address of somebody else', () => {
    const sample = sampleOf('en', 'inquiryReceived');
    for (const name of ['Win https://evil.example', 'www.evil.example', 'evil.com', 'x'.repeat(61)]) {
      const mail = render({ ...sample, recipient: { ...sample.recipient, name } });
      expect(mail.text).toMatch(/^Hello,\n/);
      expect(mail.html).not.toContain(name);
    }
  });

  test('the receipt of an inquiry repeats nothing of it', () => {
    const sample = sampleOf('en', 'inquiryReceived');
    const inquiry = { ...sample.deal.inquiry, message: 'buy cheap watches', company: 'cheapwatches' };
    const mail = render({ ...sample, deal: { ...sample.deal, inquiry } });
    expect(mail.text + mail.html).not.toContain('cheap');
  });
});

test('a mail about what a deal does not have is an error and never half a mail', () => {
  const { deal } = sampleOf('en', 'inquiryNotice');
  expect(() => render({ ...sampleOf('en', 'offer'), deal })).toThrow(RangeError);
});
