import { currentOffer, type Deal } from '../../../deal/deal.ts';
import { wantsNone } from '../../../deal/reminders/readers.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { offered } from '../status.ts';

export interface RemindersView {
  context: PageContext;
  deal: Deal;
  email: string;
  /** Makes one press one command. */
  nonce: string;
  /** Where the button posts to: the page's own address. */
  path: string;
  /** `pending`: the press is safe and not decided yet. `notSent`: it could not be taken. */
  press?: 'pending' | 'notSent';
}

/**
 * Where one reader stops his reminders and has them again. It names what the mails were about and shows nothing else of
 * the deal: the link stands in mails, which are passed on.
 */
export function RemindersPage({ view }: { view: RemindersView }) {
  const { context, deal, email } = view;
  const { page } = context.messages.reminders;
  const about = { email, what: whatOf(view) };
  const stopped = wantsNone(deal, email);
  return (
    <Page context={context} title={page.title}>
      <PressAlert view={view} />
      <div class="card card--roomy">
        {deal.closed ? (
          <>
            <h1>{page.over}</h1>
            <p class="lead">{page.overText(about.what)}</p>
          </>
        ) : (
          <>
            <h1>{stopped ? page.stopped : page.ask}</h1>
            <p class="lead">{stopped ? page.getsNone(about) : page.getsThem(about)}</p>
            <p>{page.stays[staysOf(deal)]}</p>
            <p>{page.stillWritten}</p>
            <Choice view={view} stopped={stopped} />
          </>
        )}
      </div>
    </Page>
  );
}

function PressAlert({ view: { context, press } }: { view: RemindersView }) {
  const { offers, reminders } = context.messages;
  if (press === 'pending')
    return (
      <Alert title={reminders.page.pending}>
        <p>{reminders.page.pendingText}</p>
      </Alert>
    );
  if (press === 'notSent')
    return (
      <Alert tone="danger" title={offers.notSent.title}>
        <p>{reminders.page.notSentText}</p>
      </Alert>
    );
  return null;
}

/** The form carries no session's token: whoever has the link may press, and a mailbox presses without cookies. */
function Choice({ view: { context, nonce, path }, stopped }: { view: RemindersView; stopped: boolean }) {
  const { actions } = context.messages.deal;
  return (
    <form method="post" action={path} class="form form--bare">
      <input type="hidden" name="nonce" value={nonce} />
      <Button name="press" value={stopped ? 'resume' : 'stop'} kind={stopped ? 'secondary' : 'primary'}>
        {stopped ? actions.resumeReminders : actions.stopReminders}
      </Button>
    </form>
  );
}

function whatOf({ context, deal }: RemindersView): string {
  const { page } = context.messages.reminders;
  const shown = offered(deal);
  return shown ? page.offer(shown.terms.productTitle) : page.inquiry;
}

function staysOf(deal: Deal): 'offer' | 'purchase' | 'other' {
  if (deal.agreement) return 'purchase';
  return currentOffer(deal)?.state === 'released' && !deal.ending ? 'offer' : 'other';
}
