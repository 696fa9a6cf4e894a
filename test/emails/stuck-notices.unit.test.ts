import { trouble } from '../../deal/stuck.ts';
import { mailOf, render, saidIn, sampleOf } from './rendered.ts';

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

describe('the stuck notice', () => {
  test('of a mail that came back names the address, the server’s words and both ways out', () => {
    const said = saidIn(mailOf('stuckNotice-bounced'));
    expect(said).toContain('Mail to: Maria Rossi (maria@northwind.example)');
    expect(said).toContain('550 5.1.1');
    expect(said).toContain('press “Change contact”');
    expect(said).toContain('press “Try again”');
  });

  test('of a buyer who never came says for how long, whom to call and what to help with', () => {
    const said = saidIn(mailOf('stuckNotice-neverCame'));
    expect(said).toContain('accepted 8 days ago');
    expect(said).toContain('Maria Rossi (maria@northwind.example)');
    expect(said).toContain('America/New_York');
    expect(said).toContain('Chris Doe (chris@northwind.example)');
    expect(said).toMatch(/AWS account 123456789012, .*“Set up product”/);
  });

  test('of a buyer who stopped half-way leads to the set-up page', () => {
    const said = saidIn(mailOf('stuckNotice-leftHalfWay'));
    expect(said).toContain('opened from AWS on December 20, 2026');
    expect(said).toContain('http://localhost:3000/setup/setup-example1');
    expect(said).not.toContain('“Set up product”');
  });

  test('of a buyer without an agreement says where to look, and how the deal ends', () => {
    const said = saidIn(mailOf('stuckNotice-unaccepted'));
    expect(said).toMatch(/pressed “Set up your account” in AWS on December 20, 2026.*no agreement/s);
    expect(said).toMatch(/offer-examplea1b2c3.*Maria Rossi.*whether the offer was accepted.*close the deal/s);
  });

  test('of a license that does not come names the agreement and whom to ask', () => {
    const mail = mailOf('stuckNotice-withoutLicense');
    expect(mail.subject).toContain('AWS has not sent the license');
    expect(saidIn(mail)).toMatch(/agmt-exampleq7w8e9r0t1y2u3.*ask AWS for its license/s);
  });

  test.each([
    ['licenseTaken', /AWS has taken the license back/],
    ['entitlementsMissing', /AWS shows no entitlements yet/],
  ] as const)('%s says what it is where support has ended the link meanwhile', (reason, said) => {
    const sample = sampleOf('en', 'stuckNotice-withoutLicense');
    const { link: _ended, ...deal } = sample.deal;
    const stuck = { ...trouble({ step: 'license', reason }), since: deal.updatedAt };
    expect(saidIn(render({ ...sample, deal: { ...deal, stuck: [stuck] } }))).toMatch(said);
  });
});
