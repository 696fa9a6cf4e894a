import { Listr } from 'listr2';
import type { Procedure } from './procedures.ts';

/** Plays one procedure after the other, step by step, with a progress list. False when a step failed. */
export async function play(procedures: Procedure[]): Promise<boolean> {
  const chapters = new Listr([], {
    registerSignalListeners: false,
    rendererOptions: { collapseSubtasks: false },
    fallbackRenderer: 'simple',
    fallbackRendererCondition: () => !process.stdout.isTTY || process.stdout.columns < 40,
  });
  for (const { title, steps } of procedures) {
    const tasks = steps.map(step => ({ title: step.title, task: step.play }));
    chapters.add({ title, task: (_context, chapter) => chapter.newListr(tasks) });
  }
  return chapters.run().then(
    () => true,
    () => false,
  );
}
