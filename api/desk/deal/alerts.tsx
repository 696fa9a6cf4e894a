import { differencesOf } from '../../../deal/acceptance/differences-of.ts';
import { mayAccept } from '../../../deal/care/rules.ts';
import { termsInForce } from '../../../deal/deal.ts';
import { isMoveHeld } from '../../../deal/steps.ts';
import { retryWorth, type Stuck, type StuckReason } from '../../../deal/stuck.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { Alert } from '../../ui/alert.tsx';
import { LinkButton } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Table } from '../../ui/table.tsx';
import { momentText } from '../desk-context.ts';
import { actorOf } from '../staff.ts';
import { aboutMails, CorrectAddress, HandOverAgain, LostMails } from './facts/lost-mails.tsx';
import { Lines, OutcomeAlert } from './outcome-alert.tsx';
import { allowedSteps } from './steps/allowed-steps.ts';
import { MoveLink } from './steps/link-forms.tsx';
import { MarkSolved } from './steps/solved/solved-form.tsx';
import { StepConfirm, StepForm } from './steps/step-form.tsx';
import { takeBack } from './steps/take-back.tsx';
import { type DealView, dealUrl, stuckAnchor } from './view.ts';

/** Everything that must be seen before the rest of the page. */
export function DealAlerts({ view }: { view: DealView }) {
  const { deal, context } = view;
  const { desk, deal: words } = context.messages;
  return (
    <>
      <OutcomeAlert
        context={context}
        outcome={view.outcome}
        url={dealUrl(deal.dealId)}
        undo={takeBack(view)}
      />
      <ErrorSummary messages={context.messages} errors={view.attempt?.errors ?? {}} />
      {deal.closed && (
        <Alert title={desk.deal.closed(words.stages[deal.closed.stage])}>
          {context.messages.events.aws.agreement[deal.closed.reason] ?? deal.closed.reason}
        </Alert>
      )}
      {deal.stuck.map(stuck => (
        <StuckAlert key={stuck.step} view={view} stuck={stuck} />
      ))}
      {deal.link?.productToldAt && differencesOf(deal).length > 0 && (
        <Alert tone="warning" title={desk.deal.differsLater}>
          <Differences view={view} />
        </Alert>
      )}
      <LinkAlerts view={view} />
      {deal.approval?.state === 'rejected' && (
        <Alert tone="warning" title={desk.deal.rejected}>
          <p class="pre">{deal.approval.comment}</p>
        </Alert>
      )}
      <OtherAgreements view={view} />
    </>
  );
}

/** What support has done to the link, while it is still being done or leaves nothing linked. */
function LinkAlerts({ view: { context, deal } }: { view: DealView }) {
  const { links } = context.messages;
  const { endingLinks, unlinked, closed } = deal;
  const names = endingLinks.map(({ organizationName }) => organizationName).join(', ');
  return (
    <>
      {names && <Alert title={isMoveHeld(deal) ? links.held(names) : links.ending(names)} />}
      {unlinked && !closed && (
        <Alert
          tone="warning"
          title={links.ended({
            organization: unlinked.organizationName,
            moment: momentText(context, unlinked.at),
          })}
        >
          <p class="pre">{unlinked.reason}</p>
        </Alert>
      )}
    </>
  );
}

/** Why the deal cannot go on, in AWS's own words too, and the one press that cures it. */
function StuckAlert({ view, stuck }: { view: DealView; stuck: Stuck }) {
  const { context, deal } = view;
  const { desk, deal: words } = context.messages;
  const allowed = allowedSteps(deal, context.staff);
  const ownCures: { [R in StuckReason]?: string } = {
    agreementDiffers: desk.differsCure,
    agreementMissing: desk.unacceptedCure,
  };
  return (
    <Alert
      tone="danger"
      id={stuckAnchor(stuck.step)}
      title={words.stuck[stuck.reason]}
      actions={<Cure view={view} stuck={stuck} allowed={allowed} />}
    >
      <StuckDetail view={view} stuck={stuck} />
      <p>{ownCures[stuck.reason] ?? desk.cures[stuck.cure]}</p>
      <p class="quiet small">{desk.stuckSince(momentText(context, stuck.since))}</p>
      {allowed.includes('markSolved') && <MarkSolved view={view} stuck={stuck} />}
    </Alert>
  );
}

