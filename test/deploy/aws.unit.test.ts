import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { filesIn, importsOf, loadedWith, textOf } from '../support/source.ts';

interface Statement {
  Action: string | string[];
  Condition?: { StringEquals?: Record<string, string[]> };
}

const product = ['activities', 'api', 'deal', 'emails', 'shared', 'worker', 'workflows'];
const own = new Set(product.flatMap(filesIn));
// Tags such as !Ref are CloudFormation's; what they stand for is not looked at here.
const { Resources } = parse(textOf('deploy/aws/marketplace.yaml'), { logLevel: 'silent' });

const statementsOf = (policy: string): Statement[] => Resources[policy].Properties.PolicyDocument.Statement;
const allowedBy = (policy: string) =>
  statementsOf(policy)
    .flatMap(({ Action }) => Action)
    .toSorted();

/** What a process asks of AWS, by the commands of the SDK in all that it loads, as IAM names it. */
function askedBy(process: string): string[] {
  const files = loadedWith(process, importsOf(...product)).filter(file => own.has(file));
  const withSdk = files.filter(file => textOf(file).includes("from '@aws-sdk/"));
  const commands = withSdk.flatMap(file =>
    [...textOf(file).matchAll(/new (\w+)Command\(|paginate(\w+)\(/g)].map(
      ([, command, pages]) => command ?? pages,
    ),
  );
  const service = (action = '') => (/Message$/.test(action) ? 'sqs' : 'aws-marketplace');
  return [...new Set(commands.map(action => `${service(action)}:${action}`))].toSorted();
}

describe('the roles in AWS', () => {
  it.each([
    ['ApiPolicy', 'api/server.ts'],
    ['WorkerPolicy', 'worker/main.ts'],
  ])('%s allows what %s asks for, and nothing else', (policy, process) => {
    expect(askedBy(process).length).toBeGreaterThan(1);
    expect(allowedBy(policy)).toEqual(askedBy(process));
  });

  it('start change sets of the kinds that an offer is made of, and of no other kind', () => {
    const start = statementsOf('WorkerPolicy').find(
      ({ Action }) => Action === 'aws-marketplace:StartChangeSet',
    );
    const source = textOf('activities/aws/change-set.ts');
    const made = [...source.matchAll(/(?:ChangeType: |change\()'(\w+)'/g)].map(([, type]) => type);
    expect(start?.Condition?.StringEquals?.['catalog:ChangeType']).toEqual([...new Set(made)].toSorted());
  });
});

it('an event is tried a hundred times before it is laid aside', () => {
  expect(Resources.Events.Properties.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(100);
});

it('the same events go to the api and to the queue', () => {
  const { ToApi, ToQueue } = Resources;
  expect(ToApi.Properties.EventPattern).toEqual(ToQueue.Properties.EventPattern);
});
