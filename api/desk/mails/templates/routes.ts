import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '../../../../deal/people.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { App, Deps } from '../../../deps.ts';
import { formValues } from '../../../forms/fields.ts';
import { nonceIn } from '../../../forms/nonce.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import { deskContext } from '../../desk-context.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { imageOrigins, sendMailContent } from '../mail-frame.tsx';
import { mailUrl, templatesUrl } from '../view.ts';
import { type SampleMail, sampleMails, sampleQuery, sampleUrl, written } from './sample-mails.ts';
import { sendTest } from './send-test.ts';
import { TemplatePage, type TemplateView } from './template-page.tsx';
import { TemplatesPage } from './templates-page.tsx';

interface Came {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Every mail that can go out, as its reader would see it, and a test to the person who looks at it. */
export async function templateRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: requireStaff(deps) };
  const path = `${templatesUrl}/:template`;

  app.get(templatesUrl, options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const samples = await written(sampleMails(deps.config, context.lang));
    return sendPage(reply, TemplatesPage({ view: { context, samples } }));
  });

  app.get(path, options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    return sendPage(
      reply,
      TemplatePage({ view: { context, ...(await chosen(deps, request, context.lang)) } }),
    );
  });

  app.get(`${path}/content`, options, async (request, reply) => {
    const { shown } = await chosen(deps, request);
    return sendMailContent(reply, { html: shown.mail.html, images: imageOrigins(deps.config) });
  });

  app.post(`${path}/test`, options, async (request, reply) => test(deps, { request, reply }));
}

async function test(deps: Deps, { request, reply }: Came) {
  const values = formValues(request.body);
  const found = await chosen(deps, { params: request.params, query: values });
  const { template, language, mail } = found.shown;
  const nonce = nonceIn(values);
  try {
    const id = await sendTest(deps, { template, language, mail, staff: staffOf(request), nonce });
    return reply.redirect(mailUrl(id), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    request.log.warn({ err: error }, 'test mail not sent');
    const url = `${sampleUrl(found.shown)}?${sampleQuery(found.shown)}`;
    const context = deskContext({ deps, request, reply, url });
    const { what, next } = context.messages.problems[error.code];
    const view: TemplateView = { context, ...found, notSent: `${what} ${next}`, nonce };
    return sendPage(reply, TemplatePage({ view }), error.status);
  }
}

/** The sample that is asked for, among the others of its template. Throws the Problem notFound. */
async function chosen(
  { config }: Pick<Deps, 'config'>,
  { params, query }: Pick<FastifyRequest, 'params' | 'query'>,
  preferred: Language = 'en',
): Promise<{ shown: SampleMail; cases: SampleMail[] }> {
  const { template } = params as { template: string };
  const { language, variant } = query as Record<string, unknown>;
  const wanted = languages.find(each => each === language) ?? preferred;
  const samples = sampleMails(config, wanted).filter(sample => sample.template === template);
  const cases = await written(samples);
  const shown = cases.find(sample => sample.variant === variant) ?? cases[0];
  if (!shown) throw new Problem('notFound');
  return { shown, cases };
}
