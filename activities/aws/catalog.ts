import {
  DescribeChangeSetCommand,
  type DescribeChangeSetResponse,
  ListChangeSetsCommand,
  type MarketplaceCatalogClient,
  StartChangeSetCommand,
} from '@aws-sdk/client-marketplace-catalog';
import { ApplicationFailure } from '@temporalio/activity';
import type { ChangeSet } from '../../deal/deal.ts';
import type { Terms } from '../../deal/terms/terms.ts';
import { callAws } from './aws-errors.ts';
import { changesFor } from './change-set.ts';

const Catalog = 'AWSMarketplace';
const day = 86_400_000;

export type CatalogActivities = ReturnType<typeof createCatalogActivities>;

/** Private offers at AWS: start a change set, follow it to its end. `now` gives business time. */
export function createCatalogActivities({
  catalog,
  now,
}: {
  catalog: MarketplaceCatalogClient;
  now: () => string;
}) {
  return {
    /**
     * Starts the change set and gives back its id; one that already has this name is taken instead. The name is also the
     * request token, because the SDK would make up a new one for every attempt and AWS would then make a second offer.
     */
    async startChangeSet(asked: { changeSet: ChangeSet; terms: Terms; company: string }): Promise<string> {
      const { name } = asked.changeSet;
      const started = await findChangeSet(catalog, name);
      if (started) return started;
      const yesterday = new Date(Date.parse(now()) - day).toISOString().slice(0, 10);
      const request = {
        Catalog,
        ChangeSetName: name,
        ClientRequestToken: name,
        ChangeSet: changesFor({ ...asked, yesterday }),
      };
      const answer = await callAws(() => catalog.send(new StartChangeSetCommand(request)), {
        refusedAs: 'changeSetFailed',
      });
      return answer.ChangeSetId ?? '';
    },

    /** The offer's id once AWS is done; until then each look fails and Temporal looks again. */
    async followChangeSet({ changeSetId, offerId }: ChangeSet & { changeSetId: string }): Promise<string> {
      const request = new DescribeChangeSetCommand({ Catalog, ChangeSetId: changeSetId });
      const found = await callAws(() => catalog.send(request), { refusedAs: 'offerNotCreated' });
      if (found.Status === 'SUCCEEDED') return offerId ?? createdOffer(found);
      if (found.Status === 'FAILED' || found.Status === 'CANCELLED') throw failed(found);
      throw ApplicationFailure.retryable(`the change set is still ${found.Status}`, 'ChangeSetPending');
    },
  };
}

async function findChangeSet(catalog: MarketplaceCatalogClient, name: string): Promise<string | undefined> {
  const request = new ListChangeSetsCommand({
    Catalog,
    FilterList: [{ Name: 'ChangeSetName', ValueList: [name] }],
  });
  const { ChangeSetSummaryList = [] } = await callAws(() => catalog.send(request), {
    refusedAs: 'offerNotCreated',
  });
  return ChangeSetSummaryList[0]?.ChangeSetId;
}

/** AWS adds the revision to identifiers: `offer-abc@1`. */
function createdOffer({ ChangeSet = [] }: DescribeChangeSetResponse): string {
  const created = ChangeSet.find(change => change.ChangeType === 'CreateOffer')?.Entity?.Identifier;
  const offerId = created?.split('@')[0];
  if (!offerId)
    throw ApplicationFailure.nonRetryable('the change set succeeded but names no offer', 'offerNotCreated');
  return offerId;
}

function failed({
  FailureCode,
  FailureDescription,
  ChangeSet = [],
  Status,
}: DescribeChangeSetResponse): ApplicationFailure {
  const errors = ChangeSet.flatMap(change =>
    (change.ErrorDetailList ?? []).map(
      each => `${change.ChangeType}: ${each.ErrorCode}: ${each.ErrorMessage}`,
    ),
  );
  const words = errors.length > 0 ? errors : [FailureDescription ?? `the change set is ${Status}`];
  return ApplicationFailure.nonRetryable(
    [FailureCode, ...words].filter(Boolean).join('; '),
    // AWS says of its own fault that the request should be made again.
    FailureCode === 'SERVER_FAULT' ? 'serverFault' : 'changeSetFailed',
  );
}
