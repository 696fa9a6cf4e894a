import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';

/** What each key does, in the order of a day: find, move, act. */
export const shortcuts = [
  { keys: ['/', '⌘ K', 'Ctrl K'], does: 'find' },
  { keys: ['j'], does: 'next' },
  { keys: ['k'], does: 'previous' },
  { keys: ['↵'], does: 'open' },
  { keys: ['x'], does: 'tick' },
  { keys: ['e'], does: 'step' },
  { keys: ['n'], does: 'note' },
  { keys: ['h'], does: 'home' },
  { keys: ['d'], does: 'deals' },
  { keys: ['s'], does: 'stuck' },
  { keys: ['?'], does: 'help' },
] as const;

/** The keys of the desk, and the way to turn those of one letter off (WCAG 2.1.4). */
export function KeysPage({ context }: { context: DeskContext }) {
  const { keys } = context.messages.desk;
  return (
    <DeskFrame context={context} title={keys.title}>
      <h1>{keys.title}</h1>
      <div id="keys" class="stack">
        <p class="quiet">{keys.lead}</p>
        <dl class="summary">
          {shortcuts.map(({ keys: pressed, does }) => (
            <div key={does} class="summary__row">
              <dt>
                {pressed.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{keys.does[does]}</dd>
            </div>
          ))}
        </dl>
        <label class="choice" hidden data-keys-switch>
          <input class="choice__input" type="checkbox" />
          <span class="choice__label">{keys.off}</span>
        </label>
        <noscript>
          <p class="quiet">{keys.needScript}</p>
        </noscript>
      </div>
    </DeskFrame>
  );
}
