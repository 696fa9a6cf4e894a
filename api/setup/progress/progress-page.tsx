import { Alert } from '../../ui/alert.tsx';
import { LinkButton } from '../../ui/fields/button.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Steps } from '../../ui/steps.tsx';
import { setupPath } from '../next-page.ts';
import { SetupPage, type SetupPlace } from '../setup-page.tsx';
import { type ProgressStep, progressSteps, type SetupProgress } from './progress.ts';

export interface ProgressPageProps extends SetupPlace {
  progress: SetupProgress;
  dealId?: string;
  /** The reader belongs to the organization. */
  isMember: boolean;
  consoleUrl: string;
}

/** What happens after the choice, as it happens, and where it leads. */
export function ProgressPage(props: ProgressPageProps) {
  const { context, sessionId, progress, dealId } = props;
  const { messages } = context;
  const words = messages.setup.progress;
  const { state } = progress;
  const title = titleOf(state, words);
  return (
    <SetupPage {...props} title={title} current={state === 'done' ? 'over' : 'start'}>
      <Progress
        messages={messages}
        id="set-up-progress"
        url={setupPath(sessionId, 'progress')}
        running={state === 'running' || state === 'stuck'}
      >
        <h1>{title}</h1>
        {state === 'running' && <p class="lead">{words.lead}</p>}
        <Notice {...props} />
        {state !== 'closed' && <StepCard {...props} />}
      </Progress>
      {dealId && (
        <p class="quiet">
          {words.support} <CopyField value={dealId} label={words.support} messages={messages} />
        </p>
      )}
    </SetupPage>
  );
}

function titleOf(state: SetupProgress['state'], words: Words): string {
  if (state === 'done') return words.doneTitle;
  return state === 'closed' ? words.closedTitle : words.title;
}

function Notice({ context, sessionId, isMember, progress, consoleUrl }: ProgressPageProps) {
  const { setup, deal } = context.messages;
  const words = setup.progress;
  const again = <LinkButton href={setupPath(sessionId, 'organization')}>{words.chooseAgain}</LinkButton>;
  switch (progress.state) {
    case 'done':
      return <Done words={words} isMember={isMember} progress={progress} consoleUrl={consoleUrl} />;
    case 'stuck':
      return (
        <Alert tone="warning" title={words.stuckTitle}>
          <p>{words.stuck}</p>
        </Alert>
      );
    case 'taken':
      return (
        <Alert tone="danger" title={words.takenTitle} actions={again}>
          <p>{words.taken}</p>
        </Alert>
      );
    case 'refused':
      return (
        <Alert tone="danger" title={words.refusedTitle} actions={again}>
          <p>{progress.refusal && deal.refusals[progress.refusal]}</p>
        </Alert>
      );
    case 'closed':
      return <p class="lead">{words.closed}</p>;
    default:
      return null;
  }
}

type Words = SetupPlace['context']['messages']['setup']['progress'];

function Done({
  words,
  isMember,
  progress: { organization },
  consoleUrl,
}: Pick<ProgressPageProps, 'isMember' | 'progress' | 'consoleUrl'> & { words: Words }) {
  if (!organization) return null;
  const billing = `/organizations/${organization.organizationId}/billing`;
  return (
    <Alert
      tone="success"
      title={words.done(organization.name)}
      actions={
        isMember && (
          <>
            <LinkButton href={billing}>{words.billing}</LinkButton>
            <LinkButton href={consoleUrl} kind="secondary">
              {words.start}
            </LinkButton>
          </>
        )
      }
    >
      <p>{words.mailed}</p>
    </Alert>
  );
}

function StepCard({ context, sessionId, progress }: ProgressPageProps) {
  const { messages } = context;
  const words = messages.setup.progress;
  const { done, current, organization, state, changeable } = progress;
  const stateOf = (step: ProgressStep) => {
    if (done.includes(step)) return 'done' as const;
    return step === current && state === 'running' ? ('current' as const) : ('todo' as const);
  };
  const details: Partial<Record<ProgressStep, string>> = {
    purchase: words.waitingForPurchase,
    license: words.waitingForLicense,
  };
  return (
    <div class="card card--roomy">
      {organization && <h2>{words.chosen(organization.name)}</h2>}
      {changeable && state === 'running' && (
        <p>
          <a href={setupPath(sessionId, 'organization')}>{words.chooseAgain}</a>
        </p>
      )}
      <Steps
        messages={messages}
        label={words.steps}
        layout="column"
        steps={progressSteps.map(step => ({
          label: words[step],
          state: stateOf(step),
          detail: stateOf(step) === 'current' ? details[step] : undefined,
        }))}
      />
    </div>
  );
}
