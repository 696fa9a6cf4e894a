import { languages } from '../../../../deal/people.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import type { DeskContext } from '../../desk-context.ts';
import { DeskFrame } from '../../desk-frame.tsx';
import { MailFrame } from '../mail-frame.tsx';
import { PlainText } from '../mail-page.tsx';
import { templateText } from '../mail-words.ts';
import { templatesUrl } from '../view.ts';
import { type ListedSample, sampleQuery, sampleUrl, type WrittenSample } from './sample-mails.ts';

export interface TemplateView {
  context: DeskContext;
  shown: WrittenSample;
  /** All of the template in the same language. */
  cases: ListedSample[];
  /** Why the test that was just asked for did not go out. */
  notSent?: string;
  /** The test's id, when pressing again must not send it twice. */
  nonce?: string;
}

interface Props {
  view: TemplateView;
}

/** One mail as a reader would get it, with a way to try it out. */
export function TemplatePage({ view }: Props) {
  const { context, shown, notSent } = view;
  const { messages } = context;
  const { mailLog } = messages;
  const { templates } = mailLog;
  const title = templateText(messages, shown.template);
  return (
    <DeskFrame context={context} title={title} current="mails">
      <div class="stack stack--tight">
        <p>
          <a href={templatesUrl}>{templates.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead" lang={shown.language}>
          {shown.mail.subject}
        </p>
      </div>
      {notSent && (
        <Alert tone="danger" title={templates.testFailed}>
          {notSent}
        </Alert>
      )}
      <div class="columns">
        <section class="card" aria-labelledby="content">
          <h2 id="content">{templates.content}</h2>
          <MailFrame
            messages={messages}
            src={`${sampleUrl(shown)}/content?${sampleQuery(shown)}`}
            subject={shown.mail.subject}
          />
          <p class="quiet small">{templates.example}</p>
          <PlainText title={mailLog.plainText} text={shown.mail.text} />
        </section>
        <div class="stack">
          <Test view={view} />
          <Choice view={view} />
        </div>
      </div>
    </DeskFrame>
  );
}

/** The other languages, readers and cases of the same template. */
function Choice({ view: { context, shown, cases } }: Props) {
  const { ui, mailLog } = context.messages;
  return (
    <section class="card" aria-labelledby="case">
      <h2 id="case">{mailLog.templates.variant}</h2>
      <nav class="tabs" aria-label={ui.labelled(mailLog.what, ui.language)}>
        {languages.map(language => (
          <a
            key={language}
            class="tabs__item"
            lang={language}
            href={`${sampleUrl(shown)}?${sampleQuery({ language, variant: shown.variant })}`}
            aria-current={language === shown.language ? 'page' : undefined}
          >
            {ui.languages[language]}
          </a>
        ))}
      </nav>
      <ul class="rows">
        {cases.map(each => (
          <Case key={each.variant} context={context} sample={each} isShown={each.variant === shown.variant} />
        ))}
      </ul>
    </section>
  );
}

function Case({
  context,
  sample,
  isShown,
}: {
  context: DeskContext;
  sample: ListedSample;
  isShown: boolean;
}) {
  const { roles } = context.messages.mailLog.templates;
  return (
    <li class="rows__item">
      <div>
        <a
          class="row-link"
          lang={sample.language}
          href={`${sampleUrl(sample)}?${sampleQuery(sample)}`}
          aria-current={isShown ? 'page' : undefined}
        >
          {sample.subject}
        </a>
        {sample.role && <div class="quiet small">{roles[sample.role]}</div>}
      </div>
    </li>
  );
}

function Test({ view: { context, shown, nonce } }: Props) {
  const { templates } = context.messages.mailLog;
  const keys = nonce ? { ...context.keys, nonce } : context.keys;
  return (
    <section class="card" aria-labelledby="test">
      <h2 id="test">{templates.test}</h2>
      <p id="test-text">{templates.testText(context.staff.email)}</p>
      <Form action={`${sampleUrl(shown)}/test`} keys={keys}>
        <input type="hidden" name="language" value={shown.language} />
        <input type="hidden" name="variant" value={shown.variant} />
        <Button kind="secondary" describedBy="test-text">
          {templates.testSubmit}
        </Button>
      </Form>
    </section>
  );
}
