import type { StepOutcome } from '../../../api/desk/deal/step-outcome.ts';
import type { Attempt, DealView } from '../../../api/desk/deal/view.ts';
import type { DeskContext } from '../../../api/desk/desk-context.ts';
import type { StaffMember } from '../../../api/desk/staff.ts';
import type { Language } from '../../../deal/people.ts';
import { contextIn, keys } from '../ui/kitchen-sink.tsx';
import { now, samples } from './sample-deals.ts';

export const staff: StaffMember = {
  staffId: 's-1',
  email: 'sato@vendor.example',
  name: '佐藤 美咲',
  roles: ['sales'],
  language: 'ja',
  timeZone: 'Asia/Tokyo',
  passwordVersion: 'v-1',
  hasSecondFactor: false,
};
export const approver: StaffMember = {
  ...staff,
  staffId: 's-2',
  email: 'mori@vendor.example',
  name: 'Ken Mori',
  roles: ['approver', 'support'],
};

export const deskContextIn = (lang: Language, reader = staff): DeskContext => ({
  ...contextIn(lang, '/desk'),
  staff: reader,
  keys,
  now,
  counts: { waiting: 3, stuck: 2, limitedMails: 0 },
});

interface Wanted {
  lang: Language;
  sample: string;
  reader?: StaffMember;
  outcome?: StepOutcome;
  attempt?: Attempt;
  others?: DealView['others'];
}

export function dealView({ lang, sample, reader, outcome, attempt, others = [] }: Wanted): DealView {
  const story = samples[sample];
  if (!story) throw new Error(`no sample ${sample}`);
  return {
    ...story,
    context: deskContextIn(lang, reader),
    colleagues: [staff, approver],
    others,
    mails: [],
    outcome,
    attempt,
  };
}
