import { isOwn, isOwnAccount } from '../acceptance/purchase.ts';
import type { Deal } from '../deal.ts';
import type { Rules } from '../part.ts';

export type SetUpCommand = 'buyerArrived' | 'linkOrganization' | 'moveLink' | 'endLink' | 'handOverSetUp';

/** From the buyer's arrival to the linked organization. */
export const setUpRules: Rules<SetUpCommand> = {
  buyerArrived: {
    who: ['buyer', 'aws'],
    stages: ['approving', 'creatingOffer', 'offered', 'accepted', 'settingUp', 'activating', 'active'],
    refuse: ({ deal, command }) => {
      if (!isOwnAccount(deal, command)) return { code: 'otherAccount' };
      return isOwn(deal, command) ? undefined : { code: 'otherAgreement' };
    },
  },
  linkOrganization: {
    who: ['buyer'],
    stages: ['accepted', 'settingUp', 'activating', 'active'],
    refuse: ({ deal }) => {
      if (!deal.registration) return { code: 'notSetUp' };
      return deal.link && !organizationRefused(deal) ? { code: 'alreadyLinked' } : undefined;
    },
  },
  moveLink: {
    who: ['support'],
    stages: ['accepted', 'settingUp', 'activating', 'active'],
    shown: ({ agreement }) => agreement !== undefined,
    refuse: ({ deal, command }) => {
      if (!deal.agreement) return { code: 'noAgreement' };
      const isThere = deal.link?.organizationId === command.organizationId && !organizationRefused(deal);
      return isThere ? { code: 'alreadyLinked' } : undefined;
    },
  },
  endLink: {
    who: ['support'],
    stages: ['activating', 'active'],
    refuse: ({ deal }) => (deal.link ? undefined : { code: 'notLinked' }),
  },
  handOverSetUp: {
    who: ['buyer', 'support'],
    stages: ['settingUp', 'accepted'],
    refuse: ({ deal }) => (deal.registration ? undefined : { code: 'notSetUp' }),
  },
};

/** The organization chosen first turned out to be taken, so another may be chosen. */
function organizationRefused(deal: Deal): boolean {
  return !deal.link?.linkedAt && deal.stuck.some(each => each.cure === 'linkOrganization');
}
