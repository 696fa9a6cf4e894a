import type { CommandType } from '../../../../deal/commands.ts';
import { currentOffer, type Deal, latestTerms, termsOf } from '../../../../deal/deal.ts';
import { keysOf } from '../../../../deal/keys-of.ts';
import { approvalReasons } from '../../../../deal/negotiation/approval.ts';
import { formatDay } from '../../../../shared/i18n/format.ts';
import { LinkButton } from '../../../ui/fields/button.tsx';
import { ownerOptions } from '../../options.ts';
import { totalText } from '../../terms/terms-text.ts';
import { type DealView, dealUrl } from '../view.ts';
import { ChangeContacts } from './contact-form.tsx';
import { HandOverSetUp } from './hand-over-form.tsx';
import { EndLink, MoveLink } from './link-forms.tsx';
import { ChangeReminders } from './reminders-form.tsx';
import { EndingStep, StepConfirm, StepField, StepForm, StepSelect } from './step-form.tsx';
import { BuyersAnswer, SendProposal, WithdrawProposal } from './to-buyer/proposal-forms.tsx';
import { WriteToBuyer } from './to-buyer/write-form.tsx';

type Kind = 'primary' | 'secondary' | 'danger';
type StepProps = { view: DealView; kind?: Kind };

const versionOf = (deal: Deal) => ({ version: String(latestTerms(deal)?.version ?? '') });

function ProposeTerms({ view, kind }: StepProps) {
  return (
    <div>
      <LinkButton kind={kind} href={`${dealUrl(view.deal.dealId)}/terms`}>
        {view.context.messages.deal.actions.proposeTerms}
      </LinkButton>
    </div>
  );
}

function MarkNegotiationDone({ view, kind }: StepProps) {
  const { messages } = view.context;
  const { steps, approvalReasonList } = messages.desk;
  const newest = latestTerms(view.deal);
  const reasons = newest ? approvalReasons(newest.terms, view.deal.policy) : [];
  return (
    <StepForm view={view} type="markNegotiationDone" fixed={versionOf(view.deal)} kind={kind}>
      <BuyersAnswer view={view} />
      <p>
        {steps.markNegotiationDone(newest?.version ?? 0)}{' '}
        {reasons.length > 0
          ? steps.thenApproval(approvalReasonList(reasons, messages.deal.approvalReasons))
          : steps.thenOffer}
      </p>
    </StepForm>
  );
}

function ApproveOffer({ view, kind }: StepProps) {
  const { context, deal } = view;
  const { desk } = context.messages;
  const { version } = deal.approval ?? {};
  const total = version ? totalText(termsOf(deal, version).terms, context) : '';
  return (
    <StepForm view={view} type="approveOffer" fixed={approvedVersion(deal)} kind={kind}>
      <StepField
        view={view}
        type="approveOffer"
        field="comment"
        label={desk.steps.comment}
        optional
        lines={2}
      />
      <StepConfirm view={view} label={desk.approveConfirmed(total)} />
    </StepForm>
  );
}

function RejectOffer({ view, kind }: StepProps) {
  const { desk } = view.context.messages;
  return (
    <StepForm view={view} type="rejectOffer" fixed={approvedVersion(view.deal)} kind={kind}>
      <StepField
        view={view}
        type="rejectOffer"
        field="comment"
        label={desk.steps.rejectComment}
        required
        lines={2}
      />
    </StepForm>
  );
}

const approvedVersion = ({ approval }: Deal) => ({ version: String(approval?.version ?? '') });

function ExtendOffer({ view, kind }: StepProps) {
  const { messages, lang } = view.context;
  const { steps } = messages.desk;
  const lastDay = currentOffer(view.deal)?.expiresOn ?? '';
  const hint = lastDay && steps.newLastDayHint(formatDay(lastDay, lang));
  return (
    <StepForm view={view} type="extendOffer" kind={kind}>
      <StepField
        view={view}
        type="extendOffer"
        field="expiresOn"
        label={steps.newLastDay}
        hint={hint}
        input="date"
        width="medium"
        required
      />
    </StepForm>
  );
}

const WithdrawOffer = ({ view }: StepProps) => (
  <EndingStep view={view} type="withdrawOffer" warning={view.context.messages.desk.steps.withdrawWarning} />
);

const CloseDeal = ({ view }: StepProps) => (
  <EndingStep view={view} type="closeDeal" warning={view.context.messages.desk.steps.closeWarning} />
);

/** Plainly inside: a note is never taken for a message to the buyer. */
function AddNote({ view }: StepProps) {
  const { desk } = view.context.messages;
  return (
    <div class="note-form">
      <StepForm view={view} type="addNote">
        <StepField
          view={view}
          type="addNote"
          field="text"
          label={desk.steps.note}
          hint={desk.deal.noteHint}
          lines={2}
          required
        />
      </StepForm>
    </div>
  );
}

function AssignOwner({ view, kind }: StepProps) {
  const { context, colleagues, deal } = view;
  return (
    <StepForm view={view} type="assignOwner" kind={kind}>
      <StepSelect
        view={view}
        type="assignOwner"
        field="owner"
        label={context.messages.desk.steps.newOwner}
        options={ownerOptions(colleagues)}
        value={deal.owner ?? context.staff.email}
        width="medium"
      />
    </StepForm>
  );
}

/** The steps that have a form of their own on the deal's page, in the order they are offered. */
export const stepForms = {
  proposeTerms: ProposeTerms,
  sendProposal: SendProposal,
  markNegotiationDone: MarkNegotiationDone,
  approveOffer: ApproveOffer,
  rejectOffer: RejectOffer,
  extendOffer: ExtendOffer,
  writeToBuyer: WriteToBuyer,
  addNote: AddNote,
  assignOwner: AssignOwner,
  changeContact: ChangeContacts,
  changeReminders: ChangeReminders,
  handOverSetUp: HandOverSetUp,
  moveLink: MoveLink,
  endLink: EndLink,
  withdrawProposal: WithdrawProposal,
  withdrawOffer: WithdrawOffer,
  closeDeal: CloseDeal,
} satisfies Partial<Record<CommandType, (props: StepProps) => unknown>>;
export type FormStep = keyof typeof stepForms;
export const formSteps: readonly FormStep[] = keysOf(stepForms);
