import { Alert } from '../../../api/ui/alert.tsx';
import { Badge, StageBadge } from '../../../api/ui/badge.tsx';
import { Countdown } from '../../../api/ui/countdown.tsx';
import { EmptyState } from '../../../api/ui/empty-state.tsx';
import { Button, LinkButton } from '../../../api/ui/fields/button.tsx';
import { ChoiceField } from '../../../api/ui/fields/choice-field.tsx';
import { CopyField } from '../../../api/ui/fields/copy-field.tsx';
import { ErrorSummary } from '../../../api/ui/fields/error-summary.tsx';
import { Field } from '../../../api/ui/fields/field.tsx';
import { Form } from '../../../api/ui/fields/form.tsx';
import { SelectField } from '../../../api/ui/fields/select-field.tsx';
import { DeskPage } from '../../../api/ui/pages/desk-page.tsx';
import type { PageContext } from '../../../api/ui/pages/page-context.ts';
import { Pagination } from '../../../api/ui/pagination.tsx';
import { Progress } from '../../../api/ui/progress.tsx';
import { Steps } from '../../../api/ui/steps.tsx';
import { SummaryList } from '../../../api/ui/summary-list.tsx';
import { Table } from '../../../api/ui/table.tsx';
import { Timeline } from '../../../api/ui/timeline.tsx';
import type { Language } from '../../../deal/people.ts';
import { stages } from '../../../deal/stages.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';

export const contextIn = (lang: Language, url = '/desk?q=x'): PageContext => ({
  lang,
  messages: messagesIn(lang),
  url,
  vendorName: 'Example Inc.',
  supportEmail: 'support@example.com',
});
export const keys = { csrf: 'csrf-token', nonce: 'n-1' };

/** One page with every part, with text that would break out of HTML if it were not escaped. */
export function KitchenSink({ context, text = 'Ada' }: { context: PageContext; text?: string }) {
  const { messages, lang } = context;
  const errors = { 'signer.email': text, price: text };
  const field = { messages, label: text };
  return (
    <DeskPage
      context={context}
      title={text}
      staff={{ name: text, keys, waiting: 120, stuck: 3 }}
      current="deals"
    >
      <h1>{text}</h1>
      <ErrorSummary messages={messages} errors={errors} />
      <Alert tone="warning" title={text} actions={<LinkButton href="/desk">{text}</LinkButton>}>
        {text}
      </Alert>
      <p>
        <Badge>{text}</Badge>
        {stages.map(stage => (
          <StageBadge key={stage} stage={stage} messages={messages} />
        ))}
      </p>
      <Form action="/desk/x" keys={keys} name="x" checkUrl="/desk/x/check">
        <Field
          {...field}
          name="signer.email"
          type="email"
          hint={text}
          error={errors['signer.email']}
          value={text}
        />
        <Field {...field} name="price" error={errors.price} optional />
        <Field {...field} name="message" lines={4} value={text} />
        <SelectField
          {...field}
          name="zone"
          value="b"
          options={[
            { value: 'a', label: text },
            { value: 'b', label: 'B' },
          ]}
        />
        <ChoiceField
          {...field}
          name="organization"
          values={['1']}
          choices={[
            { value: '1', label: text, hint: text },
            { value: '2', label: 'B', blocked: text },
          ]}
        />
        <Button>{text}</Button>
      </Form>
      <SummaryList
        items={[
          { label: 'ID', value: <CopyField value={text} label="ID" messages={messages} /> },
          { label: 'Nothing', value: undefined },
        ]}
      />
      <Table
        caption={text}
        columns={[{ label: 'Company' }, { label: 'Amount', numeric: true }]}
        rows={[{ key: '1', tone: 'warning', cells: [text, '1'] }]}
      />
      <Timeline
        items={[
          { key: '1', title: text, by: text, at: '2026-11-20T10:00:00Z', atText: text, children: text },
        ]}
      />
      <Steps
        messages={messages}
        label={text}
        steps={[
          { label: text, state: 'done' },
          { label: 'B', state: 'current', detail: text },
          { label: 'C', state: 'todo' },
        ]}
      />
      <Countdown until="2026-11-30T23:59:59Z" now="2026-11-22T00:00:00Z" lang={lang} />
      <Progress messages={messages} id="progress" url="/desk" running>
        {text}
      </Progress>
      <EmptyState title={text}>{text}</EmptyState>
      <Pagination messages={messages} firstHref="/desk" nextHref="/desk?cursor=2" />
    </DeskPage>
  );
}
