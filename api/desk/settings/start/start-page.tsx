import type { ComponentChildren } from 'preact';
import type { AwsTry } from '../../../../shared/models/desk/aws-try.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { peopleUrl } from '../people/view.ts';
import { withAwsUrl } from '../products/products-page.tsx';
import { SettingsFrame, settingsUrl } from '../settings-frame.tsx';
import { type Checklist, doneCount, isAnswered, type StartPoint, startPoints } from './checklist.ts';

export const startUrl = `${settingsUrl}/start`;
export const tryAwsUrl = `${startUrl}/aws`;

export interface StartView {
  context: DeskContext;
  checklist: Checklist;
  problem?: string;
}

/** What a new installation needs before its first real offer, each point as the product sees it. */
export function StartPage({ view }: { view: StartView }) {
  const { context, checklist, problem } = view;
  const { start: words } = context.messages.desk.settings;
  const done = doneCount(checklist);
  const lead = done === startPoints.length ? words.allDone : words.lead({ done, all: startPoints.length });
  return (
    <SettingsFrame context={context} current="start" title={words.title} lead={lead} problem={problem}>
      {startPoints.map(point => (
        <Point key={point} point={point} view={view} />
      ))}
    </SettingsFrame>
  );
}

function Point({ point, view }: { point: StartPoint; view: StartView }) {
  const { context, checklist } = view;
  const { start: words } = context.messages.desk.settings;
  const isDone = checklist.done[point];
  const isWaiting = point === 'aws' && checklist.awsTries.some(row => !isAnswered(row));
  return (
    <section
      class="card stack"
      id={point}
      aria-live={isWaiting ? 'polite' : undefined}
      data-refresh={isWaiting ? startUrl : undefined}
    >
      <div class="heading">
        <h2>{words.points[point].title}</h2>
        <Badge tone={isDone ? 'success' : 'neutral'}>{isDone ? words.done : words.toDo}</Badge>
      </div>
      <p class="quiet">{isDone ? words.points[point].isDone : cureText(point, view)}</p>
      {point === 'aws' && <Tries view={view} />}
      {(!isDone || point === 'aws') && <div class="actions">{actionOf(point, view)}</div>}
    </section>
  );
}

/** What is missing, and what to do about it. */
function cureText(point: StartPoint, { context, checklist }: StartView): string {
  const { start: words } = context.messages.desk.settings;
  const { staff, product, inbound } = checklist.missing;
  if (point === 'staff' && staff === 'approver') return words.noApprover;
  if (point === 'product' && product === 'price') return words.noPrice;
  if (point === 'inbound' && inbound === 'mail') return words.noMailYet;
  return words.points[point].cure;
}

function actionOf(point: StartPoint, { context }: StartView): ComponentChildren {
  const { start: words } = context.messages.desk.settings;
  const { action } = words.points[point];
  const places = {
    staff: `${peopleUrl}/new`,
    product: withAwsUrl,
    mail: '/desk/mails/templates/offer',
    buyer: '/desk/inquiries/new',
  };
  if (point === 'aws')
    return (
      <Form action={tryAwsUrl} keys={context.keys} class="form form--bare">
        <Button kind="secondary">{action}</Button>
      </Form>
    );
  if (point === 'event' || point === 'inbound')
    return (
      <LinkButton kind="secondary" href={`${startUrl}#${point}`}>
        {action}
      </LinkButton>
    );
  return (
    <LinkButton kind="secondary" href={places[point]}>
      {action}
    </LinkButton>
  );
}

const tones = { allowed: 'success', denied: 'danger', unavailable: 'warning' } as const;

function Tries({ view: { context, checklist } }: { view: StartView }) {
  return (
    <>
      {checklist.awsTries.map(row => (
        <Try key={row._id} row={row} context={context} />
      ))}
    </>
  );
}

/** What AWS has answered to one process. */
function Try({ row, context }: { row: AwsTry; context: DeskContext }) {
  const { start: words } = context.messages.desk.settings;
  const { _id: process, at, actions } = row;
  return (
    <div class="stack stack--tight">
      <h3>{words.processes[process]}</h3>
      {!isAnswered(row) && <p>{words.waitsForWorker}</p>}
      <ul class="list">
        {actions.map(({ action, state, detail }) => (
          <li key={action}>
            <code>{action}</code> <Badge tone={tones[state]}>{words.states[state]}</Badge>
            {state === 'denied' && <div class="small">{words.allow(action, process)}</div>}
            {detail && <div class="quiet small">{detail}</div>}
          </li>
        ))}
      </ul>
      {at && <p class="quiet small">{words.triedAt(momentText(context, at.toISOString()))}</p>}
    </div>
  );
}
