import type { Deal } from '../../../deal/deal.ts';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import type { MailView } from './mail-view.ts';
import { isFormerAddress, whyNotAgain } from './resend.ts';
import { addressesUrl, mailUrl } from './view.ts';

/** Sending a mail of a deal again, or why that is not possible. */
export function ResendCard({ view }: { view: MailView }) {
  const { context, mail, deal } = view;
  const { mailLog, deal: words } = context.messages;
  if (!deal || mail.channel === 'chat') return null;
  const hindrance = whyNotAgain({ mail, deal, staff: context.staff });
  const isFormer = isFormerAddress({ mail, deal });
  return (
    <section class="card" aria-labelledby="resend">
      <h2 id="resend">{mailLog.resend.title}</h2>
      {hindrance && <Hindered view={view} hindrance={hindrance} />}
      {!hindrance && isFormer && <FormerAddress context={context} deal={deal} />}
      {!hindrance && !isFormer && (
        <>
          <BadAddress view={view} />
          <p id="resend-text">
            {mail.request?.reader.to === 'person'
              ? mailLog.resend.toPerson(mail.to.email)
              : mailLog.resend.toStaff}
          </p>
          <Form action={`${mailUrl(mail.id)}/resend`} keys={context.keys} name="resend">
            <Button kind="secondary" describedBy="resend-text">
              {words.actions.resendMail}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}

function Hindered({
  view: { context, mail, deal },
  hindrance,
}: {
  view: MailView;
  hindrance: NonNullable<ReturnType<typeof whyNotAgain>>;
}) {
  const words = context.messages.mailLog.resend[hindrance];
  return (
    <>
      <p class="quiet">{typeof words === 'function' ? words(mail.to.email) : words}</p>
      {hindrance === 'onDeal' && deal && (
        <LinkButton kind="secondary" href={dealUrl(deal.dealId)}>
          {context.messages.events.toDeal}
        </LinkButton>
      )}
    </>
  );
}

/** A mail may hold a link that lets its bearer in: it goes to the address that is right now, or to nobody. */
function FormerAddress({ context, deal }: { context: DeskContext; deal: Deal }) {
  return (
    <p class="stuck-note">
      {context.messages.mailLog.resend.formerAddress}{' '}
      <a href={dealUrl(deal.dealId)}>{deal.inquiry.company}</a>
    </p>
  );
}

/** What may keep the new mail from its reader as well. */
function BadAddress({ view: { context, mail, isBad } }: { view: MailView }) {
  const { resend, places } = context.messages.mailLog;
  if (!isBad) return null;
  return (
    <p class="stuck-note">
      {resend.badAddress(mail.to.email)} <a href={addressesUrl}>{places.addresses}</a>
    </p>
  );
}
