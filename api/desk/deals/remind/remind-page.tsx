import { Alert } from '../../../ui/alert.tsx';
import { Button, LinkButton } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { readerText } from '../../deal/people-of.ts';
import { dealUrl } from '../../deal/view.ts';
import { DeskFrame } from '../../desk-frame.tsx';
import { pickName } from '../bulk/picked.ts';
import { listUrl, searchOf } from '../filter.ts';
import { type RemindView, remindUrl } from './view.ts';

/** Says which mails would go to whom, and asks once. */
export function RemindPage({ view }: { view: RemindView }) {
  const { context, filter, toSend, skipped, problem } = view;
  const { remind } = context.messages.desk.list;
  const mails = toSend.reduce((sum, { posts }) => sum + posts.length, 0);
  return (
    <DeskFrame context={context} title={remind.title} current="deals">
      <h1>{remind.title}</h1>
      {problem && <Alert tone="danger" title={problem} />}
      <p>{mails > 0 ? remind.lead({ mails, deals: toSend.length }) : remind.nobody}</p>
      {toSend.length > 0 && (
        <div class="card card--flush">
          <Table
            caption={remind.toSend}
            columns={remind.columns.map(label => ({ label }))}
            rows={rowsOf(view)}
          />
        </div>
      )}
      <Form action={remindUrl} keys={context.keys} name="remind">
        <input type="hidden" name="list" value={searchOf(filter)} />
        {toSend.map(({ deal, deadline }) => (
          <input key={deal.dealId} type="hidden" name={pickName(deal.dealId)} value={deadline.key} />
        ))}
        <div class="actions">
          {mails > 0 && <Button>{remind.send(mails)}</Button>}
          <LinkButton kind="secondary" href={listUrl(filter)}>
            {remind.back}
          </LinkButton>
        </div>
      </Form>
      {skipped.length > 0 && (
        <section class="stack" aria-labelledby="skipped">
          <h2 id="skipped">{remind.skipped(skipped.length)}</h2>
          <ul class="list">
            {skipped.map(({ deal, why }) => (
              <li key={deal.dealId}>
                <a href={dealUrl(deal.dealId)}>{deal.inquiry.company}</a>
                <span class="quiet"> – {remind.why[why]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskFrame>
  );
}

function rowsOf({ context, colleagues, toSend }: RemindView): Row[] {
  const { messages } = context;
  return toSend.map(({ deal, deadline, posts }) => ({
    key: deal.dealId,
    cells: [
      <a key="company" class="row-link" href={dealUrl(deal.dealId)}>
        {deal.inquiry.company}
      </a>,
      messages.desk.deadlines[deadline.kind],
      <div key="readers">
        {posts.map(({ reader }) => (
          <div key={reader.to === 'person' ? reader.email : reader.to}>
            {readerText(reader, { deal, context, colleagues })}
            {reader.to === 'person' && <span class="quiet small"> {reader.email}</span>}
          </div>
        ))}
      </div>,
    ],
  }));
}
