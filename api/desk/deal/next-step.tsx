import type { Deal } from '../../../deal/deal.ts';
import { isSent, isWithBuyer } from '../../../deal/negotiation/proposals.ts';
import { isUnpaid } from '../../../deal/offer/again.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { Progress } from '../../ui/progress.tsx';
import { Figures } from './facts/figures.tsx';
import { OfferAgain } from './offer-again/offer-again-card.tsx';
import { allowedSteps, askedHimself, primaryStep } from './steps/allowed-steps.ts';
import { NotPossible } from './steps/not-possible.tsx';
import { isOpened, StepDisclosure } from './steps/step-form.tsx';
import { type FormStep, formSteps, stepForms } from './steps/step-forms.tsx';
import { type DealView, dealUrl } from './view.ts';

/** What the deal waits for, the one step that brings it on, and whatever else may be done. */
export function NextStep({ view }: { view: DealView }) {
  const { context, deal } = view;
  const { messages, staff } = context;
  const allowed = allowedSteps(deal, staff).filter((type): type is FormStep => type in stepForms);
  const wanted = primaryStep(deal, allowed);
  const primary = allowed.find(type => type === wanted);
  const Primary = primary && stepForms[primary];
  const others = formSteps.filter(type => type !== primary && type !== writtenElsewhere);
  return (
    <section class="card" id="next-step" data-part aria-labelledby="next" tabIndex={-1}>
      <h2 id="next">{messages.desk.deal.next}</h2>
      <Waiting view={view} />
      <Figures context={context} deal={deal} />
      {askedHimself(deal, staff) && <p>{messages.deal.refusals.approverIsRequester}</p>}
      {Primary && <Primary view={view} kind="primary" />}
      <OfferAgain view={view} />
      {deal.closed || (
        <OtherSteps
          view={view}
          steps={others.filter(type => allowed.includes(type))}
          closed={others.filter(type => !allowed.includes(type))}
        />
      )}
    </section>
  );
}

/** Notes are written where they are read. */
const writtenElsewhere: FormStep = 'addNote';

function Waiting({ view: { context, deal } }: { view: DealView }) {
  const { desk, deal: words } = context.messages;
  const reasons = deal.approval?.state === 'pending' ? deal.approval.reasons : [];
  return (
    <Progress
      messages={context.messages}
      id="progress"
      url={dealUrl(deal.dealId)}
      running={worksByItself(deal)}
    >
      <p class="lead">{waitingText(deal, context.messages)}</p>
      {reasons.length > 0 && (
        <p>{desk.deal.approvalFor(desk.approvalReasonList(reasons, words.approvalReasons))}</p>
      )}
    </Progress>
  );
}

/** Something will change within minutes without anybody doing anything. */
function worksByItself(deal: Deal): boolean {
  const isAtWork = deal.changeSet !== undefined || deal.endingLinks.length > 0 || deal.stage === 'activating';
  return deal.stuck.length === 0 && isAtWork;
}

function waitingText(deal: Deal, { desk, links, proposal }: Messages): string {
  if (isUnpaid(deal)) return desk.offerAgain.failed;
  if (deal.closed) return desk.waiting[deal.stage];
  if (deal.stuck.length > 0) return desk.deal.stuckFirst;
  if (deal.request && !deal.changeSet) return desk.deal.requestFirst;
  if (deal.ending) return desk.deal.ending;
  if (deal.unlinked) return links.endedText;
  if (isSent(deal)) return proposal.desk.waiting[isWithBuyer(deal) ? 'answer' : 'offer'];
  if (!deal.changeSet) return desk.waiting[deal.stage];
  return deal.changeSet.waitsUntil ? desk.changeSets.waits : desk.changeSets[deal.changeSet.purpose];
}

/** Steps that bring the deal on or back; the others are rarely taken. */
const telling: readonly FormStep[] = [
  'writeToBuyer',
  'sendProposal',
  'proposeTerms',
  'markNegotiationDone',
  'approveOffer',
  'rejectOffer',
  'extendOffer',
  'handOverSetUp',
  'moveLink',
];

interface StepsProps {
  view: DealView;
  steps: FormStep[];
  /** Those that are not possible now. */
  closed: FormStep[];
}

function OtherSteps({ view, steps, closed }: StepsProps) {
  const { messages } = view.context;
  const rare = steps.filter(type => !telling.includes(type));
  const shown = (types: FormStep[]) => types.map(type => <OtherStep key={type} view={view} type={type} />);
  return (
    <section class="disclosures" aria-label={messages.desk.deal.otherSteps}>
      {steps.length === 0 && <p class="quiet">{messages.desk.deal.nothingToDo}</p>}
      {shown(steps.filter(type => telling.includes(type)))}
      {rare.length > 0 && (
        <details
          class="disclosure disclosure--more"
          data-fold="other-steps"
          open={rare.some(type => isOpened(view, type))}
        >
          <summary>{messages.desk.deal.otherSteps}</summary>
          <div class="disclosures">{shown(rare)}</div>
        </details>
      )}
      <NotPossible view={view} steps={closed} />
    </section>
  );
}

/** What a step is about, where the words on its button alone do not tell. */
function titleOf(type: FormStep, { context }: DealView): string {
  const { deal, reminders } = context.messages;
  if (type === 'changeReminders') return reminders.policy.title;
  return type === 'handOverSetUp' ? reminders.handOver.title : deal.actions[type];
}

function OtherStep({ view, type }: { view: DealView; type: FormStep }) {
  const Step = stepForms[type];
  // These bring their own ways in.
  if (type === 'proposeTerms' || type === 'changeContact' || type === 'moveLink')
    return <Step view={view} kind="secondary" />;
  return (
    <StepDisclosure view={view} form={type} title={titleOf(type, view)}>
      <Step view={view} kind="secondary" />
    </StepDisclosure>
  );
}
