import { languages } from '../../deal/people.ts';
import { renderMail } from '../../emails/render.ts';
import { type Sample, sampleNow } from '../../emails/samples/samples.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { allMails, mailOf, offerPageUrl, render, saidIn, sampleOf, vendor } from './rendered.ts';

describe('a message', () => {
  test.each([
    ['en', `A message from ${vendor.name} about your inquiry`],
    ['ja', `お問い合わせについて（${vendor.name} からのご連絡）`],
  ] as const)('names the inquiry where nothing was proposed yet, in %s', (language, subject) => {
    expect(render(sampleOf(language, 'messageToBuyer')).subject).toBe(subject);
  });
});

describe('the offer', () => {
  test.each(languages)('tells the signer all that accepting takes, in %s', language => {
    const mail = render(sampleOf(language, 'offer'));
    for (const part of [mail.html, mail.text]) {
      expect(part.replaceAll('&amp;', '&')).toContain(
        'https://aws.amazon.com/marketplace/procurement?productId=prod-examplecloud01&offerId=offer-examplea1b2c3',
      );
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
    const moved = {
      ...vendor,
      offerUrls: {
        OFFER_URL_TEMPLATE: 'http://localhost:4010/{productId}/offers/{offerId}?from=mail&x=1',
        products: [],
      },
    };
    const mail = renderMail({ ...sampleOf('en', 'offer'), vendor: moved, offerPageUrl, now: sampleNow });
    expect(mail.text).toContain(
      'http://localhost:4010/prod-examplecloud01/offers/offer-examplea1b2c3?from=mail&x=1',
    );
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
    expect(ends.text).toContain('does not renew automatically');
    expect(renews.subject).toBe('Your Example Cloud agreement renews in 30 days');
    expect(renews.text).toContain('there is nothing for you to do');
    expect(renews.text).toContain('https://console.aws.amazon.com/marketplace/home/subscriptions');
  });

  test('a payment that failed is told with all that may be its cause, and the way on', () => {
    for (const reader of ['signer', 'contact', 'user']) {
      const mail = mailOf(`paymentFailed-${reader}`);
      expect(mail.subject).toBe('Your payment for Example Cloud did not go through');
      for (const words of ['AWS account 123456789012', 'Region:', 'charged in USD', 'a new offer'])
        expect(saidIn(mail)).toContain(words);
    }
    expect(saidIn(mailOf('paymentFailed-contact'))).toContain('the agreement that Maria Rossi accepted');
  });

  test('an approver is led to decide, the owner to ask one or to change the terms', () => {
    expect(render(sampleOf('en', 'approvalOverdue-approver')).text).toContain('Review and decide');
    expect(render(sampleOf('en', 'approvalOverdue-owner')).text).toContain('propose terms that need no');
  });
});

test('the owner is warned when another account has accepted', () => {
  const differs = 'AWS account: agreed 123456789012, accepted 210987654321';
  expect(saidIn(mailOf('accepted-differs'))).toContain(differs);
  expect(saidIn(render(sampleOf('ja', 'accepted-differs')))).toMatch(
    /合意 123456789012 \/ 承諾 210987654321/,
  );
});

describe('an escalation', () => {
  test('tells a lead who the owner is, and why the notice comes to him', () => {
    for (const name of ['answerOverdue-lead', 'approvalOverdue-lead', 'buyerRequest-change-lead']) {
      const mail = mailOf(name);
      expect(mail.subject).toMatch(/^Escalated: /);
      expect(saidIn(mail)).toContain('The owner of this deal is sam@example.com. This notice goes to');
    }
  });

  test('of a deal that nobody owns asks to assign an owner', () => {
    const said = saidIn(mailOf('answerOverdue-lead-unowned'));
    expect(said).toContain('assign an owner');
    expect(said).toContain('because the deal has no owner');
  });

  test('is not what the owner reads', () => {
    for (const name of ['answerOverdue', 'approvalOverdue-owner', 'buyerRequest-change-overdue'])
      expect(saidIn(mailOf(name))).not.toContain('owner’s lead');
  });
});

describe('what the buyer has asked', () => {
  test('is news at first and overdue later, with the moment at which it was asked', () => {
    expect(mailOf('buyerRequest-change').subject).toBe('Northwind Traders Ltd asks for a change');
    const overdue = mailOf('buyerRequest-change-overdue');
    expect(overdue.subject).toBe('Overdue: Northwind Traders Ltd asked for a change');
    expect(saidIn(overdue)).toContain('wrote to you on December 28, 2026 at 1:10 AM UTC');
    expect(overdue.text).toContain('> Could we talk again in April?');
  });
});

describe('before an offer ends', () => {
  const expiring = (language: 'en' | 'ja', end: string) => {
    const sample = sampleOf(language, 'offerExpiring-signer');
    return renderMail({ ...sample, vendor, offerPageUrl, now: end });
  };

  test.each([
    ['2026-12-24T23:59:59.500Z', '7 days left', 'あと 7 日'],
    ['2026-12-28T23:59:59.500Z', '3 days left', 'あと 3 日'],
    ['2026-12-30T23:59:59.500Z', '1 day left', 'あと 1 日'],
    ['2026-12-31T09:00:00.000Z', 'Less than a day left', '残り 1 日未満'],
    ['2026-12-31T17:59:59.500Z', 'A few hours left', '残り数時間'],
    ['2026-12-31T23:59:58.000Z', 'A few hours left', '残り数時間'],
  ])('a reminder of %s says: %s', (now, english, japanese) => {
    expect(expiring('en', now).subject).toMatch(new RegExp(`^${english}: `));
    expect(expiring('ja', now).subject).toContain(`【${japanese}】`);
  });
});

test('a signer who did not ask for the offer reads who did', () => {
  expect(saidIn(mailOf('offer'))).toContain('Chris Doe asked us for this offer.');
  const sample = sampleOf('en', 'offer');
  const { signer } = sample.deal.terms.at(-1)?.terms ?? {};
  if (!signer) throw new Error('no signer');
  const deal = { ...sample.deal, inquiry: { ...sample.deal.inquiry, contact: signer } };
  expect(saidIn(render({ ...sample, deal }))).not.toContain('asked us for this offer');
});

test.each([
  ['en', 'December 28, 2026 at 3:12 AM UTC'],
  ['ja', '2026年12月28日 12:12 JST'],
])('a changed password is told with the moment and both ways to help, in %s', (language, moment) => {
  const found = allMails.find(each => each.name === 'passwordChanged' && each.language === language);
  for (const words of [moment, 'http://localhost:3000/forgot-password', 'support@example.com']) {
    expect(found?.mail.html).toContain(words);
    expect(found && saidIn(found.mail)).toContain(words);
  }
});

test('a negotiation that stands still is told with its days, its stage and whom to ask', () => {
  const mail = mailOf('negotiationIdle');
  expect(mail.subject).toBe('No progress for 26 days: Northwind Traders Ltd');
  expect(mail.text).toMatch(/Stage: Negotiating[\s\S]*Contact: Chris Doe \(chris@northwind.example\)/);
});

describe('who asked for an offer that somebody else accepts', () => {
  test('hears of it, follows it on the same page, and is not led to AWS', () => {
    for (const name of ['offer-contact', 'offerExtended-contact']) {
      const said = saidIn(mailOf(name));
      expect(said).toContain('Maria Rossi');
      expect(said).toContain(offerPageUrl);
      expect(said).not.toContain('https://aws.amazon.com');
    }
  });
});

describe('the receipt of an inquiry', () => {
  const account = 'the ID of the AWS account that will pay';

  test('asks for the AWS account where it was not given, and only there', () => {
    expect(saidIn(mailOf('inquiryReceived'))).not.toContain(account);
    expect(saidIn(mailOf('inquiryReceived'))).toContain('the person who will accept the offer');
    expect(saidIn(mailOf('inquiryReceived-withoutAccount'))).toContain(account);
  });
});

describe.each(languages)('whoever sent files with a mail, in %s,', language => {
  const { missing, instead } = messagesIn(language).mails.attachmentsNotKept;
  const told = (name: string) => render(sampleOf(language, name)).html;

  test('learns that they are not here and what to do, from the receipt and from the answer', () => {
    expect(told('inquiryReceived-withAttachments')).toContain(missing(2));
    expect(told('attachmentsNotKept')).toContain(missing(1));
    for (const name of ['inquiryReceived-withAttachments', 'attachmentsNotKept'])
      expect(told(name)).toContain(instead);
    expect(told('inquiryReceived')).not.toContain(instead);
  });

  test('finds none of his words in the answer, which he may never have written', () => {
    const { said, ...sample } = sampleOf(language, 'attachmentsNotKept');
    const words = said?.text.split('\n')[0] ?? '';
    expect(words).not.toBe('');
    expect(render({ ...sample, ...(said && { said }) }).text).not.toContain(words);
  });
});

describe('an approver', () => {
  test.each(['approvalRequested', 'approvalOverdue-approver'])(
    'sees each figure beside its limit: %s',
    name => {
      const { text } = mailOf(name);
      expect(text).toMatch(/Total:\n {2}\$9,600\.00\n {2}Limit: \$100,000\.00/);
      expect(text).toContain('List price: $12,800.00');
      expect(text).toMatch(/Discount:\n {2}25%\n {2}Limit: 20%/);
      expect(text).toMatch(/Term:\n {2}12 months from acceptance\n {2}Limit: 6 months/);
    },
  );

  test('is told when a discount cannot be known', () => {
    const { text } = mailOf('approvalRequested-discountUnknown');
    expect(text).toMatch(/Discount:\n {2}Unknown: .*\n {2}Limit: 20%/);
    expect(text).not.toContain('List price');
  });
});

test('an offer that nobody opened is told with the address, and whom else to ask', () => {
  const said = saidIn(mailOf('offerUnread'));
  expect(said).toContain('mailed to Maria Rossi (maria@northwind.example)');
  expect(said).toContain('or ask Chris Doe');
});

describe('a mail that asks for an approval', () => {
  test.each(['approvalRequested', 'approvalOverdue-approver'])(
    'leads the approver to a page of his own, and says how long: %s',
    name => {
      const mail = mailOf(name);
      expect(mail.html).toContain('/approvals/example-token');
      expect(saidIn(mail)).toMatch(/Until .* lets you decide without signing in/);
    },
  );

  test('leads to the desk where deciding takes a sign-in', () => {
    const { recipient, deal, to, template } = sampleOf('en', 'approvalRequested');
    const mail = renderMail({ template, deal, to, recipient, vendor, offerPageUrl, now: sampleNow });
    expect(mail.text).toContain(`/desk/approvals?deal=${deal.dealId}`);
    expect(saidIn(mail)).not.toContain('without signing in');
  });

  test.each(['approvalOverdue-owner', 'approvalOverdue-lead', 'approvalDecided-approved'])(
    'lets nobody decide who is told of it: %s',
    name => expect(mailOf(name).html).not.toContain('/approvals/'),
  );
});