/** What AWS says, or both sides of a difference for a person to compare. */
function StuckDetail({ view, stuck }: { view: DealView; stuck: Stuck }) {
  if (aboutMails.includes(stuck.reason)) return <LostMails view={view} stuck={stuck} />;
  if (stuck.reason !== 'agreementDiffers') return stuck.detail ? <p class="quote">{stuck.detail}</p> : null;
  return <Differences view={view} />;
}

function Differences({ view: { context, deal } }: { view: DealView }) {
  const { desk } = context.messages;
  const currency = deal.accepted?.currency ?? termsInForce(deal)?.terms.currency ?? 'USD';
  const money = (amount: string) => formatMoney(amount, { currency, language: context.lang });
  return (
    <Table
      caption={desk.deal.difference}
      columns={[{ label: desk.deal.part }, { label: desk.deal.agreed }, { label: desk.deal.acceptedInAws }]}
      rows={differencesOf(deal).map(({ part, agreed, accepted }) => ({
        key: `${part} ${agreed}`,
        cells: [
          desk.differences[part],
          ...[agreed, accepted].map(side => (part === 'total' ? money(side) : side)),
        ],
      }))}
    />
  );
}

function Cure({ view, stuck, allowed }: { view: DealView; stuck: Stuck; allowed: readonly string[] }) {
  const { actions } = view.context.messages.deal;
  const { deal } = view;
  return (
    <>
      {aboutMails.includes(stuck.reason) && allowed.includes('changeContact') && (
        <CorrectAddress
          view={view}
          stuck={stuck}
          kind={stuck.cure === 'changeContact' ? 'primary' : 'secondary'}
        />
      )}
      {allowed.includes('handOverSetUp') && <HandOverAgain view={view} stuck={stuck} />}
      {stuck.cure === 'linkOrganization' && allowed.includes('moveLink') && (
        <MoveLink view={view} kind="primary" />
      )}
      {stuck.cure === 'proposeTerms' && allowed.includes('proposeTerms') && (
        <LinkButton href={`${dealUrl(deal.dealId)}/terms`}>{actions.proposeTerms}</LinkButton>
      )}
      {stuck.reason === 'agreementDiffers' && allowed.includes('retryStep') && (
        <AcceptDifference view={view} stuck={stuck} />
      )}
      {stuck.reason !== 'agreementDiffers' &&
        retryWorth[stuck.cure] !== 'nothing' &&
        allowed.includes('retryStep') && (
          <StepForm
            view={view}
            type="retryStep"
            which={String(deal.stuck.indexOf(stuck))}
            fixed={{ step: stuck.step }}
            label={aboutMails.includes(stuck.reason) ? actions.resendMail : undefined}
            kind={retryWorth[stuck.cure] === 'cures' ? 'primary' : 'secondary'}
          />
        )}
    </>
  );
}

/** It grants what nobody agreed to, so it says so, and asks once more. */
function AcceptDifference({ view, stuck }: { view: DealView; stuck: Stuck }) {
  const { deal, context } = view;
  const { desk } = context.messages;
  if (!mayAccept(deal, actorOf(context.staff))) return <p class="quiet">{desk.approverAccepts}</p>;
  const { total, currency } = deal.accepted ?? {};
  const money = total && currency && formatMoney(total, { currency, language: context.lang });
  return (
    <StepForm
      view={view}
      type="retryStep"
      which={String(deal.stuck.indexOf(stuck))}
      fixed={{ step: stuck.step }}
      label={desk.grantAccepted(money ?? '')}
      kind="danger"
    >
      <StepConfirm view={view} label={desk.grantConfirmed} />
    </StepForm>
  );
}

/** More would push what is to be done out of sight. */
const shownAtOnce = 2;

/** Troubles begin when a buyer gets a second agreement beside a first one that nobody remembered. */
function OtherAgreements({ view: { context, deal, others } }: { view: DealView }) {
  const { desk } = context.messages;
  if (others.length === 0 || deal.closed) return null;
  const links = others.map(other => (
    <a key={other.dealId} href={dealUrl(other.dealId)}>
      {other.inquiry.company} – {other.agreement?.agreementId}
    </a>
  ));
  return (
    <Alert tone="warning" title={desk.deal.otherAgreements}>
      <p>{desk.deal.otherAgreementsText}</p>
      {links.length > shownAtOnce ? (
        <details class="disclosure" data-fold="other-agreements">
          <summary>{desk.deal.otherAgreementsCount(links.length)}</summary>
          <Lines lines={links} />
        </details>
      ) : (
        <Lines lines={links} />
      )}
    </Alert>
  );
}
