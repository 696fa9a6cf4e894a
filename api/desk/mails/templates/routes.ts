import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Language, languages } from '../../../../deal/people.ts';
import { compose } from '../../../../emails/compose.ts';
import { vendorFrom } from '../../../../emails/mail.ts';
import { sampleMails } from '../../../../emails/samples/sample-mails.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { App, Deps } from '../../../deps.ts';
import { formValues } from '../../../forms/fields.ts';
import { nonceIn } from '../../../forms/nonce.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import { deskContext } from '../../desk-context.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { imageOrigins, sendMailContent } from '../mail-frame.tsx';
import { mailUrl, templatesUrl } from '../view.ts';
import { type ListedSample, listed, sampleQuery, sampleUrl, type WrittenSample } from './sample-mails.ts';
import { sendTest } from './send-test.ts';
import { TemplatePage, type TemplateView } from './template-page.tsx';
import { TemplatesPage } from './templates-page.tsx';

const Params = Type.Object({ template: Type.String() });
const Query = Type.Object({ language: Type.Optional(Type.String()), variant: Type.Optional(Type.String()) });
type Wanted = Static<typeof Params> & Static<typeof Query>;

/** Every mail that can go out, as its reader would see it, and a test to the person who looks at it. */
export async function templateRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);
  const shownAt = { schema: { hide: true, params: Params, querystring: Query }, preHandler };
  const path = `${templatesUrl}/:template`;

  app.get(templatesUrl, { schema: { hide: true }, preHandler }, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const samples = listed(sampleMails(context.lang), vendorFrom(deps.config));
    return sendPage(reply, TemplatesPage({ view: { context, samples } }));
  });

  app.get(path, shownAt, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const found = chosen(deps, { ...request.params, ...request.query }, context.lang);
    return sendPage(reply, TemplatePage({ view: { context, ...found } }));
  });

  app.get(`${path}/content`, { ...shownAt, config: { alone: true } }, async (request, reply) => {
    const { shown } = chosen(deps, { ...request.params, ...request.query });
    return sendMailContent(reply, { html: shown.mail.html, images: imageOrigins(deps.config) });
  });

  app.post(`${path}/test`, { schema: { hide: true, params: Params }, preHandler }, async (request, reply) =>
    test(deps, { request, reply, template: request.params.template }),
  );
}

interface Came {
  request: FastifyRequest;
  reply: FastifyReply;
  template: string;
}

async function test(deps: Deps, { request, reply, template }: Came) {
  const values = formValues(request.body);
  const found = chosen(deps, { ...values, template });
  const nonce = nonceIn(values);
  try {
    const id = await sendTest(deps, { ...found.shown, staff: staffOf(request), nonce });
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

/** The sample that is asked for, written, among the others of its template. Throws the Problem notFound. */
function chosen(
  { config }: Pick<Deps, 'config'>,
  { template, language, variant }: Wanted,
  preferred: Language = 'en',
): { shown: WrittenSample; cases: ListedSample[] } {
  const wanted = languages.find(each => each === language) ?? preferred;
  const vendor = vendorFrom(config);
  const cases = listed(
    sampleMails(wanted).filter(sample => sample.template === template),
    vendor,
  );
  const shown = cases.find(sample => sample.variant === variant) ?? cases[0];
  if (!shown) throw new Problem('notFound');
  return { shown: { ...shown, mail: compose(shown.draft(vendor)) }, cases };
}
