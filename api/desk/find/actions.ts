import type { Deal } from '../../../deal/deal.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { wordsIn } from '../../../shared/search/words.ts';
import { mayAudit } from '../../audit/may-audit.ts';
import { auditUrl } from '../audit/view.ts';
import { allowedSteps } from '../deal/steps/allowed-steps.ts';
import { type FormStep, formSteps } from '../deal/steps/step-forms.tsx';
import { dealUrl } from '../deal/view.ts';
import { listUrl, me } from '../deals/filter.ts';
import { mayDecide } from '../events/may-decide.ts';
import { heldUrl } from '../inbound/held-page.tsx';
import { openingUrl } from '../opening/view.ts';
import { placeUrl, settingsPlaces } from '../settings/settings-frame.tsx';
import type { StaffMember } from '../staff.ts';
import { stuckUrl } from '../stuck/view.ts';

/** Something that can be gone to or done by its name. */
export interface Action {
  label: string;
  href: string;
}

/** The places of the desk that this reader has. */
export function placesFor(staff: StaffMember, messages: Messages): Action[] {
  const { desk } = messages;
  return [
    ...placesOfAll(messages),
    ...(mayDecide(staff) ? placesOfDeciders(messages) : []),
    ...(staff.roles.includes('approver') ? [{ label: desk.approvals.title, href: '/desk/approvals' }] : []),
    ...(mayAudit(staff) ? [{ label: desk.audit.title, href: auditUrl }] : []),
    { label: desk.keys.title, href: '/desk/keys' },
    { label: desk.profile.title, href: '/desk/profile' },
    ...(staff.roles.includes('admin')
      ? settingsPlaces.map(place => ({ label: desk.settings.places[place], href: placeUrl(place) }))
      : []),
  ];
}

function placesOfAll({ ui, desk, mailLog }: Messages): Action[] {
  const { given } = desk.list.views;
  return [
    { label: ui.home, href: '/desk' },
    { label: ui.deals, href: listUrl({}) },
    { label: given.mine, href: listUrl({ owner: me }) },
    { label: given.attention, href: listUrl({ attention: 'any' }) },
    { label: given.ending, href: listUrl({ ends: 'week' }) },
    { label: desk.list.asBoard, href: listUrl({ look: 'board' }) },
    { label: given.closed, href: listUrl({ stage: 'closed' }) },
    { label: desk.board.title, href: stuckUrl },
    { label: ui.newInquiry, href: '/desk/inquiries/new' },
    { label: mailLog.title, href: '/desk/mails' },
    { label: desk.report.title, href: '/desk/report' },
  ];
}

const placesOfDeciders = ({ events, heldMails, opening, webhooks }: Messages): Action[] => [
  { label: events.title, href: '/desk/events' },
  { label: heldMails.title, href: heldUrl },
  { label: opening.title, href: openingUrl },
  { label: webhooks.title, href: '/desk/webhooks' },
];

/** The steps that this reader may take in a deal now, each with the way to its form. */
export function stepsIn(
  { deal, staff }: { deal: Deal; staff: StaffMember },
  { deal: words }: Messages,
): Action[] {
  const allowed = allowedSteps(deal, staff);
  return formSteps
    .filter(type => allowed.includes(type))
    .map(type => ({ label: words.actions[type], href: stepUrl(deal.dealId, type) }));
}

function stepUrl(dealId: string, type: FormStep): string {
  if (type === 'proposeTerms') return `${dealUrl(dealId)}/terms`;
  if (type === 'moveLink') return `${dealUrl(dealId)}/link`;
  const place = type === 'addNote' ? 'thread' : 'next-step';
  return `${dealUrl(dealId)}?open=${type}#${place}`;
}

/** Those whose name has a word that begins with each of the asked ones. */
export const matching = (actions: Action[], asked: readonly string[]): Action[] =>
  actions.filter(({ label }) => asked.every(word => wordsIn(label).some(each => each.startsWith(word))));
