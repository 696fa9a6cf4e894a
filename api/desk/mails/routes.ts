import { Type } from 'typebox';
import { commandIds } from '../../../deal/keys.ts';
import { isBad } from '../../../shared/mail/bad-addresses.ts';
import { senderText } from '../../../shared/mail/sender.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { askDeal } from '../../service/ask.ts';
import { readDeal } from '../../service/read.ts';
import { findEntry } from '../../service/watch.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { outcomeOf, refusedOutcome } from '../deal/outcome.ts';
import type { StepOutcome } from '../deal/step-outcome.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { actorOf } from '../staff.ts';
import { addressRoutes } from './addresses/routes.ts';
import { mailFilterFrom, mailFilterQuery } from './filter.ts';
import { companiesOf, readMail, readMails } from './find-mails.ts';
import { imageOrigins, sendMailContent } from './mail-frame.tsx';
import { MailPage } from './mail-page.tsx';
import type { MailView } from './mail-view.ts';
import { MailsPage } from './mails-page.tsx';
import { templateRoutes } from './templates/routes.ts';
import { mailsUrl, mailUrl } from './view.ts';

const params = Type.Object({ id: Type.String({ maxLength: 64 }) });
const querystring = Type.Object({ command: text(200) });
const body = Type.Object({ nonce });

/** Every mail that was sent or should be: the log, each mail with its content, and sending one again. */
export async function mailRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);
  await app.register(addressRoutes, deps);
  await app.register(templateRoutes, deps);

  const listed = { schema: { querystring: mailFilterQuery, hide: true }, preHandler };
  app.get(mailsUrl, listed, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const filter = mailFilterFrom(request.query);
    const page = await readMails(deps.db, filter);
    const companies = await companiesOf(deps.db, page.mails);
    return sendPage(reply, MailsPage({ view: { context, filter, companies, ...page } }));
  });

  const shown = { schema: { params, querystring, hide: true }, preHandler };
  app.get(`${mailsUrl}/:id`, shown, async (request, reply) => {
    const view = await viewOf(deps, { request, reply }, request.params.id);
    const outcome = await outcomeIn(deps, view, request.query.command);
    const page = MailPage({ view: { ...view, outcome } });
    return sendPage(reply, page, outcome?.state === 'pending' ? 202 : 200);
  });

  const content = { schema: { params, hide: true }, preHandler, config: { alone: true } };
  app.get(`${mailsUrl}/:id/content`, content, async (request, reply) => {
    const mail = await readMail(deps.db, request.params.id);
    const { html } = mail.sample ?? mail;
    if (!html) throw new Problem('notFound');
    return sendMailContent(reply, { html, images: imageOrigins(deps.config) });
  });

  const resent = { schema: { params, body, hide: true }, preHandler };
  app.post(`${mailsUrl}/:id/resend`, resent, async (request, reply) => {
    const visit = { request, reply };
    return resend(deps, visit, await viewOf(deps, visit, request.params.id));
  });
}

/** Throws the Problem badRequest: the page of such a mail has no button. */
async function resend(deps: Deps, visit: Visit, view: MailView) {
  const { mail, deal, context } = view;
  const wanted = mail.request;
  if (!deal || !wanted) throw new Problem('badRequest');
  return submit(visit, {
    ask: commandId =>
      askDeal(deps, {
        dealId: deal.dealId,
        body: { type: 'resendMail', mail: wanted },
        by: actorOf(context.staff),
        commandId,
      }),
    goTo: ({ commandId }) => `${mailUrl(mail.id)}?${new URLSearchParams({ command: commandId })}`,
    again: back =>
      sendPage(visit.reply, MailPage({ view: { ...view, outcome: cameBack(back, view) } }), back.status),
  });
}

function cameBack({ entry, problem }: Comeback, view: MailView): StepOutcome | undefined {
  if (entry) return refusedOutcome(entry, view);
  return problem ? { state: 'refused', action: 'resendMail', reason: problem } : undefined;
}

async function outcomeIn(deps: Deps, view: MailView, commandId: string): Promise<StepOutcome | undefined> {
  const { context, deal } = view;
  if (!deal || !commandId) return undefined;
  const own = commandIds.chosen(actorOf(context.staff), commandId);
  const entry = await findEntry(deps.db, { dealId: deal.dealId, commandId: own });
  return outcomeOf(commandId, { context, deal, timeline: entry ? [entry] : [] });
}

/** Throws the Problem notFound. */
async function viewOf(deps: Deps, { request, reply }: Visit, id: string): Promise<MailView> {
  const mail = await readMail(deps.db, id);
  const url = request.method === 'GET' ? undefined : mailUrl(mail.id);
  return {
    context: deskContext({ deps, request, reply, url }),
    mail,
    from: senderText(deps.config),
    deal: mail.dealId ? await readDeal(deps, mail.dealId) : undefined,
    isBad: await isBad(deps.db, mail.to.email),
  };
}
