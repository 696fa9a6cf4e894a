import { Listr, type ListrTaskWrapper } from 'listr2';
import type { PartName } from '../parts/parts.ts';
import type { Progress } from '../stack.ts';

const TITLES: Record<PartName, string> = {
  mongodb: 'MongoDB',
  temporal: 'Temporal',
  mailbox: 'Mailbox',
  emulator: 'AWS Marketplace emulator',
  api: 'Offerdesk api',
  worker: 'Offerdesk worker',
};

type Line = { show: (message: string) => void; finish: (state: 'ready' | 'failed' | 'skipped') => void };

/** A line for every part of the stack at the terminal, which follows the progress it is told. */
export function showProgress(): { onProgress: (progress: Progress) => void; end: () => Promise<void> } {
  const lines = new Map<PartName, Line>();
  const tasks = Object.entries(TITLES).map(([part, title]) => {
    const { line, task } = makeLine();
    lines.set(part as PartName, line);
    return { title, task };
  });
  const list = new Listr(tasks, {
    concurrent: true,
    exitOnError: false,
    registerSignalListeners: false,
    fallbackRenderer: 'simple',
    fallbackRendererCondition: () => !process.stdout.isTTY || process.stdout.columns < 40,
    rendererOptions: { showErrorMessage: false },
  });
  // Nothing is shown before something begins: a taken port is all that there is to say then.
  let shown: Promise<unknown> | undefined;
  const onProgress = ({ part, state, message }: Progress) => {
    shown ??= list.run();
    if (message) lines.get(part)?.show(message);
    if (state !== 'starting') lines.get(part)?.finish(state);
  };
  const end = async () => {
    for (const line of lines.values()) line.finish('skipped');
    await shown;
  };
  return { onProgress, end };
}

type Shown = ListrTaskWrapper<unknown, never, never>;

function makeLine() {
  let shown: Shown | undefined;
  let finish: Line['finish'] = () => {};
  const finished = new Promise<'ready' | 'failed' | 'skipped'>(resolve => {
    finish = resolve;
  });
  const show = (message: string) => {
    if (shown) shown.output = message;
  };
  const task = async (_context: unknown, wrapper: unknown) => {
    shown = wrapper as Shown;
    const state = await finished;
    if (state === 'failed') throw new Error('see below');
    if (state === 'skipped') shown.skip('not started');
  };
  return { line: { show, finish }, task };
}
