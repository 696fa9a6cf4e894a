import type { Deal } from '../../../deal/deal.ts';
import type { RefusalCode } from '../../../deal/refusals.ts';
import { waitsForUs } from '../../buyers/status.ts';
import type { Deps } from '../../deps.ts';
import { findEntry } from '../../service/watch.ts';
import type { Setup } from '../open-setup.ts';

export const progressSteps = ['purchase', 'license', 'entitlements', 'organization', 'product'] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** How far a set-up is after the choice, and whether somebody must do something. */
export interface SetupProgress {
  state: 'running' | 'done' | 'stuck' | 'taken' | 'refused' | 'closed';
  done: ProgressStep[];
  /** The step that is waited for. */
  current?: ProgressStep;
  refusal?: RefusalCode;
  organization?: { organizationId: string; name: string };
  /** The deal has not taken the choice yet, so it can still be another. */
  changeable: boolean;
}

/** Read from the deal's record alone. */
export async function readProgress(
  deps: Deps,
  setup: Pick<Setup, 'session' | 'deal'>,
): Promise<SetupProgress> {
  const { session, deal } = setup;
  const done = deal ? progressSteps.filter(step => isDone[step](deal)) : [];
  const chosen = deal?.link ?? session.chosen;
  const refusal = deal?.link ? undefined : await refusalOf(deps, setup);
  const current = progressSteps.find(step => !done.includes(step));
  return {
    state: refusal ? 'refused' : stateOf(deal),
    done,
    changeable: !deal?.link && !deal?.closed,
    ...(current && { current }),
    ...(refusal && { refusal }),
    ...(chosen && {
      organization: { organizationId: chosen.organizationId, name: chosen.organizationName },
    }),
  };
}

const isDone: Record<ProgressStep, (deal: Deal) => boolean> = {
  purchase: deal => deal.agreement !== undefined,
  license: deal => deal.license !== undefined,
  entitlements: deal => deal.entitlements !== undefined,
  organization: deal => deal.link?.linkedAt !== undefined,
  product: deal => deal.link?.productToldAt !== undefined,
};

function stateOf(deal: Deal | undefined): SetupProgress['state'] {
  if (!deal) return 'running';
  if (deal.closed) return 'closed';
  if (deal.link?.productToldAt) return 'done';
  if (deal.stuck.some(each => each.cure === 'linkOrganization')) return 'taken';
  return waitsForUs(deal) ? 'stuck' : 'running';
}

async function refusalOf(
  { db }: Deps,
  { session }: Pick<Setup, 'session'>,
): Promise<RefusalCode | undefined> {
  const { dealId, chosen } = session;
  if (!dealId || !chosen) return undefined;
  const entry = await findEntry(db, { dealId, commandId: chosen.commandId });
  return entry?.refusal?.code;
}
