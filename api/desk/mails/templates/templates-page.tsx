import { languages } from '../../../../deal/people.ts';
import { type SampleGroup, type SampleMail, sampleGroups } from '../../../../emails/samples/sample-mail.ts';
import { Table } from '../../../ui/table.tsx';
import type { DeskContext } from '../../desk-context.ts';
import { DeskFrame } from '../../desk-frame.tsx';
import { MailPlaces } from '../mail-tabs.tsx';
import { templateText } from '../mail-words.ts';
import { type ListedSample, sampleQuery, sampleUrl } from './sample-mails.ts';

export interface TemplatesView {
  context: DeskContext;
  /** In the reader's language. */
  samples: ListedSample[];
}

/** Every mail that Offerdesk writes. */
export function TemplatesPage({ view }: { view: TemplatesView }) {
  const { context } = view;
  const { templates } = context.messages.mailLog;
  return (
    <DeskFrame context={context} title={templates.title} current="mails">
      <MailPlaces context={context} current="templates" lead={templates.lead} />
      {sampleGroups.map(group => (
        <Group key={group} view={view} group={group} />
      ))}
    </DeskFrame>
  );
}

function Group({ view: { context, samples }, group }: { view: TemplatesView; group: SampleGroup }) {
  const { mailLog, ui } = context.messages;
  const own = samples.filter(sample => sample.group === group);
  const templates = [...new Set(own.map(({ template }) => template))];
  return (
    <section class="stack" aria-labelledby={group}>
      <h2 id={group}>{mailLog.templates.groups[group]}</h2>
      <div class="card card--flush">
        <Table
          isOneOfSeveral
          caption={mailLog.templates.groups[group]}
          columns={[{ label: mailLog.template }, { label: mailLog.templates.reader }, { label: ui.language }]}
          rows={templates.map(template => ({
            key: template,
            cells: [
              <Cases
                key="cases"
                context={context}
                samples={own.filter(sample => sample.template === template)}
              />,
              rolesOf(context, own, template),
              <InLanguages key="languages" context={context} template={template} />,
            ],
          }))}
        />
      </div>
    </section>
  );
}

/** The template, and below it how its mails are headed in each case. */
function Cases({ context, samples }: { context: DeskContext; samples: ListedSample[] }) {
  const [first] = samples;
  if (!first) return null;
  return (
    <div>
      <a class="row-link" href={`${sampleUrl(first)}?${sampleQuery(first)}`}>
        {templateText(context.messages, first.template)}
      </a>
      {[...new Set(samples.map(sample => sample.subject))].map(subject => (
        <div key={subject} class="quiet small">
          {subject}
        </div>
      ))}
    </div>
  );
}

function rolesOf(
  { messages, lang }: DeskContext,
  samples: SampleMail[],
  template: SampleMail['template'],
): string {
  const { roles } = messages.mailLog.templates;
  const own = samples.filter(sample => sample.template === template);
  const names = [...new Set(own.flatMap(({ role }) => (role ? roles[role] : [])))];
  return names.join(lang === 'ja' ? '・' : ', ');
}

function InLanguages({
  context: { messages },
  template,
}: {
  context: DeskContext;
  template: SampleMail['template'];
}) {
  return (
    <div class="actions actions--tight">
      {languages.map(language => (
        <a
          key={language}
          href={`${sampleUrl({ template })}?${sampleQuery({ language, variant: '' })}`}
          lang={language}
          aria-label={`${messages.ui.languages[language]}: ${templateText(messages, template)}`}
        >
          {messages.ui.languages[language]}
        </a>
      ))}
    </div>
  );
}
