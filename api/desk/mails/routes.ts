import type { FastifyReply, FastifyRequest } from 'fastify';
import { isBad } from '../../../shared/mail/bad-addresses.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { commandIdOf, formValues } from '../../forms/form-values.ts';
import { askDeal } from '../../service/ask.ts';
import { readDeal } from '../../service/read.ts';
import { findEntry } from '../../service/watch.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { outcomeOf, refusedOutcome } from '../deal/outcome.ts';
import type { Outcome } from '../deal/view.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf } from '../staff.ts';
import { addressRoutes } from './addresses/routes.ts';
import { mailFilterFrom } from './filter.ts';
import { companiesOf, readMail, readMails } from './find-mails.ts';
import { imageOrigins, sendMailContent } from './mail-frame.tsx';
import { MailPage, type MailView } from './mail-page.tsx';
import { MailsPage } from './mails-page.tsx';
import { templateRoutes } from './templates/routes.ts';
import { mailsUrl, mailUrl } from './view.ts';

interface Came {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Every mail that was sent or should be: the log, each mail with its content, and sending one again. */
export async function mailRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: requireStaff(deps) };
  await app.register(addressRoutes, deps);
  await app.register(templateRoutes, deps);

  app.get(mailsUrl, options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const filter = mailFilterFrom(request.query);
    const page = await readMails(deps.db, filter);
    const companies = await companiesOf(deps.db, page.mails);
    return sendPage(reply, MailsPage({ view: { context, filter, companies, ...page } }));
  });

  app.get(`${mailsUrl}/:id`, options, async (request, reply) => {
    const view = await viewOf(deps, { request, reply });
    const outcome = await outcomeIn(deps, view, (request.query as { command?: unknown }).command);
    return sendPage(
      reply,
      MailPage({ view: { ...view, outcome } }),
      outcome?.state === 'pending' ? 202 : 200,
    );
  });

  app.get(`${mailsUrl}/:id/content`, options, async (request, reply) => {
    const mail = await readMail(deps.db, idIn(request));
    const { html } = mail.sample ?? mail;
    if (!html) throw new Problem('notFound');
    return sendMailContent(reply, { html, images: imageOrigins(deps.config) });
  });

  app.post(`${mailsUrl}/:id/resend`, options, async (request, reply) => resend(deps, { request, reply }));
}

const idIn = (request: FastifyRequest) => (request.params as { id: string }).id;

async function resend(deps: Deps, came: Came) {
  const view = await viewOf(deps, came);
  const { mail, deal } = view;
  if (!deal || !mail.request) throw new Problem('badRequest');
  const commandId = commandIdOf(formValues(came.request.body));
  const asked = { dealId: deal.dealId, by: actorOf(staffOf(came.request)), commandId };
  try {
    const answer = await askDeal(deps, { ...asked, body: { type: 'resendMail', mail: mail.request } });
    if (answer.state !== 'refused')
      return came.reply.redirect(`${mailUrl(mail.id)}?${new URLSearchParams({ command: commandId })}`, 303);
    return again(came, view, { outcome: refusedOutcome(answer.entry, view), status: 409 });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    came.request.log.warn({ err: error }, 'mail not sent again');
    const { what, next } = view.context.messages.problems[error.code];
    const outcome: Outcome = { state: 'refused', action: 'resendMail', reason: `${what} ${next}` };
    return again(came, view, { outcome, status: error.status });
  }
}

function again({ reply }: Came, view: MailView, { outcome, status }: { outcome: Outcome; status: number }) {
  return sendPage(reply, MailPage({ view: { ...view, outcome } }), status);
}

async function outcomeIn(deps: Deps, view: MailView, commandId: unknown): Promise<Outcome | undefined> {
  const { context, deal } = view;
  if (!deal || typeof commandId !== 'string') return undefined;
  const entry = await findEntry(deps.db, { dealId: deal.dealId, commandId });
  return outcomeOf(commandId, { context, deal, timeline: entry ? [entry] : [] });
}

/** Throws the Problem notFound. */
async function viewOf(deps: Deps, { request, reply }: Came): Promise<MailView> {
  const mail = await readMail(deps.db, idIn(request));
  const url = request.method === 'GET' ? undefined : mailUrl(mail.id);
  return {
    context: deskContext({ deps, request, reply, url }),
    mail,
    from: deps.config.MAIL_FROM,
    deal: mail.dealId ? await readDeal(deps, mail.dealId) : undefined,
    isBad: await isBad(deps.db, mail.to.email),
  };
}
