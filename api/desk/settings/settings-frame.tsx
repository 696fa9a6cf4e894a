import type { ComponentChildren } from 'preact';
import { kebabCase } from '../../kebab-case.ts';
import { Alert } from '../../ui/alert.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';

export const settingsUrl = '/desk/settings';

/** The pages of the settings, in the order of their tabs. */
export const settingsPlaces = [
  'start',
  'people',
  'secondFactor',
  'products',
  'limits',
  'reminders',
  'vendor',
  'chat',
  'keys',
  'changes',
] as const;
export type SettingsPlace = (typeof settingsPlaces)[number];

/** As addresses have it. */
export const placePath = (place: SettingsPlace) => kebabCase(place);
export const placeUrl = (place: SettingsPlace) => `${settingsUrl}/${placePath(place)}`;

interface SettingsFrameProps {
  context: DeskContext;
  current: SettingsPlace;
  title: string;
  lead?: string;
  /** What the reader has just done. */
  done?: string;
  errors?: FieldErrors;
  /** Why the last press was not taken. */
  problem?: string;
  children: ComponentChildren;
}

/** A page of the settings: its heading, the way to the others, and what became of the last press. */
export function SettingsFrame(props: SettingsFrameProps) {
  const { context, current, title, lead, done, errors = {}, problem, children } = props;
  const { settings } = context.messages.desk;
  return (
    <DeskFrame context={context} title={title}>
      <div class="stack stack--tight">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        <nav class="tabs" aria-label={settings.title}>
          {settingsPlaces.map(name => (
            <a
              key={name}
              class="tabs__item"
              href={placeUrl(name)}
              aria-current={name === current ? 'page' : undefined}
            >
              {settings.places[name]}
            </a>
          ))}
        </nav>
      </div>
      {done && <Alert tone="success" title={done} takesFocus />}
      {problem && <Alert tone="danger" title={problem} />}
      <ErrorSummary messages={context.messages} errors={errors} />
      {children}
    </DeskFrame>
  );
}
