import { describe, expect, it } from '@jest/globals';
import { stepKey } from '../../deal/keys.ts';
import { stuckReasons, troubleAt } from '../../deal/stuck.ts';

const step = { name: 'linkOrganization', key: stepKey('linkOrganization', '1') } as const;
const thrown = Object.entries(stuckReasons).filter(([, { thrown }]) => thrown);

describe('what a failed step says beside its reason', () => {
  it.each(thrown)(
    '%s: the words of AWS or of the product, and none of ours in one language',
    (type, reason) => {
      const { detail } = troubleAt(step, { type, detail: 'as it was said' });
      expect(detail).toBe(reason.thrown === 'ourWords' ? '' : 'as it was said');
    },
  );

  it('an organization that is taken is told by the reason alone', () => {
    expect(troubleAt(step, { type: 'organizationTaken', detail: 'org-1 is billed already' }).detail).toBe('');
  });
});
