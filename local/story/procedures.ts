import { randomBytes, randomInt } from 'node:crypto';
import type { Language } from '../../deal/people.ts';
import { setUpAccount, signInToAws, subscribe } from './aws.ts';
import type { Page } from './browser.ts';
import { type Buyer, buyerWith } from './buyer.ts';
import { existingCustomer } from './customer.ts';
import type { Scene } from './scene.ts';

/** What a procedure leads to, for the expectations at its end. */
export interface Outcome {
  language: Language;
  company: string;
  organization: string;
  awsAccountId: string;
  needsApproval: boolean;
  /** A user who registers has a verification mail, too. */
  registers: boolean;
  contact: string;
  signer: string;
  user: string;
  dealId: string;
  billing: Page | undefined;
}

export interface Procedure {
  title: string;
  steps: { title: string; play: () => Promise<void> }[];
  outcome: Outcome;
}

export const password = 'three quiet rivers at dawn';

/** Another company, address and AWS account each time, so that the story can be played again on the same stack. */
export function newCompany(name: string) {
  const mark = randomBytes(3).toString('hex');
  const awsAccountId = String(randomInt(1e11, 1e12));
  return {
    company: `${name} ${mark}`,
    awsAccountId,
    address: (who: string) => `${who}@${mark}.example`,
  };
}

/** Seed 003 with 7-1-1, and seed 000: a new customer makes an account. In Japanese, with an approval. */
export function newAccount(scene: Scene): Procedure {
  const { sales, approver } = scene;
  const { company, awsAccountId, address } = newCompany('青空商事');
  const hanako = { name: '佐藤 花子', email: address('hanako') };
  const buyer = buyerWith({ ...scene, language: 'ja' });
  const outcome: Outcome = {
    ...{ language: 'ja', company, organization: company, awsAccountId, needsApproval: true, registers: true },
    ...{ contact: hanako.email, signer: hanako.email, user: hanako.email, dealId: '', billing: undefined },
  };
  return {
    title: `New account: ${company}`,
    outcome,
    steps: [
      {
        title: '1  The buyer writes to support',
        async play() {
          const message = 'Example Cloud を 1 年間、AWS Marketplace 経由で購入したいです。';
          outcome.dealId = await buyer.inquire({ company, ...hanako, message, awsAccountId });
        },
      },
      {
        title: '2  Sales proposes terms, the buyer agrees to them, and an approver says yes to the discount',
        async play() {
          await sales.openInquiry(company);
          await sales.proposeTerms({ price: '9000.00', signer: hanako });
          await buyer.agree({ ...hanako, total: '$9,000.00' });
          await sales.openAgreed(company);
          await sales.markNegotiationDone();
          await approver.approve(company, '$9,000.00');
        },
      },
      ...fromOfferToAcceptance(scene, { buyer, outcome }),
      {
        title: '7-1-1  AWS Marketplace 経由 新規登録, and the mail that verifies the address',
        async play() {
          await buyer.register({ ...hanako, password });
          await buyer.verifyEmail(hanako.email);
        },
      },
      {
        title: '(000-4)  Two short forms about the business',
        play: () => buyer.describeBusiness(company),
      },
      {
        title: '(000-5)  A new organization: このアカウントで利用を開始する',
        play: () => buyer.startWithNewOrganization(company),
      },
      ...fromChoiceToBilling(scene, { buyer, outcome }),
    ],
  };
}

/** Seed 003 with 7-2-1 and 7-2-2: somebody who has an account chooses one of his organizations. In English. */
export function existingAccount(scene: Scene): Procedure {
  const { sales } = scene;
  const { company, awsAccountId, address } = newCompany('Harbor Lights');
  const emma = { name: 'Emma Stone', email: address('emma') };
  const liam = { name: 'Liam Carter', email: address('liam') };
  const olivia = { name: 'Olivia Reed', email: address('olivia') };
  const organizations = [`${company} Research`, `${company} Production`, `${company} Sandbox`];
  const organization = `${company} Production`;
  const buyer = buyerWith({ ...scene, language: 'en' });
  const outcome: Outcome = {
    ...{ language: 'en', company, organization, awsAccountId, needsApproval: false, registers: false },
    ...{ contact: emma.email, signer: liam.email, user: olivia.email, dealId: '', billing: undefined },
  };
  return {
    title: `Existing account: ${company}`,
    outcome,
    steps: [
      {
        title: '(before)  A customer has an account with three organizations',
        play: () =>
          existingCustomer(scene.mongodbUri, {
            ...{ accountName: olivia.name, email: olivia.email, password, organizations },
            ...{ language: 'en', timeZone: 'America/New_York' },
          }),
      },
      {
        title: '1  The buyer writes to support',
        async play() {
          const message = 'We use Example Cloud already and would like to pay for a year through AWS.';
          outcome.dealId = await buyer.inquire({ company, ...emma, message, awsAccountId });
        },
      },
      {
        title: '2  Sales proposes terms, and the buyer agrees to them',
        async play() {
          await sales.openInquiry(company);
          await sales.proposeTerms({ price: '12000.00', signer: liam });
          await buyer.agree({ ...liam, total: '$12,000.00' });
          await sales.openAgreed(company);
          await sales.markNegotiationDone();
        },
      },
      ...fromOfferToAcceptance(scene, { buyer, outcome }),
      {
        title: '7-2-1  Already registered? Sign in here',
        play: () => buyer.signIn({ ...olivia, password }),
      },
      {
        title: '7-2-2  One of three organizations: Start using this account',
        play: () => buyer.startWithOrganization(organization),
      },
      ...fromChoiceToBilling(scene, { buyer, outcome }),
    ],
  };
}

type Told = { buyer: Buyer; outcome: Outcome };

/** What is the same for everybody, up to the arrival from AWS. */
function fromOfferToAcceptance({ sales, marketplace }: Scene, { buyer, outcome }: Told): Procedure['steps'] {
  const { awsAccountId, signer } = outcome;
  let offerUrl = '';
  return [
    {
      title: '3  AWS creates the private offer',
      async play() {
        await sales.sees(outcome.dealId, 'the private offer', deal => deal.stage === 'offered');
      },
    },
    {
      title: '4  The mail leads to the offer in AWS Marketplace',
      async play() {
        offerUrl = await buyer.offerLink(signer);
        await signInToAws(buyer, { url: marketplace, accountId: awsAccountId });
      },
    },
    {
      title: '5  Number of units 1, Subscribe / サブスクライブ',
      async play() {
        await subscribe(buyer, offerUrl);
        await sales.sees(outcome.dealId, 'the acceptance', deal => deal.agreement);
      },
    },
    {
      title: '6  Set up your account / アカウントを設定',
      play: () => setUpAccount(buyer),
    },
  ];
}

/** From the chosen organization to billing through AWS Marketplace, and the confirmation. */
function fromChoiceToBilling({ sales }: Scene, { buyer, outcome }: Told): Procedure['steps'] {
  return [
    {
      title: '(000-6)  The progress page leads to billing through AWS Marketplace',
      async play() {
        outcome.billing = await buyer.openBilling();
      },
    },
    {
      title: '(000-6)  The confirmation is sent',
      async play() {
        await sales.sees(
          outcome.dealId,
          'every mail sent',
          deal => deal.stage === 'active' && deal.mails.length === 0,
        );
      },
    },
  ];
}
