import { ifGiven, text, webAddress, wholeNumber, word } from './reading/readers.ts';
import type { Setting } from './reading/setting.ts';

/** Where the engine and the database are. */
export const servers = {
  TEMPORAL_ADDRESS: {
    means: 'host:port of the Temporal frontend; the SDK’s other TEMPORAL_* settings work too',
    default: '127.0.0.1:7233',
    read: hostAndPort,
  },
  TEMPORAL_NAMESPACE: { means: 'Temporal namespace', default: 'default', read: word },
  TEMPORAL_UI_URL: {
    means:
      'where engineers open Temporal’s web UI, such as `https://cloud.temporal.io`; each deal’s page then leads to its workflow there. Empty: no such link',
    default: '',
    read: ifGiven(webAddress),
  },
  TEMPORAL_TASK_QUEUE: {
    means: 'task queue of the deals; AWS calls use `<queue>-aws-<api>`',
    default: 'deals',
    read: word,
  },
  WORKFLOW_BUNDLE: {
    means:
      'file with the bundled workflows, as `npm run build` writes it; empty: a built worker has its own, any other bundles them at its start',
    default: '',
    read: text,
  },
  WORKFLOW_TASK_SLOTS: {
    means:
      'turns of deals that one worker process takes at once; with less than one CPU fewer, with several more',
    default: '8',
    read: wholeNumber({ min: 2, max: 1000 }),
  },
  WORKER_BUILD_ID: {
    means:
      'version of a worker, such as the release or the digest of its image; it then waits for `npm run versions`, see [Upgrade](#upgrade). Empty: it takes tasks at once',
    default: '',
    read: ifGiven(buildId),
  },
  MONGODB_URI: {
    means: 'a replica set',
    default: 'mongodb://127.0.0.1:27027/offerdesk?replicaSet=rs0',
    read: mongodbUri,
  },
  KEEP_DETAILS_DAYS: {
    means:
      'days after which the text of mails, what AWS wrote, notes of delivered webhooks and drafts of terms are removed; what happened to a deal stays. `0`: never',
    default: '400',
    read: wholeNumber({ min: 0, max: 36_500 }),
  },
} satisfies Record<string, Setting>;

function hostAndPort(written: string, name: string): string {
  const [, port = '1'] = /^(?:[^\s/@:]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/i.exec(written) ?? [undefined, '0'];
  if (Number(port) > 0 && Number(port) < 65_536) return written;
  throw new Error(
    `${name}=${written} does not hold. Write it as temporal.example.com:7233, without a scheme.`,
  );
}

function buildId(written: string, name: string): string {
  if (/^[\w-][\w.-]{0,99}$/.test(written)) return written;
  throw new Error(`${name}=${written} does not hold. Write it as 2026.11.1, of letters, digits, . _ and -.`);
}

/** It may hold a password and is not shown. A database must be named, since MongoDB's own default is `test`. */
function mongodbUri(written: string, name: string): string {
  if (/^mongodb(\+srv)?:\/\/([^\s/?#@<>]+@)?[^\s/?#@<>]+\/[^\s/?#<>]+(\?[^\s#<>]*)?$/.test(written))
    return written;
  throw new Error(
    `${name} is not an address of a database. Write it as mongodb://user:password@host/offerdesk?replicaSet=rs0, with the password in place of <password>, and / ? # @ in it percent-encoded.`,
  );
}
