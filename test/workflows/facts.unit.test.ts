import { expect, it } from '@jest/globals';
import type { Deal } from '../../deal/deal.ts';
import { stepsDue } from '../../deal/steps.ts';
import { linkFacts, productFacts } from '../../workflows/facts.ts';
import { chosen } from '../deal/acceptance/after-sale.ts';
import { given } from '../support/story.ts';

/** Of what an activity is given. Temporal takes 2 MB. */
const small = 20_000;

it('accounts and product are told of a link, however large all the terms of its deal are', () => {
  const deal = given(chosen(), { type: 'entitlementsRead', revision: 0, entitlements: [] });
  const [first] = deal.terms;
  if (!first) throw new Error('no terms');
  const large: Deal = {
    ...deal,
    terms: Array.from({ length: 5000 }, (_, index) => ({ ...first, version: index + 1 })),
  };
  expect(JSON.stringify(large).length).toBeGreaterThan(2_000_000);
  const [step] = stepsDue(large).filter(({ name }) => name === 'linkOrganization');
  if (step?.name !== 'linkOrganization') throw new Error('no link is due');
  const facts = [linkFacts(large, step), productFacts(large, step.link)];
  for (const each of facts) expect(JSON.stringify(each).length).toBeLessThan(small);
  expect(facts).toMatchObject(
    [1, 2].map(() => ({
      dealId: 'd1',
      organizationId: 'o1',
      agreementId: 'agmt-1',
      licenseArn: 'arn:aws:license-manager::1:license:l-1',
      awsAccountId: '111122223333',
    })),
  );
});
