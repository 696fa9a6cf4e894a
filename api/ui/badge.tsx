import type { Stage } from '../../deal/stages.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** A short word with a coloured dot; the word alone carries the meaning. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: string }) {
  return <span class={`badge badge--${tone}`}>{children}</span>;
}

const tones: Record<Stage, Tone> = {
  inquiry: 'accent',
  negotiating: 'accent',
  approving: 'warning',
  creatingOffer: 'accent',
  offered: 'accent',
  accepted: 'success',
  settingUp: 'success',
  activating: 'success',
  active: 'success',
  ended: 'neutral',
  declined: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
  lost: 'neutral',
};

/** Where a deal stands. */
export function StageBadge({ stage, messages }: { stage: Stage; messages: Messages }) {
  return <Badge tone={tones[stage]}>{messages.deal.stages[stage]}</Badge>;
}
