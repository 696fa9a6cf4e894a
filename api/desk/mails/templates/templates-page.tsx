import { type SampleGroup, type SampleMail, sampleGroups } from '../../../../emails/samples/sample-mail.ts';
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

/** Folded but for the first: there are some fifty, and whoever comes looks for one. */
function Group({ view: { context, samples }, group }: { view: TemplatesView; group: SampleGroup }) {
  const own = samples.filter(sample => sample.group === group);
  const firsts = own.filter(
    ({ template }, index) => own.findIndex(each => each.template === template) === index,
  );
  return (
    <details class="card card--fold" open={group === sampleGroups[0]}>
      <summary>
        <h2>{context.messages.mailLog.templates.groups[group]}</h2>
        <span class="quiet">{firsts.length}</span>
      </summary>
      <ul class="rows">
        {firsts.map(sample => (
          <li key={sample.template} class="rows__item rows__item--line">
            <a class="row-link" href={`${sampleUrl(sample)}?${sampleQuery(sample)}`}>
              {templateText(context.messages, sample.template)}
            </a>
            <span class="quiet small">{rolesOf(context, own, sample.template)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function rolesOf(
  { messages: { ui, mailLog } }: DeskContext,
  samples: SampleMail[],
  template: SampleMail['template'],
): string {
  const { roles } = mailLog.templates;
  const own = samples.filter(sample => sample.template === template);
  return [...new Set(own.flatMap(({ role }) => (role ? roles[role] : [])))].join(ui.comma);
}
